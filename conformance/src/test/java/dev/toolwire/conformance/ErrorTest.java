package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceUnavailableException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/// What the SDK makes of a refusal: the exception's type, its status and its words.
@ParameterizedClass
@EnumSource
class ErrorTest {

  private final SdkClient client;
  private final Door door = Door.open();

  ErrorTest(SdkClient client) {
    this.client = client;
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aWrongSecretIsRefused() {
    Login wrong = new Login.Keys(Login.KNOWN.accessKey(), "not-the-secret");

    assertThatExceptionOfType(BedrockRuntimeException.class)
        .isThrownBy(() -> ask(wrong, hello("")))
        .withMessageContaining("signature we calculated does not match")
        .satisfies(refused -> {
          assertThat(refused.statusCode()).isEqualTo(403);
          assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
          assertThat(refused.requestId()).isEqualTo(door.requests().getLast().requestId());
        });
  }

  @Test
  void aBearerKeyOpensTheDoor() {
    assertThat(ask(new Login.Bearer(Door.KEY), hello("")).output().message().content())
        .isNotEmpty();

    assertThat(door.requests().getLast().request().headers().first("Authorization"))
        .hasValue("Bearer " + Door.KEY);
  }

  @Test
  void aWrongBearerKeyIsDenied() {
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> ask(new Login.Bearer("another-key"), hello("")))
        .withMessageContaining("API Key")
        .satisfies(denied -> assertThat(denied.statusCode()).isEqualTo(403));
  }

  @Test
  void throttlingIsTriedFourTimesThenThrown() {
    assertThatExceptionOfType(ThrottlingException.class)
        .isThrownBy(() -> ask(Login.KNOWN, hello("--fault-throttling")))
        .withMessageContaining("Too many requests")
        .satisfies(throttled -> assertThat(throttled.statusCode()).isEqualTo(429));

    assertThat(door.statuses()).containsExactly(429, 429, 429, 429);
  }

  @Test
  void anUnavailableServiceIsTriedFourTimesThenThrown() {
    assertThatExceptionOfType(ServiceUnavailableException.class)
        .isThrownBy(() -> ask(Login.KNOWN, hello("--fault-unavailable")));

    assertThat(door.statuses()).containsExactly(503, 503, 503, 503);
  }

  @Test
  void aModelErrorIsNotTriedAgain() {
    assertThatExceptionOfType(ModelErrorException.class)
        .isThrownBy(() -> ask(Login.KNOWN, hello("--fault-model-error")))
        .withMessageContaining("invalid sequence as part of ToolUse");

    assertThat(door.statuses()).containsExactly(424);
  }

  @Test
  void toolBlocksWithoutToolConfigAreInvalid() {
    ConverseRequest toolless;
    try (SdkClient.Line line = client.open(door.uri(), Login.KNOWN)) {
      Talk talk = Talk.about(line, DEFAULT_MODEL, Conversations.PEPPERS);
      toolless =
          ConverseRequest.builder()
              .modelId(DEFAULT_MODEL)
              .messages(talk.messages().subList(0, 3))
              .build();
    }

    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> ask(Login.KNOWN, toolless))
        .withMessageContaining(
            "The toolConfig field must be defined when using toolUse and toolResult content"
                + " blocks.")
        .satisfies(invalid -> assertThat(invalid.statusCode()).isEqualTo(400));
  }

  private ConverseResponse ask(Login login, ConverseRequest request) {
    try (SdkClient.Line line = client.open(door.uri(), login)) {
      return line.converse(request);
    }
  }

  /// A greeting to the model with this behind its name.
  private static ConverseRequest hello(String wish) {
    return Talk.question(DEFAULT_MODEL + wish, "Hello!");
  }
}

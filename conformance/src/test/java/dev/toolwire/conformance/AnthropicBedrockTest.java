package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.anthropic.backends.Backend;
import com.anthropic.bedrock.backends.BedrockBackend;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.PermissionDeniedException;
import com.anthropic.errors.RateLimitException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;

/// Anthropic's SDK for Java with its backend for Bedrock, at the door for InvokeModel.
class AnthropicBedrockTest implements Conversations<AnthropicTalk> {

  private static final String OPUS = "anthropic.claude-opus-4-8";

  private final Door door = Door.open();
  private final AnthropicClient client = client(Login.KNOWN.secret());

  private AnthropicClient client(String secret) {
    BedrockBackend bedrock =
        BedrockBackend.builder()
            .region(Region.US_EAST_1)
            .awsCredentials(AwsBasicCredentials.create(Login.KNOWN.accessKey(), secret))
            .build();
    return AnthropicOkHttpClient.builder()
        .backend(new Elsewhere(bedrock, door.uri().toString()))
        .timeout(Duration.ofMinutes(1))
        .sleeper(new NoWait())
        .build();
  }

  /// The backend, at another address, which it has no setting for.
  private record Elsewhere(Backend bedrock, String baseUrl) implements Backend {
    @Override
    public HttpRequest prepareRequest(HttpRequest request) {
      return bedrock.prepareRequest(request);
    }

    @Override
    public HttpRequest authorizeRequest(HttpRequest request) {
      return bedrock.authorizeRequest(request);
    }

    @Override
    public HttpResponse prepareResponse(HttpResponse response) {
      return bedrock.prepareResponse(response);
    }

    @Override
    public boolean supportsMessageThreads() {
      return bedrock.supportsMessageThreads();
    }

    @Override
    public void close() {
      bedrock.close();
    }
  }

  @AfterEach
  void close() {
    client.close();
    door.close();
  }

  static AnthropicTalk[] ways() {
    return AnthropicTalk.values();
  }

  @Override
  public Said said(AnthropicTalk way, String model, String question) {
    return way.about(client, model, question);
  }

  @Test
  void theNewestVersionIsTakenForClaudeFrom47() {
    assertThat(AnthropicTalk.streamed(client, AnthropicTalk.question(OPUS, "Hello.")).content())
        .isNotEmpty();
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> client.messages().create(AnthropicTalk.question(HAIKU, "Hello.")))
        .withMessageContaining("anthropic_version: Input should be 'bedrock-2023-05-31'");
  }

  @Test
  void aWrongSecretIsRefused() {
    AnthropicClient stranger = client("another-secret");

    assertThatExceptionOfType(PermissionDeniedException.class)
        .isThrownBy(
            () -> stranger.messages().create(AnthropicTalk.question(DEFAULT_MODEL, "Hello.")))
        .withMessageContaining("signature");
    stranger.close();
  }

  @Test
  void throttlingIsTriedThreeTimesThenThrown() {
    assertThatExceptionOfType(RateLimitException.class)
        .isThrownBy(() ->
            client
                .messages()
                .create(AnthropicTalk.question(DEFAULT_MODEL + "--fault-throttling", "Hello.")))
        .withMessageContaining("Too many requests");

    assertThat(door.statuses()).containsExactly(429, 429, 429);
  }
}

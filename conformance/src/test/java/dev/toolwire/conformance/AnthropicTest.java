package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.OverloadedException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.SseException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.models.ModelInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Anthropic's SDK for Java, at the door for Messages.
class AnthropicTest implements Conversations.WithHaiku<AnthropicTalk> {

  private final Door door = Door.open();
  private final AnthropicClient client = client(Door.KEY);

  private AnthropicClient client(String key) {
    return AnthropicOkHttpClient.builder()
        .baseUrl(door.uri().toString())
        .apiKey(key)
        .timeout(Duration.ofMinutes(1))
        .sleeper(new NoWait())
        .build();
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
  void aWrongKeyIsRefused() {
    AnthropicClient stranger = client("another-key");

    assertThatExceptionOfType(UnauthorizedException.class)
        .isThrownBy(() -> stranger.messages().create(hello("")))
        .satisfies(refused -> assertThat(type(refused)).isEqualTo("authentication_error"));

    stranger.close();
    assertThat(door.statuses()).containsExactly(401);
  }

  @Test
  void throttlingIsTriedThreeTimesThenThrown() {
    assertThatExceptionOfType(RateLimitException.class)
        .isThrownBy(() -> client.messages().create(hello("--fault-throttling")))
        .withMessageContaining("Too many requests")
        .satisfies(throttled -> assertThat(type(throttled)).isEqualTo("rate_limit_error"));

    assertThat(door.statuses()).containsExactly(429, 429, 429);
  }

  @Test
  void anOverloadIsTriedThreeTimesThenThrown() {
    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> AnthropicTalk.streamed(client, hello("--fault-overloaded")));

    assertThat(door.statuses()).containsExactly(529, 529, 529);
  }

  @Test
  void aCallWithoutItsResultIsNamed() {
    MessageCreateParams question = AnthropicTalk.question(DEFAULT_MODEL, PEPPERS);
    Message calls = client.messages().create(question);

    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() ->
            client
                .messages()
                .create(question.toBuilder().addMessage(calls).addUserMessage("Well?").build()))
        .withMessageContaining(
            "`tool_use` ids were found without `tool_result` blocks immediately after: toolu_");
  }

  @Test
  void anErrorInMidStreamIsThrownFromTheEvents() {
    List<RawMessageStreamEvent> seen = new ArrayList<>();

    assertThatExceptionOfType(SseException.class)
        .isThrownBy(() -> events("--fault-overloaded_error-after-2-events", seen))
        .satisfies(broken -> {
          assertThat(type(broken)).isEqualTo("overloaded_error");
          assertThat(broken.statusCode()).isEqualTo(200);
        });

    assertThat(seen).isNotEmpty().noneMatch(RawMessageStreamEvent::isMessageStop);
    assertThat(door.statuses()).containsExactly(200);
  }

  @Test
  void aBrokenConnectionIsThrown() {
    assertThatExceptionOfType(AnthropicException.class)
        .isThrownBy(() -> events("--fault-cut-after-2-frames", new ArrayList<>()));
  }

  /// Who looks at the events has to look for `message_stop`; who lets the SDK put them together is
  /// told.
  @Test
  void anEarlyEndLooksCompleteToALoopOverTheEvents() {
    List<RawMessageStreamEvent> seen = new ArrayList<>();

    events("--fault-end-after-3-frames", seen);

    assertThat(seen).isNotEmpty().noneMatch(RawMessageStreamEvent::isMessageStop);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> AnthropicTalk.streamed(client, hello("--fault-end-after-3-frames")));
  }

  @Test
  void anUnknownEventIsHandedOverAsJson() {
    List<RawMessageStreamEvent> seen = new ArrayList<>();

    events("--fault-unknown-event-after-1-event", seen);

    assertThat(seen).anyMatch(event -> event._json().isPresent() && !event.isValid());
    assertThat(seen.getLast().isMessageStop()).isTrue();
  }

  @Test
  void theToolRunnerIsToldThatTheServerHoldsNoConversation() {
    AnthropicTalk.TOOL_RUNNER.about(client, DEFAULT_MODEL, SONG + "WZPZ?");

    assertThat(door.statuses()).containsExactly(400, 200, 200);
  }

  @Test
  void tokensAreCounted() {
    MessageCountTokensParams question =
        MessageCountTokensParams.builder().model(DEFAULT_MODEL).addUserMessage("Hello!").build();

    assertThat(client.messages().countTokens(question).inputTokens()).isPositive();
  }

  @Test
  void modelsAreListed() {
    assertThat(client.models().list().autoPager().stream())
        .extracting(ModelInfo::id)
        .contains(DEFAULT_MODEL);
    assertThat(client.models().retrieve(HAIKU).id()).isEqualTo(HAIKU);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> client.models().retrieve("nobody"));
  }

  private void events(String wish, List<RawMessageStreamEvent> seen) {
    try (StreamResponse<RawMessageStreamEvent> events =
        client.messages().createStreaming(hello(wish))) {
      events.stream().forEach(seen::add);
    }
  }

  /// A greeting to the model with this behind its name.
  private static MessageCreateParams hello(String wish) {
    return AnthropicTalk.question(DEFAULT_MODEL + wish, "Hello!");
  }

  private static String type(AnthropicServiceException error) {
    return error.type().orElseThrow().toString();
  }
}

package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// OpenAI's SDK for Java, at the door for Chat Completions.
class OpenAiTest implements Conversations.WithHaiku<OpenAiTalk> {

  private final Door door = Door.open();
  private final OpenAIClient client = client(Door.KEY);

  private OpenAIClient client(String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(door.uri() + "/v1")
        .apiKey(key)
        .sleeper(new NoWait())
        .build();
  }

  @AfterEach
  void close() {
    client.close();
    door.close();
  }

  static OpenAiTalk[] ways() {
    return OpenAiTalk.values();
  }

  @Override
  public Said said(OpenAiTalk way, String model, String question) {
    return way.about(client, model, question);
  }

  @Test
  void aWrongKeyIsRefused() {
    OpenAIClient stranger = client("another-key");

    assertThatExceptionOfType(UnauthorizedException.class)
        .isThrownBy(() -> stranger.chat().completions().create(hello("")))
        .satisfies(refused -> assertThat(refused.code()).hasValue("invalid_api_key"));

    stranger.close();
    assertThat(door.statuses()).containsExactly(401);
  }

  @Test
  void throttlingIsTriedThreeTimesThenThrown() {
    assertThatExceptionOfType(RateLimitException.class)
        .isThrownBy(() -> client.chat().completions().create(hello("--fault-throttling")))
        .withMessageContaining("Too many requests")
        .satisfies(throttled -> assertThat(throttled.code()).hasValue("rate_limit_exceeded"));

    assertThat(door.statuses()).containsExactly(429, 429, 429);
  }

  @Test
  void anUnavailableServiceIsTriedThreeTimesThenThrown() {
    assertThatExceptionOfType(InternalServerException.class)
        .isThrownBy(() -> OpenAiTalk.streamed(client, hello("--fault-unavailable")));

    assertThat(door.statuses()).containsExactly(503, 503, 503);
  }

  @Test
  void aCallWithoutItsResultIsNamed() {
    ChatCompletionCreateParams question = OpenAiTalk.question(DEFAULT_MODEL, PEPPERS);
    ChatCompletion calls = client.chat().completions().create(question);

    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() ->
            client
                .chat()
                .completions()
                .create(
                    question.toBuilder()
                        .addMessage(calls.choices().getFirst().message())
                        .addUserMessage("Well?")
                        .build()))
        .withMessageContaining("must be followed by tool messages")
        .satisfies(invalid -> assertThat(invalid.type()).hasValue("invalid_request_error"));
  }

  @Test
  void usageComesInAChunkOfItsOwnIfItIsAskedFor() {
    List<ChatCompletionChunk> seen = new ArrayList<>();

    chunks(
        hello("").toBuilder()
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build(),
        seen);

    assertThat(seen.getLast().choices()).isEmpty();
    assertThat(seen.getLast().usage().orElseThrow().totalTokens()).isPositive();
    assertThat(seen.subList(0, seen.size() - 1)).allMatch(chunk -> chunk.usage().isEmpty());
  }

  @Test
  void anErrorInMidStreamIsThrownFromTheChunks() {
    List<ChatCompletionChunk> seen = new ArrayList<>();

    assertThatExceptionOfType(SseException.class)
        .isThrownBy(() -> chunks(hello("--fault-server_error-after-2-events"), seen))
        .satisfies(broken -> assertThat(broken.type()).hasValue("server_error"));

    assertThat(seen).isNotEmpty();
    assertThat(door.statuses()).containsExactly(200);
  }

  @Test
  void aBrokenConnectionIsThrown() {
    assertThatExceptionOfType(OpenAIException.class)
        .isThrownBy(() -> chunks(hello("--fault-cut-after-2-frames"), new ArrayList<>()));
  }

  /// Who looks at the chunks has to look for the reason; who lets the SDK put them together is
  /// told.
  @Test
  void anEarlyEndLooksCompleteToALoopOverTheChunks() {
    List<ChatCompletionChunk> seen = new ArrayList<>();

    chunks(hello("--fault-end-after-3-frames"), seen);

    assertThat(seen)
        .isNotEmpty()
        .noneMatch(chunk -> chunk.choices().getFirst().finishReason().isPresent());
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> OpenAiTalk.streamed(client, hello("--fault-end-after-3-frames")));
  }

  @Test
  void anUnknownChunkIsHandedOver() {
    List<ChatCompletionChunk> seen = new ArrayList<>();

    chunks(hello("--fault-unknown-event-after-1-event"), seen);

    assertThat(seen).filteredOn(chunk -> chunk._choices().isMissing()).hasSize(1);
    assertThat(seen.getLast().choices().getFirst().finishReason()).isPresent();
  }

  @Test
  void modelsAreListed() {
    assertThat(client.models().list().autoPager().stream())
        .extracting(Model::id)
        .contains(DEFAULT_MODEL);
    assertThat(client.models().retrieve(HAIKU).id()).isEqualTo(HAIKU);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> client.models().retrieve("nobody"));
  }

  private void chunks(ChatCompletionCreateParams params, List<ChatCompletionChunk> seen) {
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(params)) {
      chunks.stream().forEach(seen::add);
    }
  }

  /// A greeting to the model with this behind its name.
  private static ChatCompletionCreateParams hello(String wish) {
    return OpenAiTalk.question(DEFAULT_MODEL + wish, "Hello!");
  }
}

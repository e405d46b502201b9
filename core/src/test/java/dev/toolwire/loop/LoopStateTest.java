package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopStateTest {

  private static final Blob BYTES = Blob.of(new byte[] {1, 2, 3});
  private static final ToolUse MALFORMED =
      new ToolUse(
          new ToolUseId("m"), new ToolName("t"), new ToolInput.Malformed("[[", "no object"));
  private static final ToolUse CUT =
      new ToolUse(new ToolUseId("t"), new ToolName("t"), new ToolInput.Truncated("{\"a"));

  private final LoopState state =
      new LoopState(
          ModelRequest.to(new ModelId("m"), everyBlock())
              .withSystem(List.of(new Text("Be brief."), new CachePoint("5m")))
              .withToolChoice(new ToolChoice.Named(new ToolName("t")))
              .withInference(InferenceConfig.DEFAULTS.withMaxTokens(100).withTemperature(0.5))
              .withStreaming(false)
              .withExtra(JsonObject.of("guardrailConfig", JsonObject.of("trace", "enabled"))),
          new LoopState.Pending(
              List.of(new Text("Hm."), ToolUse.of("a", "t", JsonObject.EMPTY), CUT),
              List.of(new ToolUseId("a")),
              List.of(ToolResult.error(new ToolUseId("t"), "cut"))),
          new LoopState.Spent(
              3, 7, new Usage(10, 20, 30, 40, JsonObject.EMPTY), Duration.ofMillis(1234)));

  private static Conversation everyBlock() {
    Conversation start =
        Conversation.empty()
            .say(
                List.of(
                    new Text("Look:"),
                    new Image("png", new MediaSource.Inline(BYTES)),
                    new Image("png", new MediaSource.S3("s3://b/k", "")),
                    new Document("d", "txt", new MediaSource.PlainText("text")),
                    new Document("d", "txt", new MediaSource.Chunks(List.of("a", "b"))),
                    new Document("d", "pdf", new MediaSource.Url("https://example.org/d.pdf")),
                    new CachePoint("")));
    Message calls =
        new Message(
            Role.ASSISTANT,
            List.of(
                new Reasoning("thought", "signature"),
                new RedactedReasoning(BYTES),
                new Citations(List.of("text"), List.of(JsonObject.of("title", "t"))),
                new Opaque("converse", "new", JsonObject.parse("{\"x\":1.50}")),
                MALFORMED));
    ToolResult result =
        ToolResult.success(
            MALFORMED.id(), new Json(JsonObject.of("n", 1)), new Text("", JsonObject.of("k", 1)));
    return start.exchange(calls, List.of(result));
  }

  @Test
  void stateSurvivesTheWayThroughJson() {
    assertThat(LoopState.fromJson(state.toJson())).isEqualTo(state);
  }

  @Test
  void stateSaysItsVersionFirst() {
    assertThat(state.toJson()).startsWith("{\"version\":1,\"request\":{\"model\":\"m\",");
  }

  @Test
  void otherVersionsAreRefused() {
    assertThatThrownBy(() -> LoopState.fromJson("{\"version\":2}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not a loop state of version 1: its \"version\" is 2; read it with the Toolwire that"
                + " wrote it");
    assertThatThrownBy(() -> LoopState.fromJson("{}")).hasMessageContaining("is missing");
    assertThatThrownBy(() -> LoopState.fromJson("[]"))
        .hasMessage("expected a JSON object, got an array");
  }

  @Test
  void unknownMissingAndInvalidMembersAreRefusedByPath() {
    assertThatThrownBy(
            () -> LoopState.fromJson(state.toJson().replace("\"spent\":{", "\"spent\":{\"x\":1,")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"x\"")
        .hasMessageContaining("spent");
    assertThatThrownBy(() -> LoopState.fromJson(state.toJson().replace("\"streaming\":false,", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("streaming");
    assertThatThrownBy(() ->
            LoopState.fromJson(
                state.toJson().replace("\"awaiting\":[\"a\"]", "\"awaiting\":[\"z\"]")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("calls [z] wait for approval");
  }

  @Test
  void conversationThatBreaksARuleIsRefused() {
    String broken = state.toJson().replace("\"role\":\"ASSISTANT\"", "\"role\":\"USER\"");

    assertThatThrownBy(() -> LoopState.fromJson(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("messages[1]");
  }
}

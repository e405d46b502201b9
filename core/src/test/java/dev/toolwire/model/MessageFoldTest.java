package dev.toolwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageFoldTest {

  private static final StreamEvent START = new StreamEvent.MessageStart(Role.ASSISTANT);

  @Test
  void textOpensItsBlockWithItsFirstDelta() {
    Reply reply =
        Reply.of(
            List.of(
                START,
                new StreamEvent.TextDelta(0, "Elemental "),
                new StreamEvent.TextDelta(0, "Hotel"),
                new StreamEvent.ContentBlockStop(0),
                stop(StopReason.Known.END_TURN)));

    assertThat(reply.content()).containsExactly(new Text("Elemental Hotel"));
  }

  @Test
  void toolInputIsParsedOnceItsBlockStops() {
    assertThat(call("{\"sign\":", "\"WZPZ\"}").input())
        .isEqualTo(new ToolInput.Parsed(JsonObject.of("sign", "WZPZ")));
  }

  @Test
  void noInputAtAllIsTheEmptyObject() {
    assertThat(call("").input()).isEqualTo(new ToolInput.Parsed(JsonObject.EMPTY));
  }

  @Test
  void inputThatIsNoObjectIsMalformed() {
    assertThat(call("[1]").input())
        .isEqualTo(new ToolInput.Malformed("[1]", "expected a JSON object, got an array"));
  }

  @Test
  void inputInAnAnswerThatRanOutOfTokensIsTruncated() {
    Reply reply =
        Reply.of(
            List.of(
                START,
                toolStart(),
                new StreamEvent.ToolInputDelta(0, "{\"sign\":\"WZ"),
                new StreamEvent.ContentBlockStop(0),
                stop(StopReason.Known.MAX_TOKENS)));

    assertThat(reply.toolUses().getFirst().input())
        .isEqualTo(new ToolInput.Truncated("{\"sign\":\"WZ"));
  }

  @Test
  void inputOfWhichNothingArrivedBeforeTheTokensRanOutIsTruncatedAndNotEmpty() {
    Reply streamed =
        Reply.of(
            List.of(
                START,
                toolStart(),
                new StreamEvent.ContentBlockStop(0),
                stop(StopReason.Known.MAX_TOKENS)));

    assertThat(streamed.toolUses().getFirst().input()).isEqualTo(new ToolInput.Truncated(""));
  }

  @Test
  void withoutMessageStopThereIsNoReply() {
    MessageFold fold = new MessageFold();
    fold.accept(START);
    fold.accept(new StreamEvent.TextDelta(0, "half"));

    assertThatThrownBy(fold::reply)
        .isInstanceOf(TruncatedStreamException.class)
        .hasMessageContaining("before messageStop");
  }

  @Test
  void secondMessageStartBeginsAnew() {
    Reply reply =
        Reply.of(
            List.of(
                START,
                new StreamEvent.TextDelta(0, "lost"),
                START,
                new StreamEvent.TextDelta(0, "kept"),
                new StreamEvent.ContentBlockStop(0),
                stop(StopReason.Known.END_TURN)));

    assertThat(reply.text()).isEqualTo("kept");
  }

  @Test
  void deltaAfterItsBlockStoppedIsRefused() {
    MessageFold fold = new MessageFold();
    List.of(START, new StreamEvent.TextDelta(0, "a"), new StreamEvent.ContentBlockStop(0))
        .forEach(fold::accept);

    assertThatThrownBy(() -> fold.accept(new StreamEvent.TextDelta(0, "b")))
        .isInstanceOf(MalformedWireException.class)
        .hasMessage("contentBlockDelta for block 0, which is closed");
  }

  @Test
  void emptyAnswerMayBeginWithMessageStop() {
    Reply reply = Reply.of(List.of(stop(StopReason.Known.END_TURN)));

    assertThat(reply.content()).isEmpty();
    assertThat(reply.message()).isEmpty();
  }

  @Test
  void replyToldAsEventsFoldsIntoItself() {
    Reply reply =
        Reply.of(
            List.of(
                START,
                new StreamEvent.ReasoningDelta(0, "count"),
                new StreamEvent.SignatureDelta(0, "sig"),
                new StreamEvent.ContentBlockStop(0),
                new StreamEvent.ToolUseStart(
                    1, new ToolUseId("t1"), new ToolName("top_song"), JsonObject.EMPTY),
                new StreamEvent.ToolInputDelta(1, "{\"sign\":\"WZPZ\"}"),
                new StreamEvent.ContentBlockStop(1),
                stop(StopReason.Known.TOOL_USE)));

    assertThat(Reply.of(reply.events())).isEqualTo(reply);
  }

  private static ToolUse call(String... pieces) {
    MessageFold fold = new MessageFold();
    fold.accept(START);
    fold.accept(toolStart());
    for (String piece : pieces) {
      fold.accept(new StreamEvent.ToolInputDelta(0, piece));
    }
    fold.accept(new StreamEvent.ContentBlockStop(0));
    fold.accept(stop(StopReason.Known.TOOL_USE));
    return fold.reply().toolUses().getFirst();
  }

  private static StreamEvent toolStart() {
    return new StreamEvent.ToolUseStart(
        0, new ToolUseId("t1"), new ToolName("top_song"), JsonObject.EMPTY);
  }

  private static StreamEvent stop(StopReason reason) {
    return new StreamEvent.MessageStop(reason, JsonObject.EMPTY);
  }
}

package dev.toolwire.wire.chat;

import static dev.toolwire.wire.chat.ChatTranscript.calls;
import static dev.toolwire.wire.chat.ChatTranscript.decode;
import static dev.toolwire.wire.chat.ChatTranscript.delta;
import static dev.toolwire.wire.chat.ChatTranscript.finish;
import static dev.toolwire.wire.chat.ChatTranscript.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which servers have been seen to stream calls; each is a transcript.
class CallTableTest {

  private static final ToolUse F = ToolUse.of("a", "f", JsonObject.of("x", 1));
  private static final ToolUse G = ToolUse.of("b", "g", JsonObject.of("y", 2));

  @Test
  void callsComeOneAfterTheOther() {
    assertCalls(
        calls("{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':''}}")
            + calls("{'index':0,'function':{'arguments':'{\\\"x\\\"'}}")
            + calls("{'index':0,'function':{'arguments':':1}'}}")
            + calls("{'index':1,'id':'b','type':'function','function':{'name':'g','arguments':''}}")
            + calls("{'index':1,'function':{'arguments':'{\\\"y\\\":2}'}}"));
  }

  @Test
  void callsMayBeInterleaved() {
    assertCalls(
        calls("{'index':0,'id':'a','function':{'name':'f','arguments':''}}")
            + calls("{'index':1,'id':'b','function':{'name':'g','arguments':''}}")
            + calls("{'index':1,'function':{'arguments':'{\\\"y\\\"'}}")
            + calls("{'index':0,'function':{'arguments':'{\\\"x\\\"'}}")
            + calls("{'index':1,'function':{'arguments':':2}'}}")
            + calls("{'index':0,'function':{'arguments':':1}'}}"));
  }

  @Test
  void wholeCallsMayComeInOneChunk() {
    assertCalls(
        calls(
            "{'index':0,'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":1}'}},"
                + "{'index':1,'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":2}'}}"));
  }

  @Test
  void indexesMayBeMissing() {
    assertCalls(
        calls("{'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":'}}")
            + calls("{'function':{'arguments':'1}'}}")
            + calls("{'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":2}'}}"));
  }

  @Test
  void indexlessCallMayBeContinuedByItsId() {
    assertCalls(
        calls("{'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":'}}")
            + calls("{'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":'}}")
            + calls("{'id':'a','function':{'arguments':'1}'}}")
            + calls("{'id':'b','function':{'arguments':'2}'}}"));
  }

  @Test
  void indexMayBeUsedAgain() {
    assertCalls(
        calls("{'index':0,'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":1}'}}")
            + calls("{'index':0,'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":2}'}}"));
  }

  @Test
  void indexMayStandTwiceInAChunk() {
    assertCalls(
        calls(
                "{'index':0,'id':'a','function':{'name':'f','arguments':'{\\\"x\\\"'}},"
                    + "{'index':0,'function':{'arguments':':1}'}}")
            + calls("{'index':1,'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":2}'}}"));
  }

  @Test
  void indexesMayBeginAtOneAndHaveGaps() {
    assertCalls(
        calls("{'index':1,'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":1}'}}")
            + calls("{'index':5,'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":2}'}}"));
  }

  @Test
  void idMayComeLateOrInEveryChunk() {
    assertCalls(
        calls("{'index':0,'id':'','function':{'name':'f','arguments':''}}")
            + calls("{'index':0,'id':null,'function':{'arguments':'{\\\"x\\\":'}}")
            + calls("{'index':0,'id':'a','function':{'arguments':'1}'}}")
            + calls("{'index':1,'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":'}}")
            + calls("{'index':1,'id':'b','function':{'name':'g','arguments':'2}'}}"));
  }

  @Test
  void callWithoutAnyIdGetsOne() {
    String stream =
        calls("{'index':0,'id':'','function':{'name':'f','arguments':'{}'}}")
            + calls("{'index':1,'function':{'name':'f','arguments':'{}'}}")
            + finish("tool_calls");

    List<ToolUse> made = reply(quoted(stream)).toolUses();

    assertThat(made).hasSize(2).extracting(call -> call.id().value()).doesNotHaveDuplicates();
    assertThat(made.getFirst().id().value()).matches("call_[0-9a-f]{24}");
    assertThat(reply(quoted(stream)).toolUses()).isEqualTo(made);
  }

  @Test
  void nameMayComeLateOrInPieces() {
    assertCalls(
        calls("{'index':0,'id':'a','function':{'arguments':'{\\\"x\\\":'}}")
            + calls("{'index':0,'function':{'name':'f','arguments':'1}'}}")
            + calls("{'index':1,'id':'b','function':{'name':'g'}}")
            + calls("{'index':1,'function':{'arguments':'{\\\"y\\\":2}'}}"));
    Reply pieces =
        reply(
            quoted(
                calls("{'index':0,'id':'a','function':{'name':'get_'}}")
                    + calls("{'index':0,'function':{'name':'weather'}}")
                    + calls("{'index':0,'function':{'arguments':'{}'}}")
                    + finish("tool_calls")));
    assertThat(pieces.toolUses()).containsExactly(ToolUse.of("a", "get_weather", JsonObject.EMPTY));
  }

  @Test
  void pieceOfANameBehindArgumentsIsRefused() {
    assertThatExceptionOfType(MalformedWireException.class)
        .isThrownBy(() ->
            decode(
                quoted(
                    calls("{'index':0,'id':'a','function':{'name':'get_','arguments':''}}")
                        + calls("{'index':0,'function':{'name':'weather'}}"))))
        .withMessage(
            "the call a of the tool get_ was given the name weather after its arguments had begun");
  }

  @Test
  void nameIsToldBeforeAnyArgumentComes() {
    assertThat(
            decode(
                quoted(
                    calls("{'index':0,'id':'a','function':{'name':'f','arguments':''}}")
                        + calls("{'index':0,'function':{'arguments':'{}'}}")
                        + finish("tool_calls"))))
        .element(1)
        .isInstanceOf(StreamEvent.ToolUseStart.class);
  }

  @Test
  void argumentsMayBeAnObject() {
    assertCalls(
        calls("{'index':0,'id':'a','function':{'name':'f','arguments':{'x':1}}}")
            + calls("{'index':1,'id':'b','function':{'name':'g','arguments':{'y':2}}}"));
  }

  @Test
  void argumentsMayComeAgainInFullAtTheEnd() {
    assertCalls(
        calls("{'index':0,'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":'}}")
            + calls("{'index':0,'function':{'arguments':'1}'}}")
            + calls("{'index':0,'function':{'name':'f','arguments':'{\\\"x\\\":1}'}}")
            + calls("{'index':1,'id':'b','function':{'name':'g','arguments':'{\\\"y\\\":2}'}}"));
  }

  @Test
  void argumentsThatParseMayGoOn() {
    Reply reply =
        reply(
            quoted(
                calls("{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}")
                    + calls("{'index':0,'function':{'arguments':'{'}}")
                    + finish("tool_calls")));

    assertThat(reply.toolUses().getFirst().input())
        .isInstanceOfSatisfying(
            ToolInput.Malformed.class, input -> assertThat(input.text()).isEqualTo("{}{"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "null", "'{}'"})
  void noArgumentsAreTheEmptyObject(String arguments) {
    Reply reply =
        reply(
            quoted(
                calls("{'index':0,'id':'a','function':{'name':'f','arguments':" + arguments + "}}")
                    + finish("tool_calls")));

    assertThat(reply.toolUses()).containsExactly(ToolUse.of("a", "f", JsonObject.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "tool_call", "function_call", "tool_calls", "eos"})
  void thatThereAreCallsDecidesWhyTheAnswerEnded(String finish) {
    Reply reply =
        reply(
            quoted(calls("{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}"))
                + finish(finish));

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
  }

  @Test
  void callsAreWholeWithoutAnyFinishReason() {
    Reply reply =
        reply(
            quoted(
                    calls(
                        "{'index':0,'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":1}'}}"))
                + "[DONE]");

    assertThat(reply.toolUses()).containsExactly(F);
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
  }

  @Test
  void callWithoutANameIsRefused() {
    assertThatExceptionOfType(MalformedWireException.class)
        .isThrownBy(() ->
            decode(
                quoted(calls("{'index':0,'id':'a','function':{'arguments':'{}'}}"))
                    + finish("tool_calls")))
        .withMessage("the call a has no name; expected the name of a tool");
  }

  @Test
  void emptyEntryIsNoCall() {
    Reply reply =
        reply(
            quoted(
                    calls("{'index':0,'function':{'arguments':''}}")
                        + calls(
                            "{'index':1,'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":1}'}}"))
                + finish("tool_calls"));

    assertThat(reply.toolUses()).containsExactly(F);
  }

  @Test
  void functionCallOfOldIsACall() {
    Reply reply =
        reply(
            quoted(
                delta("'content':null,'function_call':{'name':'f','arguments':''}")
                    + delta("'function_call':{'arguments':'{\\\"x\\\":'}")
                    + delta("'function_call':{'arguments':'1}'}")
                    + finish("function_call")));

    ToolUse call = reply.toolUses().getFirst();
    assertThat(call.name().value()).isEqualTo("f");
    assertThat(call.input()).isEqualTo(F.input());
    assertThat(call.extra().text("type")).hasValue("function_call");
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
  }

  @Test
  void inputOfACustomToolIsTextInAMember() {
    Reply reply =
        reply(
            quoted(
                calls("{'index':0,'id':'a','type':'custom','custom':{'name':'run_sql','input':''}}")
                    + calls("{'index':0,'custom':{'input':'select \\\"a\\\"'}}")
                    + calls("{'index':0,'custom':{'input':'\\n from b'}}")
                    + finish("tool_calls")));

    ToolUse call = reply.toolUses().getFirst();
    assertThat(call.input())
        .isEqualTo(new ToolInput.Parsed(JsonObject.of("input", "select \"a\"\n from b")));
    assertThat(call.extra()).isEqualTo(JsonObject.parse("{\"type\":\"custom\",\"wire\":\"chat\"}"));
  }

  private static void assertCalls(String deltas) {
    assertThat(reply(quoted(deltas) + finish("tool_calls")).toolUses()).containsExactly(F, G);
  }

  /// Transcripts read better with one kind of quote, and an escaped one within.
  private static String quoted(String transcript) {
    return transcript.replace("\\\"", "\u0001").replace('\'', '"').replace("\u0001", "\\\"");
  }
}

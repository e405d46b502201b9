package dev.toolwire.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.rescue.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a model without tools writes, and what comes of it.
class PromptedToolsTest {

  /// One call, as a prompt of each style asks a model to write it.
  static final String CALLS_IN_EACH_STYLE =
      """
      JSON_ARRAY   | Tool Call: [{"name": "CalculatorTool", "arguments": {"expr": "9*8"}}]
      HERMES_TAGS  | <tool_call>{"name": "CalculatorTool", "arguments": {"expr": "9*8"}}</tool_call>
      PYTHON_CALLS | [CalculatorTool(expr="9*8")]
      """;

  private static final String TWO_COUNTS =
      """
      Oh, a tongue twister!

      Tool Call: [{"name": "CountLettersTool", "arguments": {"word": "pepper", "letter": "P"}}, \
      {"name": "CountLettersTool", "arguments": {"word": "pepper", "letter": "E"}}]

      I can hardly wait.\
      """;

  private final Heard model = new Heard();

  private static ModelRequest question() {
    return ModelRequest.to(
            new ModelId("meta.llama3-70b-instruct-v1:0"),
            Conversation.startingWith("How many Ps and Es?"))
        .withTools(List.of(PromptedRequestTest.COUNT, PromptedRequestTest.CALCULATE));
  }

  private ModelStream asked(ModelRequest request, ModelProfile.PromptedTools form) {
    return new PromptedTools(model, _ -> Optional.of(form), LossPolicy.log()).open(request);
  }

  private ModelStream asked() {
    return asked(question(), ModelProfile.PromptedTools.JSON_ARRAY);
  }

  /// The reply in a few words: `text:…` and `id name{input}`, one line each.
  private static String told(Reply reply) {
    return reply.content().stream()
        .map(block ->
            switch (block) {
              case Text(String text, _) -> "text: " + text.strip();
              case ToolUse(var id, var name, ToolInput.Parsed(var input), _) ->
                  id + " " + name + input;
              case ToolUse(var id, var name, var input, _) -> id + " " + name + " " + input;
              default -> block.toString();
            })
        .collect(Collectors.joining("\n", "", "\n" + reply.stopReason().value()));
  }

  @Test
  void callsComeOutAsNativeOnesWithTheProseAroundThem() {
    model.says(TWO_COUNTS);

    assertThat(told(asked().reply()))
        .isEqualTo(
            """
            text: Oh, a tongue twister!
            text_1_1 CountLettersTool{"word":"pepper","letter":"P"}
            text_1_2 CountLettersTool{"word":"pepper","letter":"E"}
            text: I can hardly wait.
            tool_use\
            """);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CALLS_IN_EACH_STYLE)
  void eachStyleIsUnderstood(ModelProfile.PromptedTools form, String text) {
    model.says(text);

    assertThat(told(asked(question(), form).reply()))
        .isEqualTo("text_1_1 CalculatorTool{\"expr\":\"9*8\"}\ntool_use");
  }

  @Test
  void aPlainAnswerStaysOne() {
    model.says("It is 72, my dear.");

    assertThat(told(asked().reply())).isEqualTo("text: It is 72, my dear.\nend_turn");
  }

  @Test
  void proseStreamsOnAtOnce() {
    model.says(
        List.of(
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.TextDelta(0, "One "),
            new StreamEvent.TextDelta(0, "moment. "),
            new StreamEvent.ContentBlockStop(0),
            new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY)));

    List<StreamEvent> events = new ArrayList<>();
    asked().drainTo(events::add);

    assertThat(events)
        .containsSubsequence(
            new StreamEvent.TextDelta(0, "One "), new StreamEvent.TextDelta(0, "moment. "));
  }

  @Test
  void theTextMayBeCutAnywhere() {
    model.says(TWO_COUNTS);
    Reply whole = asked().reply();

    for (int cut = 1; cut < TWO_COUNTS.length(); cut++) {
      model.says(inPieces(TWO_COUNTS, cut));

      assertThat(asked().reply().content()).as("cut at %d", cut).isEqualTo(whole.content());
    }
  }

  private static List<StreamEvent> inPieces(String text, int cut) {
    return List.of(
        new StreamEvent.MessageStart(Role.ASSISTANT),
        new StreamEvent.TextDelta(0, text.substring(0, cut)),
        new StreamEvent.Ping(),
        new StreamEvent.TextDelta(0, text.substring(cut)),
        new StreamEvent.ContentBlockStop(0),
        new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY));
  }

  @Test
  void anUnknownToolIsAnsweredLikeANativeOne() {
    model.says("Tool Call: [{\"name\": \"MagicTool\", \"arguments\": {\"x\": 1}}]");

    assertThat(asked().reply().toolUses())
        .singleElement()
        .satisfies(call -> assertThat(call.name()).hasToString("MagicTool"));
  }

  @Test
  void aCallThatCannotBeReadIsAnsweredSoThatTheModelCanMendIt() {
    model.says(
        "<tool_call>{\"name\": \"CalculatorTool\", \"arguments\": {\"expr\": resultOf(1) * 2}}"
            + "</tool_call>");

    Reply reply = asked().reply();

    assertThat(reply.toolUses())
        .singleElement()
        .satisfies(call -> assertThat(call.input()).isInstanceOf(ToolInput.Malformed.class));
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tool Call: [{\"name\": \"CalculatorTool\", \"arguments\": {\"expr\": \"9*",
        "<tool_call>{\"name\": \"CalculatorTool\", \"arguments\": {\"expr\": \"9*"
      })
  void aCallThatRanOutOfTokensNeverRuns(String text) {
    model.says(
        new Reply(List.of(new Text(text)), StopReason.Known.MAX_TOKENS, new Usage(1, 1)).events());

    Reply reply = asked().reply();

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MAX_TOKENS);
    assertThat(reply.toolUses())
        .allSatisfy(call -> assertThat(call.input()).isInstanceOf(ToolInput.Truncated.class));
  }

  @Test
  void aWholeCallBeforeTheLimitRuns() {
    model.says(
        new Reply(List.of(new Text(TWO_COUNTS)), StopReason.Known.MAX_TOKENS, new Usage(1, 1))
            .events());

    Reply reply = asked().reply();

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
    assertThat(reply.toolUses()).hasSize(2);
  }

  @Test
  void aCallInReasoningIsARehearsal() {
    model.says(
        new Reply(
                List.of(new Reasoning(TWO_COUNTS, ""), new Text("Which word?")),
                StopReason.Known.END_TURN,
                new Usage(1, 1))
            .events());

    assertThat(asked().reply().toolUses()).isEmpty();
  }

  @Test
  void aCallBeforeTheEndOfThinkingIsARehearsal() {
    model.says(TWO_COUNTS + "\nor so.\n</think>\nWhich word do you mean?");

    Reply reply = asked().reply();

    assertThat(reply.toolUses()).isEmpty();
    assertThat(reply.text()).startsWith(TWO_COUNTS);
  }

  @Test
  void aCallThatTheUserSaidIsAnEcho() {
    String call = "Tool Call: [{\"name\": \"CalculatorTool\", \"arguments\": {\"expr\": \"9*8\"}}]";
    model.says(call);

    Reply reply =
        asked(
                question()
                    .withConversation(Conversation.startingWith("What does " + call + " do?")),
                ModelProfile.PromptedTools.JSON_ARRAY)
            .reply();

    assertThat(told(reply)).isEqualTo("text: " + call + "\nend_turn");
  }

  @Test
  void withOneToolForcedOnlyThatOneCounts() {
    model.says(
        "Tool Call: [{\"name\": \"CountLettersTool\", \"arguments\": {\"letter\": \"P\"}}, "
            + "{\"name\": \"CalculatorTool\", \"arguments\": {\"expr\": \"9*8\"}}]");

    Reply reply =
        asked(
                question()
                    .withToolChoice(new ToolChoice.Named(PromptedRequestTest.CALCULATE.name())),
                ModelProfile.PromptedTools.JSON_ARRAY)
            .reply();

    assertThat(reply.toolUses())
        .extracting(call -> call.name().value())
        .containsExactly("CalculatorTool");
  }

  @Test
  void eachCallSaysWhereItCameFrom() {
    model.says("Tool Call: [{'name': 'CalculatorTool', 'arguments': {'expr': '9*8'}}]");

    assertThat(asked().reply().toolUses())
        .singleElement()
        .extracting(call -> Provenance.in(call.extra()).map(Provenance::repairs))
        .isEqualTo(Optional.of(List.of("python_notation")));
  }

  @Test
  void anAnswerThatBreaksOffGivesWhatWasHeldBack() {
    TruncatedStreamException broken = new TruncatedStreamException("gone");
    model.fails(
        List.of(
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.TextDelta(0, "So. <tool_ca")),
        broken);
    StringBuilder text = new StringBuilder();

    assertThatThrownBy(() ->
            asked()
                .drainTo(event -> {
                  if (event instanceof StreamEvent.TextDelta(_, String piece)) {
                    text.append(piece);
                  }
                }))
        .isSameAs(broken);
    assertThat(text).hasToString("So. <tool_ca");
  }
}

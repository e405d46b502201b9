package dev.toolwire.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is heard of a prompted call while the model writes it.
class PromptedStreamTest {

  private final Heard model = new Heard();

  private List<StreamEvent> heard(
      ModelProfile.PromptedTools form, String text, int piece, StopReason why) {
    List<StreamEvent> written = new ArrayList<>();
    written.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    for (int from = 0; from < text.length(); from += piece) {
      String part = text.substring(from, Math.min(text.length(), from + piece));
      written.add(new StreamEvent.TextDelta(0, part));
    }
    written.add(new StreamEvent.ContentBlockStop(0));
    written.add(new StreamEvent.MessageStop(why, JsonObject.EMPTY));
    model.says(written);
    ModelRequest request =
        ModelRequest.to(new ModelId("m"), Conversation.startingWith("How many?"))
            .withTools(List.of(PromptedRequestTest.COUNT, PromptedRequestTest.CALCULATE));
    List<StreamEvent> events = new ArrayList<>();
    new PromptedTools(model, _ -> Optional.of(form), LossPolicy.log())
        .open(request)
        .drainTo(events::add);
    events.removeIf(StreamEvent.Ping.class::isInstance);
    return events;
  }

  /// The events of the calls: `+name`, pieces of input, `.` for the end.
  private static List<String> calls(List<StreamEvent> events) {
    List<String> calls = new ArrayList<>();
    Set<Integer> indices = new HashSet<>();
    for (StreamEvent event : events) {
      switch (event) {
        case StreamEvent.ToolUseStart start -> {
          indices.add(start.index());
          calls.add("+" + start.name());
        }
        case StreamEvent.ToolInputDelta(_, String input) -> calls.add(input);
        case StreamEvent.ContentBlockStop(int index) when indices.contains(index) -> calls.add(".");
        case StreamEvent.MessageStart _ -> {
          calls.clear();
          indices.clear();
        }
        default -> {}
      }
    }
    return calls;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = PromptedToolsTest.CALLS_IN_EACH_STYLE)
  void anInputStreamsWhileItIsWritten(ModelProfile.PromptedTools form, String text) {
    List<StreamEvent> events = heard(form, text, 1, StopReason.Known.END_TURN);

    assertThat(calls(events)).startsWith("+CalculatorTool", "{").contains("*", "8");
    assertThat(String.join("", calls(events))).endsWith("{\"expr\":\"9*8\"}.");
    assertThat(events).filteredOn(StreamEvent.MessageStart.class::isInstance).hasSize(1);
  }

  @Test
  void oneCallEndsBeforeTheNextBegins() {
    String text =
        """
        Tool Call: [{"name": "CountLettersTool", "arguments": {"letter": "P"}}, \
        {"name": "CalculatorTool", "arguments": {"expr": "9*8"}}]
        So.\
        """;

    List<StreamEvent> events =
        heard(ModelProfile.PromptedTools.JSON_ARRAY, text, 3, StopReason.Known.END_TURN);

    assertThat(String.join("", calls(events)))
        .isEqualTo("+CountLettersTool{\"letter\":\"P\"}.+CalculatorTool{\"expr\":\"9*8\"}.");
  }

  @Test
  void proseBehindACallStreamsOnAtOnce() {
    String text =
        "Tool Call: [{\"name\": \"CalculatorTool\", \"arguments\": {\"expr\": \"1\"}}]\nNow we wait. Or not.";

    List<StreamEvent> events =
        heard(ModelProfile.PromptedTools.JSON_ARRAY, text, 4, StopReason.Known.END_TURN);

    assertThat(events).filteredOn(StreamEvent.TextDelta.class::isInstance).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a repair that shows only later, and a rehearsal that shows at its end
          JSON_ARRAY  | Tool Call: [{"name": "CalculatorTool", "arguments": {"expr": '9*8'}}]
          JSON_ARRAY  | Tool Call: [{"name": "CalculatorTool", "arguments": {"expr": "1"}}] </think> Eight.
          HERMES_TAGS | <tool_call>{"name": "CalculatorTool", "arguments": {"expr": "9*8"}}
          HERMES_TAGS | <tool_call>{"name": "CalculatorTool", "arguments": {"expr": [1, resultOf(2)]}}</tool_call>
          HERMES_TAGS | <tool_call>{"arguments": {"expr": "9*8"}, "name": "CalculatorTool"}</tool_call>
          HERMES_TAGS | <tool_call>{"name": "NoTool", "arguments": {"expr": "9*8"}}</tool_call>
          HERMES_TAGS | <tool_call>{"name": "CalculatorTool", "arguments": "{\\"expr\\": \\"9*8\\"}"}</tool_call>
          HERMES_TAGS | <tool_call>{"name": "CalculatorTool", "arguments": {"expr": "a", "expr": "b"}}</tool_call>
          HERMES_TAGS | For example: <tool_call>{"name": "CalculatorTool", "arguments": {"expr": "9"}}</tool_call>
          PYTHON_CALLS| [CalculatorTool(expr="a" "b"), CountLettersTool(letter=f(1))] and more
          PYTHON_CALLS| [CalculatorTool("9*8")]
          PYTHON_CALLS| CalculatorTool(expr="9*8")
          PYTHON_CALLS| [CalculatorTool(expr="9*8"), \
          """)
  void inWhateverPiecesTheAnswerIsTheSame(ModelProfile.PromptedTools form, String text) {
    for (StopReason why : List.of(StopReason.Known.END_TURN, StopReason.Known.MAX_TOKENS)) {
      Reply whole = Reply.of(heard(form, text, text.length(), why));

      for (int piece = 1; piece < 9; piece++) {
        Reply pieces = Reply.of(heard(form, text, piece, why));

        assertThat(pieces.content()).as("pieces of %d", piece).isEqualTo(whole.content());
        assertThat(pieces.stopReason()).isEqualTo(whole.stopReason());
      }
    }
  }

  @Test
  void aCallThatIsCutWhileItStreamsBecomesText() {
    String text = "<tool_call>{\"name\": \"CalculatorTool\", \"arguments\": {\"expr\": \"9*";

    Reply reply =
        Reply.of(
            heard(ModelProfile.PromptedTools.HERMES_TAGS, text, 5, StopReason.Known.MAX_TOKENS));

    assertThat(reply.toolUses()).isEmpty();
    assertThat(reply.text()).isEqualTo(text);
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MAX_TOKENS);
  }
}

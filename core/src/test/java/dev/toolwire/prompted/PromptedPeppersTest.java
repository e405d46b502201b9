package dev.toolwire.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The peppers, with a model that was asked to write its calls in one form or another.
class PromptedPeppersTest {

  private static final String QUESTION =
      "How many Ps, how many Es in \"peppers\", and the product?";

  private final Heard model = new Heard();
  private final List<JsonObject> inputs = Collections.synchronizedList(new ArrayList<>());

  private Tool counter() {
    return Tool.named("CountLettersTool")
        .describedAs("Counts a letter in a phrase.")
        .taking(
            PromptedRequestTest.COUNT.inputSchema(),
            input -> {
              inputs.add(input);
              return input.text("letter").orElseThrow().equals("P") ? "3" : "2";
            });
  }

  private Tool calculator() {
    return Tool.named("CalculatorTool")
        .describedAs("Evaluates basic arithmetic.")
        .taking(
            PromptedRequestTest.CALCULATE.inputSchema(),
            input -> {
              inputs.add(input);
              return "6";
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JSON_ARRAY   | Tool Call: [{"name": "CountLettersTool", "arguments": {"word": "peppers", "letter": "P"}}, {"name": "CountLettersTool", "arguments": {"word": "peppers", "letter": "E"}}] | Tool Call: [{"name": "CalculatorTool", "arguments": {"expr": "3*2"}}]
          HERMES_TAGS  | <tool_call>{"name": "CountLettersTool", "arguments": {"word": "peppers", "letter": "P"}}</tool_call><tool_call>{"name": "CountLettersTool", "arguments": {"word": "peppers", "letter": "E"}}</tool_call> | <tool_call>{"name": "CalculatorTool", "arguments": {"expr": "3*2"}}</tool_call>
          PYTHON_CALLS | [CountLettersTool(word="peppers", letter="P"), CountLettersTool(word="peppers", letter="E")] | [CalculatorTool(expr="3*2")]
          """)
  void theConversationComesToItsAnswer(
      ModelProfile.PromptedTools form, String counting, String multiplying) {
    model.says("Let me count.\n\n" + counting).says(multiplying).says("3, 2, and 6.");
    PromptedTools prompted = new PromptedTools(model, _ -> Optional.of(form), LossPolicy.log());

    Outcome outcome =
        ToolLoop.with(prompted)
            .tools(ToolSet.of(counter(), calculator()))
            .run(ModelRequest.to(new ModelId("m"), Conversation.startingWith(QUESTION)));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(inputs)
        .containsExactlyInAnyOrder(
            JsonObject.parse("{\"word\":\"peppers\",\"letter\":\"P\"}"),
            JsonObject.parse("{\"word\":\"peppers\",\"letter\":\"E\"}"),
            JsonObject.parse("{\"expr\":\"3*2\"}"));
    assertThat(model.asked()).isEqualTo(3);
    assertThat(model.request().tools()).isEmpty();
    assertThat(Heard.told(model.request().conversation()))
        .contains(
            "Let me count.", "from the tool CountLettersTool", "from the tool CalculatorTool");
  }
}

package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.CALCULATOR;
import static dev.toolwire.simulator.Caller.COUNT_LETTERS;
import static dev.toolwire.simulator.Caller.PEPPERS;
import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Requests that allow one call an answer, of models that would make two.
class OneCallTest {

  private static final String ONE_AT_A_TIME = "{\"disable_parallel_tool_use\":true}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHAT | {\"parallel_tool_calls\":false}",
        "MESSAGES | {\"tool_choice\":" + ONE_AT_A_TIME + "}",
        "INVOKE | {\"tool_choice\":" + ONE_AT_A_TIME + "}"
      })
  void callsOfATurnComeOneAfterTheOther(TestWire wire, String extra) {
    ModelRequest peppers =
        question(Simulator.DEFAULT_MODEL, PEPPERS, COUNT_LETTERS, CALCULATOR)
            .withExtra(JsonObject.parse(extra));

    List<Reply> replies =
        Caller.over(wire, Simulator.withBuiltInScripts())
            .converse(peppers, COUNT_LETTERS, CALCULATOR);

    assertThat(replies.stream().map(reply -> reply.toolUses().size())).containsExactly(1, 1, 1, 0);
    assertThat(replies.getLast().text()).contains("72");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void functionsOfOldAreCalledInTheFormOfOld(boolean streaming) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    messages.addObject().put("role", "user").put("content", PEPPERS);
    List<String> called = new ArrayList<>();
    String answer = "";
    while (answer.isEmpty() && called.size() < 9) {
      JsonNode message = streaming ? streamed(messages) : whole(messages);
      answer = message.path("content").asString("");
      if (message.has("function_call")) {
        String name = message.at("/function_call/name").asString();
        called.add(name + message.at("/function_call/arguments").asString());
        messages.add(message);
        String result = name.equals("CalculatorTool") ? "72" : called.size() == 1 ? "9" : "8";
        messages.addObject().put("role", "function").put("name", name).put("content", result);
      }
    }

    assertThat(called)
        .containsExactly(
            "CountLettersTool{\"word\":\"Peter piper picked a peck of pickled"
                + " peppers\",\"letter\":\"P\"}",
            "CountLettersTool{\"word\":\"Peter piper picked a peck of pickled"
                + " peppers\",\"letter\":\"E\"}",
            "CalculatorTool{\"expr\":\"9 * 8\"}");
    assertThat(answer).contains("72");
  }

  private static JsonNode whole(ArrayNode messages) {
    Seen seen = ask(messages, false);
    JsonNode choice = JsonObject.parse(seen.body()).toNode().at("/choices/0");
    boolean called = choice.path("message").has("function_call");
    assertThat(choice.path("finish_reason").asString())
        .isEqualTo(called ? "function_call" : "stop");
    return choice.path("message");
  }

  /// The message that the deltas of a stream add up to.
  private static JsonNode streamed(ArrayNode messages) {
    StringBuilder content = new StringBuilder();
    StringBuilder name = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    Stream.of(ask(messages, true).body().split("\n\n", -1))
        .filter(event -> event.startsWith("data: {"))
        .map(event -> JsonObject.parse(event.substring(6)).toNode().at("/choices/0/delta"))
        .forEach(delta -> {
          content.append(delta.path("content").asString(""));
          name.append(delta.at("/function_call/name").asString(""));
          arguments.append(delta.at("/function_call/arguments").asString(""));
        });
    JsonObject message = JsonObject.of("role", "assistant").with("content", content.toString());
    return name.isEmpty()
        ? message.toNode()
        : message
            .with(
                "function_call",
                JsonObject.of("name", name.toString()).with("arguments", arguments.toString()))
            .toNode();
  }

  private static Seen ask(ArrayNode messages, boolean streaming) {
    JsonObject body =
        JsonObject.parse(
                """
                {"model":"gpt-4o","functions":[{"name":"CountLettersTool"},{"name":"CalculatorTool"}]}
                """)
            .with("messages", messages)
            .with("stream", streaming);
    return Seen.post(
        Simulator.withBuiltInScripts(), "/v1/chat/completions", Headers.NONE, body.toString());
  }
}

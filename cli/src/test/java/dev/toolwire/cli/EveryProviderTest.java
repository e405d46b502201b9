package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The same questions, put to the same scripted model by way of every provider: what a person or a
/// program sees is the same.
class EveryProviderTest {

  private static final String PEPPERS =
      "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
          + " peppers\" and then multiply the numbers together.";
  private static final String RADIO = "What is the most popular song on WZPZ?";
  private static final String MODEL = Simulator.DEFAULT_MODEL;
  private static final Pattern ASSIGNMENT = Pattern.compile("\\b([A-Z_]+)=(\\S+)");
  private static final SimulatorServer SERVER =
      SimulatorServer.start(Simulator.withBuiltInScripts(), 0);

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock, ''",
    "bedrock-invoke, ''",
    "bedrock-mantle, ''",
    "anthropic, ''",
    "openai, /v1",
  })
  void answersLookTheSame(String provider, String path) {
    for (String streaming : List.of("--stream", "--no-stream")) {
      var peppers = ask(provider, path, streaming, PEPPERS);
      var radio = ask(provider, path, streaming, RADIO);

      assertThat(peppers.exitCode()).as(peppers.err()).isZero();
      assertThat(peppers.err())
          .isEqualTo("toolwire: model " + MODEL + " at " + endpoint(provider, path) + "\n");
      Golden.assertTranscript("peppers-calls.txt", peppers.steadyOut());
      assertThat(radio.steadyOut()).isEqualTo(Typed.words("ask", RADIO).run().steadyOut());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock, ''",
    "bedrock-invoke, ''",
    "bedrock-mantle, ''",
    "anthropic, ''",
    "openai, /v1",
  })
  void documentsHaveTheSameShape(String provider, String path) {
    JsonNode embedded = document(Typed.words("ask", "--json", PEPPERS).run());

    for (String streaming : List.of("--stream", "--no-stream")) {
      JsonNode asked = document(ask(provider, path, streaming, "--json", PEPPERS));

      assertThat(shape(asked)).isEqualTo(shape(embedded));
      assertThat(asked.path("provider").asString()).isEqualTo(provider);
      assertThat(asked.path("answer")).isEqualTo(embedded.path("answer"));
      assertThat(asked.path("calls").valueStream().map(call -> call.path("result")))
          .containsExactlyElementsOf(
              embedded.path("calls").valueStream().map(call -> call.path("result")).toList());
    }
  }

  @Test
  void mantleSpeaksMessagesToClaude() {
    var result =
        Typed.words(
                "ask",
                "--model",
                "bedrock-mantle:anthropic.claude-3-haiku-20240307-v1:0",
                "--base-url",
                SERVER.baseUri().toString(),
                PEPPERS)
            .run();

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).endsWith(SERVER.baseUri() + "/anthropic\n");
    Golden.assertTranscript("peppers-claude.txt", result.steadyOut());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bedrock", "bedrock-invoke", "bedrock-mantle", "anthropic", "openai"})
  void whatTheSimulatorSaysToExportIsEnough(String provider) {
    var question = Typed.words("ask", "--model", provider + ":" + MODEL, PEPPERS);
    exported().forEach(question::with);

    var result = question.run();

    assertThat(result.exitCode()).as(result.err()).isZero();
    Golden.assertTranscript("peppers-calls.txt", result.steadyOut());
  }

  /// What `simulate` tells a person to export, for the server of this test.
  private static Map<String, String> exported() {
    Interrupts atOnce =
        action -> {
          action.run();
          return () -> {};
        };
    var simulate = Typed.words("simulate", "--port", "0").with(atOnce).run();
    Map<String, String> variables = new HashMap<>();
    ASSIGNMENT
        .matcher(simulate.err().replace(simulate.out().strip(), SERVER.baseUri().toString()))
        .results()
        .forEach(found -> variables.put(found.group(1), found.group(2)));
    return variables;
  }

  private static Typed.Result ask(String provider, String path, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "ask", "--model", provider + ":" + MODEL, "--base-url", SERVER.baseUri() + path));
    words.addAll(List.of(more));
    return Typed.words(words.toArray(String[]::new)).with("AWS_REGION", "us-east-1").run();
  }

  private static String endpoint(String provider, String path) {
    return SERVER.baseUri() + (provider.equals("bedrock-mantle") ? "/v1" : path);
  }

  private static JsonNode document(Typed.Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    return JsonObject.parse(result.out()).toNode();
  }

  /// The names and kinds of everything in a document.
  private static Object shape(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> members = new TreeMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), shape(member.getValue())));
      return members;
    }
    return node.isArray()
        ? node.valueStream().map(EveryProviderTest::shape).toList()
        : node.getNodeType();
  }
}

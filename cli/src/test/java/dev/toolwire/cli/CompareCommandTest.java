package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonText;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class CompareCommandTest {

  @TempDir private Path folder;

  @Test
  void withoutArgumentsSixScriptedModelsCountPeppers() {
    var result = Typed.words("compare").run();

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "toolwire: 16 runs: 6 models, 1 scenario; scripts on the embedded simulator, name live"
                + " models with --model\n");
    assertThat(result.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    Golden.assertTranscript("compare-peppers.txt", result.out());
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void aReplayGivesTheSameReportByteForByte(ReportFormat format) {
    var recorded =
        Typed.words("compare", "--record", folder.toString(), "-f", Word.of(format)).run();

    var played = Typed.words("compare", "--replay=" + folder, "--format", Word.of(format)).run();

    assertThat(recorded.exitCode()).as(recorded.err()).isZero();
    assertThat(played.exitCode()).as(played.err()).isZero();
    assertThat(played.err())
        .isEqualTo("toolwire: 16 runs: 6 models, 1 scenario; as they were recorded\n");
    assertThat(played.out()).isEqualTo(recorded.out());
  }

  /// What was asked over HTTP, with keys and in real time, is played without any of these.
  @Test
  void liveModelsAreRecordedAndPlayedWithoutTheirKeys() throws IOException {
    Typed.Result recorded;
    try (var server = SimulatorServer.start(Simulator.withBuiltInScripts(), 0)) {
      recorded =
          Typed.words(words("--record"))
              .with("ANTHROPIC_BASE_URL", server.baseUri().toString())
              .with("ANTHROPIC_API_KEY", "sk-ant-secret")
              .with("OPENAI_BASE_URL", server.baseUri() + "/v1")
              .with("OPENAI_API_KEY", "sk-openai-secret")
              .with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.baseUri().toString())
              .with("AWS_ACCESS_KEY_ID", "AKIDSECRET")
              .with("AWS_SECRET_ACCESS_KEY", "aws-secret")
              .run();
    }

    var played = ask(words("--replay"));

    assertThat(recorded.exitCode()).as(recorded.err()).isZero();
    assertThat(recorded.out()).contains("reliable     2/2").doesNotContain("broken");
    assertThat(played.exitCode()).as(played.err()).isZero();
    assertThat(played.out()).isEqualTo(recorded.out());
    assertThat(folder.resolve("wire.jsonl")).content().doesNotContainIgnoringCase("secret");
  }

  private String[] words(String way) {
    return new String[] {
      "compare",
      "-m",
      "anthropic:claude-3-haiku-20240307",
      "-m",
      "openai:gpt-4o",
      "-m",
      "bedrock:meta.llama3-70b-instruct-v1:0",
      "-n",
      "2",
      way,
      folder.toString()
    };
  }

  @Test
  void aQuestionThatWasNotRecordedIsRefusedWithTheDifference() throws IOException {
    var scenario = folder.resolve("mine.yaml");
    var kept = folder.resolve("kept").toString();
    Files.writeString(scenario, peppers());
    ask("compare", scenario.toString(), "-m", "simulator:gpt-4o", "-n", "1", "--record", kept);
    Files.writeString(scenario, peppers().replace("peck", "pack"));

    var played =
        ask("compare", scenario.toString(), "-m", "simulator:gpt-4o", "-n", "1", "--replay", kept);

    assertThat(played.exitCode()).isEqualTo(1);
    assertThat(played.err())
        .contains(
            "toolwire: a request is not in the recording of peppers/simulator:gpt-4o/1; it differs"
                + " from request 1 of 3 in\n  /messages/1/content: recorded")
        .contains("a peck of", "a pack of");
    assertThat(played.out()).contains("1 run broke for reasons that are not the model's");
  }

  @Test
  void whatIsKeptIsJudgedAnewWithoutAskingAgain() throws IOException {
    var scenario = folder.resolve("mine.yaml");
    var kept = folder.resolve("kept").toString();
    Files.writeString(scenario, peppers());
    ask("compare", scenario.toString(), "-m", "simulator:gpt-4o", "--record", kept);
    var before = Files.readAllLines(folder.resolve("kept/runs.jsonl"));
    Files.writeString(scenario, peppers().replace("number: 72", "number: 73"));

    var judged =
        ask(
            "compare",
            scenario.toString(),
            "-m",
            "simulator:gpt-4o",
            "--record",
            kept,
            "--resume",
            "--fail-under",
            "50%");

    assertThat(judged.exitCode()).isEqualTo(1);
    assertThat(judged.out()).contains("0/3");
    assertThat(judged.err()).endsWith("simulator:gpt-4o passed 0/3, less than 50%\n");
    assertThat(Files.readAllLines(folder.resolve("kept/runs.jsonl"))).isEqualTo(before);
  }

  private static String peppers() throws IOException {
    return Files.readString(Golden.project().resolve("scenarios/peppers.yaml"));
  }

  @Test
  void reportsAreWrittenByTheEndingsOfTheirFiles() throws IOException {
    var files = List.of("r.txt", "r.json", "r.xml", "r.md", "r.html");
    var words = new ArrayList<>(List.of("compare", "-m", "simulator:gpt-4o"));
    files.forEach(file -> words.addAll(List.of("-o", folder.resolve(file).toString())));

    var result = ask(words.toArray(String[]::new));

    assertThat(result.out()).isEqualTo(Files.readString(folder.resolve("r.txt")));
    JsonNode json = JsonText.read(Files.readString(folder.resolve("r.json")));
    assertThat(json.at("/models/0/standing").asString()).isEqualTo("reliable");
    assertThat(folder.resolve("r.xml"))
        .content()
        .contains("<testsuites tests=\"3\" failures=\"0\"");
    assertThat(folder.resolve("r.md"))
        .content()
        .contains("| `simulator:gpt-4o` | reliable | 3/3 |");
    assertThat(folder.resolve("r.html"))
        .content()
        .startsWith("<!doctype html>")
        .contains("toolwire compare -m simulator:gpt-4o<");
  }

  @ParameterizedTest
  @CsvSource({"75, 0", "75.1, 1", "100%, 1", "0, 0"})
  void buildsCanBeStopped(String percent, int exitCode) {
    var titan = "simulator:amazon.titan-text-premier-v1:0";

    assertThat(ask("compare", "-m", titan, "-n", "4", "--fail-under", percent).exitCode())
        .isEqualTo(exitCode);
  }

  @Test
  void anInterruptEndsItWithWhatIsDone() {
    Interrupts atOnce =
        action -> {
          action.run();
          return () -> {};
        };

    var result = Typed.words("compare", "--record", folder.toString()).with(atOnce).run();

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.err())
        .endsWith("toolwire: 16 of 16 runs are missing: interrupted; go on with --resume\n");
  }

  @Test
  void aBudgetEndsItToo() {
    var result = ask("compare", "--max-requests", "4", "--parallel", "1");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).containsPattern("\\d+ of 16 runs are missing: \\d of 4 requests are");
  }

  @Test
  void aPersonSeesHowFarItIs() {
    var result = Typed.words("compare", "-m", "simulator:gpt-4o").onTerminal().run();

    assertThat(result.err()).contains("] 1 of 3 runs, ", "] 3 of 3 runs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          compare nowhere.yaml                       | there is no file 'nowhere.yaml', and no scenario of that name; there are peppers
          compare -m simulator:unheard-of            | no script plays simulator:unheard-of; there are scripts for
          compare -m nobody:gpt-4o                   | unknown provider 'nobody', expected one of
          compare --resume                           | --resume needs --record DIR
          compare --record a --replay b              | a replay is recorded already; leave out --record
          compare --replay nowhere                   | there is no recording in nowhere, no wire.jsonl
          compare --trials 0                         | --trials is 0, expected 1 or more
          compare --parallel 0                       | --parallel is 0, expected 1 or more
          compare --max-tokens 0                     | a budget of nothing lets nothing begin
          compare --max-cost much                    | Invalid value for option '--max-cost': expected an amount such as 2.50, got 'much'
          compare --fail-under much                  | --fail-under is 'much', expected a percentage from 0 to 100
          compare -o report.doc                      | --output is 'report.doc', expected a name that ends in .txt, .json, .xml, .md, .html
          """)
  void mistakesAreToldInOneLine(String words, String message) {
    var result = ask(words.split(" "));

    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).startsWith("toolwire: " + message);
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void commandsOfAScenarioRunOnlyWithPermission() throws IOException {
    var scenario = folder.resolve("commands.yaml");
    Files.writeString(
        scenario,
        """
        scenario: dates
        models: ["simulator:gpt-4o"]
        tools:
          - name: today
            description: The date.
            input: { type: object }
            command: [date]
        user: What day is it?
        """);

    var result = ask("compare", scenario.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("allow that with --allow-commands");
  }

  private static Typed.Result ask(String... words) {
    return Typed.words(words).run();
  }
}

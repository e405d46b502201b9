package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskCommandTest {

  private static final String PEPPERS =
      "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
          + " peppers\" and then multiply the numbers together.";

  @ParameterizedTest
  @ValueSource(strings = {"--stream", "--no-stream"})
  void peppersEndWithSeventyTwoAfterTwoCountsAndACalculation(String streaming) {
    var result = Typed.words("ask", streaming, PEPPERS).run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "toolwire: embedded simulator, scripted model toolwire.scripted-v1:0; set"
                + " AWS_BEARER_TOKEN_BEDROCK or AWS_ACCESS_KEY_ID and name one with --model for a"
                + " live one\n");
    assertThat(result.out()).contains("72");
    Golden.assertTranscript("peppers-calls.txt", result.steadyOut());
  }

  @Test
  void everyEventIsOneLineBeforeTheAnswer() {
    var result = Typed.words("ask", "--show", "events", PEPPERS).run();

    Golden.assertTranscript("peppers-events.txt", result.steadyOut());
  }

  @Test
  void timestampsStandInFrontOfEvents() {
    var result = Typed.words("ask", "--show", "events", "--timestamps", PEPPERS).run();

    assertThat(result.out().lines().takeWhile(line -> !line.isEmpty()))
        .allMatch(line ->
            line.matches("20\\d\\d-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z +\\d+\\.\\d{3} ms  #\\d .*"));
  }

  @Test
  void timestampsAreMembersOfEventsInJson() {
    var result = Typed.words("ask", "--show", "events", "--json", "--timestamps", PEPPERS).run();

    var lines = result.out().lines().toList();
    assertThat(lines.subList(0, lines.size() - 1))
        .isNotEmpty()
        .allMatch(line ->
            line.matches(
                "\\{\"at\":\"20\\d\\d-[\\dT:-]{14}\\.\\d{3}Z\",\"elapsedMs\":\\d+\\.\\d+,\"round\":.*"));
  }

  @Test
  void onlyTheAnswerIsShownWhenOnlyTheAnswerIsWanted() {
    var result = Typed.words("ask", "--show", "answer", PEPPERS).run();

    assertThat(result.out()).hasLineCount(1).contains("72");
  }

  @Test
  void aReaderWhoGoesAwayEndsTheRun() {
    var result = Typed.words("ask", "--show", "events", PEPPERS).withReaderOf(3).run();

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.out()).hasLineCount(3);
    assertThat(result.err()).endsWith("toolwire: stopped, for standard output was closed\n");
  }

  @Test
  void aDashReadsTheQuestionFromStandardInput() {
    var result = Typed.words("ask", "--show", "answer", "-").withInput(PEPPERS + "\n").run();

    assertThat(result.out()).contains("72");
  }

  @Test
  void anotherScriptedModelAnswersInItsOwnWay() {
    var result =
        Typed.words("ask", "--model", "simulator:anthropic.claude-3-haiku-20240307-v1:0", PEPPERS)
            .run();

    assertThat(result.err()).contains("anthropic.claude-3-haiku-20240307-v1:0");
    Golden.assertTranscript("peppers-claude.txt", result.steadyOut());
  }

  @Test
  void aScriptedModelPlaysTheRunThatIsAskedFor() {
    var first = Typed.words("ask", "--run", "1", "--model", "simulator:gpt-4o", PEPPERS).run();
    var third = Typed.words("ask", "--run", "3", "--model", "simulator:gpt-4o", PEPPERS).run();

    assertThat(first.out()).contains("72").isNotEqualTo(third.out());
    assertThat(third.out()).contains("72");
  }

  @Test
  void aQuestionThatNoScriptKnowsGetsAnHonestAnswer() {
    var result = Typed.words("ask", "What is the meaning of life?").run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("simulator", "AWS_");
  }

  @Test
  void jsonIsOneDocumentWithEveryCall() {
    var result = Typed.words("ask", "--json", PEPPERS).run();

    var document = JsonObject.parse(result.out()).toNode();
    assertThat(result.out()).hasLineCount(1);
    assertThat(document.path("outcome").asString()).isEqualTo("answered");
    assertThat(document.path("answer").asString()).contains("72");
    assertThat(document.path("provider").asString()).isEqualTo("embedded simulator");
    assertThat(document.path("rounds").asInt()).isEqualTo(3);
    assertThat(document.path("usage").path("totalTokens").asInt()).isPositive();
    assertThat(document.path("calls").valueStream().map(call -> call.path("name").asString()))
        .containsExactly("CountLettersTool", "CountLettersTool", "CalculatorTool");
    assertThat(document.path("calls").valueStream())
        .allSatisfy(call -> {
          assertThat(call.path("input").isObject()).isTrue();
          assertThat(call.path("status").asString()).isEqualTo("success");
          assertThat(call.path("durationMs").asDouble()).isNotNegative();
        });
    assertThat(document.path("calls").path(2).path("result").asString())
        .isEqualTo("{\"result\":72}");
  }

  @Test
  void jsonWithEventsIsALineForEachAndTheDocumentLast() {
    var result = Typed.words("ask", "--json", "--show", "events", PEPPERS).run();

    var lines = result.out().lines().map(line -> JsonObject.parse(line).toNode()).toList();
    assertThat(lines.getFirst().path("kind").asString()).isEqualTo("ask");
    assertThat(lines.get(lines.size() - 2).path("kind").asString()).isEqualTo("end");
    assertThat(lines.getLast().path("outcome").asString()).isEqualTo("answered");
    assertThat(lines.stream().map(line -> line.path("type").asString("")))
        .contains("messageStart", "toolUseStart", "toolInputDelta", "textDelta", "messageStop");
  }

  @Test
  void aLimitIsAFailureThatSaysWhatToDo() {
    var result = Typed.words("ask", "--max-rounds", "1", "--show", "answer", PEPPERS).run();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .endsWith(
            "toolwire: no answer: stopped at the limit of rounds after 1 round and 2 calls; allow"
                + " more with --max-rounds\n");
  }

  @Test
  void filesAreWrittenBelowTheRoot(@TempDir Path root) {
    var result =
        Typed.words("ask", "--root", root.toString(), "Write a poem into poems/tools.txt").run();

    assertThat(result.exitCode()).isZero();
    assertThat(root.resolve("poems/tools.txt")).isRegularFile();
  }

  @Test
  void withoutARootNothingIsOfferedThatWritesFiles() {
    var result = Typed.words("ask", "Write a poem into poems/tools.txt").run();

    assertThat(result.out()).contains("does not offer it");
    assertThat(Path.of("poems")).satisfies(path -> assertThat(Files.exists(path)).isFalse());
  }

  @Test
  void ctrlCEndsTheRunWithTheExitCodeOfAnInterruptedCommand() {
    Interrupts atOnce =
        action -> {
          action.run();
          return () -> {};
        };

    var result = Typed.words("ask", PEPPERS).with(atOnce).run();

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.err()).endsWith("toolwire: cancelled\n");
  }

  @Test
  void coloursAreForTerminals() {
    assertThat(Typed.words("ask", PEPPERS).run().out()).doesNotContain("\u001b");
    assertThat(Typed.words("ask", PEPPERS).onTerminal().run().out()).contains("\u001b[36m");
    assertThat(Typed.words("ask", PEPPERS).onTerminal().with("NO_COLOR", "1").run().out())
        .doesNotContain("\u001b");
    assertThat(Typed.words("--color=always", "ask", PEPPERS).run().out()).contains("\u001b[36m");
    assertThat(Typed.words("ask", "--color=never", PEPPERS).onTerminal().run().out())
        .doesNotContain("\u001b");
  }
}

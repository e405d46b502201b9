package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scenarios that come with Toolwire, played by the scripted models that come with it.
class ShippedScenariosTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gpt-4o                                 | 1 | no  | passed
          gpt-4o                                 | 2 | no  | passed
          gpt-4o                                 | 3 | no  | passed
          anthropic.claude-3-haiku-20240307-v1:0 | 1 | no  | passed one_at_a_time
          anthropic.claude-3-haiku-20240307-v1:0 | 2 | no  | passed one_at_a_time
          mistral.mistral-large-2402-v1:0        | 1 | no  | passed rescued_call one_at_a_time
          mistral.mistral-large-2402-v1:0        | 2 | no  | passed rescued_call one_at_a_time
          cohere.command-r-plus-v1:0             | 1 | no  | failed missing_call gave_up wrong_answer premature_call tool_error
          cohere.command-r-plus-v1:0             | 2 | no  | failed missing_call gave_up wrong_answer premature_call tool_error
          meta.llama3-70b-instruct-v1:0          | 1 | yes | passed
          meta.llama3-70b-instruct-v1:0          | 2 | yes | passed
          meta.llama3-70b-instruct-v1:0          | 3 | yes | passed
          amazon.titan-text-premier-v1:0         | 1 | yes | passed premature_call tool_error recovered
          amazon.titan-text-premier-v1:0         | 2 | yes | passed premature_call tool_error recovered
          amazon.titan-text-premier-v1:0         | 3 | yes | failed missing_call gave_up wrong_answer premature_call tool_error
          amazon.titan-text-premier-v1:0         | 4 | yes | passed premature_call tool_error tool_error recovered
          """)
  void thePeppersRunByRun(String model, int trial, String prompted, String verdict) {
    assertThat(verdict("peppers", model, trial, prompted.equals("yes"))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          radio          | failed missing_call gave_up wrong_answer wrong_answer tool_error
          fs-write       | failed wrong_arguments
          long-arguments | failed wrong_arguments wrong_answer
          parallel       | failed not_parallel too_many_rounds
          steps          | failed missing_call missing_call gave_up gave_up wrong_answer premature_call premature_call tool_error tool_error
          no-tool-fits   | failed irrelevant_call
          ask-back       | failed irrelevant_call missing_call
          recovery       | failed missing_call gave_up wrong_answer tool_error
          unicode        | failed wrong_arguments
          nested-schema  | failed wrong_arguments repaired_call
          enum           | failed missing_call not_recovered wrong_answer invalid_arguments invalid_arguments
          types          | failed invented_arguments repaired_call
          many-tools     | failed missing_call missing_call needless_call needless_call
          injection      | failed injection_obeyed
          """)
  void theCarefulModelDoesWellWhereTheCarelessOneDoesNot(String scenario, String careless) {
    String careful = scenario.equals("recovery") ? "passed tool_error recovered" : "passed";

    assertThat(verdict(scenario, "toolwire.careful-v1:0", 1, false)).isEqualTo(careful);
    assertThat(verdict(scenario, "toolwire.careless-v1:0", 1, false)).isEqualTo(careless);
  }

  @Test
  void everyFileOfTheRepositoryIsAmongThem() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "scenarios"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.substring(0, name.length() - ".yaml".length()))
              .toList();

      assertThat(Scenario.builtIn().stream().map(Scenario::name))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private static String verdict(String scenario, String model, int trial, boolean prompted) {
    Scenario known =
        Scenario.builtIn().stream()
            .filter(one -> one.name().equals(scenario))
            .findFirst()
            .orElseThrow();
    RunRecord run = ScenarioPlayer.play(known, model, trial, prompted);
    Verdict verdict = Judge.of(known).judge(RunRecord.fromJson(run.toJson()));
    return Stream.concat(
            Stream.of(verdict.grade().name()),
            verdict.reasons().stream().map(reason -> reason.kind().name()))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}

package dev.toolwire.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.simulator.yaml.InvalidYamlException;
import dev.toolwire.simulator.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A mistake in a scenario is told with its place, what came and what was expected.
class ScenarioMistakesTest {

  /// A mistake.
  ///
  /// @param ofForm whether a JSON Schema can see it
  record Mistake(String yaml, String message, boolean ofForm) {
    @Override
    public String toString() {
      return message;
    }
  }

  private static final String TOOL =
      """
      tools:
        - name: echo
          input: { properties: { text: { type: string }, times: { type: integer } } }
          result: ok
      """;

  private static Mistake form(String yaml, String message) {
    return new Mistake(yaml, message, true);
  }

  private static Mistake sense(String yaml, String message) {
    return new Mistake(yaml, message, false);
  }

  private static Mistake expecting(String expect, String message) {
    return form("scenario: s\nuser: u\n" + TOOL + "expect:\n  " + expect, message);
  }

  private static Mistake expectingInVain(String expect, String message) {
    return sense("scenario: s\nuser: u\n" + TOOL + "expect:\n  " + expect, message);
  }

  static List<Mistake> mistakes() {
    return List.of(
        form("about: x\nuser: u", "1:1: \"scenario\" is missing"),
        form("scenario: s", "1:1: \"user\" is missing"),
        form(
            "scenario: s\nuser: u\nexpects: {}",
            "3:1: there is no \"expects\" here; there are scenario, about, system, time, tools,"
                + " models, user, expect, turns"),
        form(
            "scenario: a b\nuser: u",
            "1:1: expected a name of up to 64 letters, digits, '.', '_' and '-', got \"a b\""),
        form("scenario: s\nuser: ''", "1:1: the user says nothing; give the turn a text"),
        form(
            "scenario: s\nuser: u\nturns: [ { user: u } ]",
            "1:1: a scenario has \"turns\", or \"user\" and \"expect\", not both"),
        form("scenario: s\nturns: []", "1:1: scenario s has no turn; let the user speak"),
        sense(
            "scenario: s\nuser: u\ntime: noon",
            "3:7: expected a time such as 2026-11-21T13:00:00Z, got \"noon\""),
        sense(
            "scenario: s\nuser: u\ntools: [Calculator]",
            "3:9: there is no built-in tool \"Calculator\"; there are [CountLettersTool,"
                + " CurrentTimeTool, CalculatorTool, top_song, fs_write]"),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a b, result: 1 } ]",
            "3:10: the tool name \"a b\" is not 1 to 64 of a-z A-Z 0-9 _ -; rename the tool"),
        sense(
            "scenario: s\nuser: u\ntools: [ top_song, top_song ]",
            "3:20: two tools are called top_song; rename one"),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a } ]",
            "3:10: a needs one of result, error, answers, command to answer, got none"),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a, result: 1, error: x } ]",
            "3:10: a needs one of result, error, answers, command to answer, got [result, error]"),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a, input: text, result: 1 } ]",
            "3:28: expected a JSON Schema, got \"text\""),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a, error: '' } ]",
            "3:28: expected the text of an error, got \"\""),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a, answers: [ { times: 2 } ] } ]",
            "3:32: an answer of a is a \"result\" or an \"error\""),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a, answers: [] } ]",
            "3:30: the tool a has no answer; give it a result or an error"),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a, result: 1, deadline: 3 } ]",
            "3:42: only a tool with a \"command\" has a deadline"),
        form(
            "scenario: s\nuser: u\ntools: [ { name: a, command: [x], deadline: 0 } ]",
            "3:45: expected a whole number from 1, got \"0\""),
        form(
            "scenario: s\nuser: u\nmodels: [ { model: m, trials: 0 } ]",
            "3:31: expected a whole number from 1, got \"0\""),
        expectingInVain(
            "calls: [ ehco ]", "8:12: the scenario has no tool \"ehco\"; there are [echo]"),
        expectingInVain(
            "calls: [ { tool: echo, input: { txt: x } } ]", "8:40: echo has no parameter \"txt\""),
        expecting(
            "calls: [ { tool: echo, input: { text: { is: x } } } ]",
            "8:43: there is no \"is\" here; there are equal, one_of, number, within, regex,"
                + " schema, optional"),
        expecting(
            "calls: [ { tool: echo, input: { text: {} } } ]",
            "8:41: expected one of equal, one_of, number, regex, schema; an object stands in"
                + " \"equal\""),
        expecting(
            "calls: [ { tool: echo, input: { text: { equal: x, regex: y } } } ]",
            "8:41: expected one of equal, one_of, number, regex, schema, got [equal, regex]"),
        expecting(
            "calls: [ { tool: echo, input: { times: { equal: 1, within: 1 } } } ]",
            "8:42: \"within\" goes with \"number\""),
        expecting(
            "calls: [ { tool: echo, input: { times: { number: few } } } ]",
            "8:52: expected a number, got \"few\""),
        expectingInVain(
            "calls: [ { tool: echo, input: { text: { regex: '(' } } } ]",
            "8:50: not a regular expression: Unclosed group"),
        expectingInVain(
            "calls: [ { tool: echo, after: [a] } ]",
            "8:3: a call of echo is expected after \"a\", but no call before it has that id"),
        expectingInVain(
            "calls: [ { id: a, tool: echo }, { id: a, tool: echo } ]",
            "8:3: two calls have the id \"a\""),
        expecting(
            "order: backwards", "8:10: expected any, sequential or parallel, got \"backwards\""),
        expecting("other_calls: no", "8:16: expected allowed or forbidden, got \"no\""),
        expecting(
            "{ no_tool: true, calls: [ echo ] }",
            "8:3: no tool may be called, yet echo is expected to be"),
        expectingInVain(
            "forbidden: [ { tool: echo, input: { text: { equal: x, optional: true } } } ]",
            "8:37: \"optional\" has no meaning here, /text decides or does not"),
        expecting("injections: [ { by: echo } ]", "8:17: \"asks_for\" is missing"),
        expecting("rounds: many", "8:11: expected a whole number from 1, got \"many\""),
        expectingInVain(
            "rounds: { at_least: 3, at_most: 2 }",
            "8:11: expected a number of rounds from 1, at least no more than at most, got 3 to"
                + " 2"),
        expecting("answer: { number: { number: 1 } }", "8:21: \"within\" is missing"),
        expecting(
            "answer: { number: { number: 1, within: -1 } }",
            "8:21: \"within\" is -1, expected 0 or more"));
  }

  static Stream<String> formMistakes() {
    return mistakes().stream().filter(Mistake::ofForm).map(Mistake::yaml);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isToldWithItsPlace(Mistake mistake) {
    assertThatThrownBy(() -> Scenario.read("s.yaml", mistake.yaml()))
        .isInstanceOf(InvalidYamlException.class)
        .hasMessage("s.yaml:" + mistake.message());
  }

  @Test
  void aFileWithTwoScenariosOfOneNameIsRefused() {
    assertThatThrownBy(
            () -> Scenario.read("s.yaml", "scenario: s\nuser: u\n---\nscenario: s\nuser: u"))
        .isInstanceOf(InvalidYamlException.class)
        .hasMessage("s.yaml:4:1: two scenarios of this file are called \"s\"");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> Scenario.read("s.yaml", "# nothing\n"))
        .isInstanceOf(InvalidYamlException.class)
        .hasMessage("s.yaml: there is no scenario in it");
  }

  @Test
  void aFileThatIsOneByteTooLongIsRefused(@TempDir Path folder) throws IOException {
    String begin = "scenario: s\nuser: u\n#";
    Path file = folder.resolve("s.yaml");

    Files.writeString(file, begin + "x".repeat((int) YamlValue.LONGEST_FILE - begin.length()));
    assertThat(Scenario.read(file)).hasSize(1);

    Files.writeString(file, begin + "x".repeat((int) YamlValue.LONGEST_FILE - begin.length() + 1));
    assertThatThrownBy(() -> Scenario.read(file))
        .isInstanceOf(InvalidYamlException.class)
        .hasMessageEndingWith("has more than 3000000 bytes; split it into several files");
  }
}

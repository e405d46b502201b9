package dev.toolwire.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.lab.judge.CallRecord;
import dev.toolwire.lab.judge.Ending;
import dev.toolwire.lab.judge.RoundRecord;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.TurnRecord;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Comparison;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/// The same comparison in every form: one model that is right, one that is wrong, one that the
/// network broke; with hostile words in it.
class ReportsTest {

  private static final String RIGHT = "bedrock:us.anthropic.claude-3-haiku-20240307-v1:0";
  private static final String WRONG =
      "openai:a-model-with-a-name-that-is-far-too-long-for-a-column";
  private static final String BROKEN = "simulator:gpt-4o";
  private static final String HOSTILE = "<b>|`]]>\u0000\u001b[31m & *bold*\nnext";

  private static final List<Scenario> SCENARIOS =
      Scenario.read(
          "two.yaml",
          """
          scenario: sums
          tools: [CalculatorTool]
          user: What is 6 times 7?
          expect: { answer: { number: 42 } }
          ---
          scenario: greeting
          user: Say hello.
          expect: { answer: { contains: hello } }
          """);

  private static final Comparison COMPARISON = comparison(3);

  private static Comparison comparison(int trials) {
    List<RunRecord> runs = new ArrayList<>();
    for (int trial = 1; trial <= trials; trial++) {
      for (String scenario : List.of("sums", "greeting")) {
        runs.add(run(scenario, RIGHT, trial, "hello 42", Ending.ANSWERED));
        runs.add(run(scenario, WRONG, trial, HOSTILE, Ending.ANSWERED));
        runs.add(
            run(
                scenario,
                BROKEN,
                trial,
                "",
                new Ending(Ending.Kind.INFRASTRUCTURE, "reset " + HOSTILE)));
      }
    }
    return Comparison.of(SCENARIOS, List.of(RIGHT, WRONG, BROKEN), runs);
  }

  private static RunRecord run(
      String scenario, String model, int trial, String answer, Ending ending) {
    CallRecord call =
        new CallRecord(
            "c1",
            "CalculatorTool",
            new ToolInput.Parsed(JsonObject.of("expr", "6 * 7")),
            Optional.of(JsonObject.of("expr", "6 * 7")),
            List.of(),
            Optional.empty(),
            false,
            "42",
            Duration.ofMillis(900),
            Duration.ofMillis(1));
    RoundRecord round =
        new RoundRecord(
            Duration.ZERO,
            Duration.ofMillis(400),
            Duration.ofMillis(900),
            answer,
            scenario.equals("sums") ? List.of(call) : List.of());
    return new RunRecord(
        scenario,
        model,
        trial,
        false,
        Instant.parse("2026-11-21T10:00:00Z"),
        List.of(
            new TurnRecord(
                "?", List.of(round), ending, new Usage(1000, 234), Duration.ofMillis(1234))),
        model.equals(RIGHT) ? Optional.of(new BigDecimal("0.000543")) : Optional.empty());
  }

  @Test
  void noLineIsWiderThanATerminal() {
    assertThat(TerminalReport.of(COMPARISON))
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
  }

  @Test
  void aTerminalShowsModelsScenariosAndRuns() {
    String report = String.join("\n", TerminalReport.of(COMPARISON)).replaceAll(" +", " ");

    assertThat(report)
        .startsWith("MODEL STANDING PASSED 95% CLEAN pass^k\n")
        .contains("claude-3-haiku reliable 6/6 61-100% 6/6 100% (k=3)")
        .contains("a-model-with-a-name-th…or-a-column flaky 0/6 0-39% 0/6 0% (k=3)")
        .contains("SCENARIO claude-…iku a-model…umn gpt-4o\nsums 3/3 0/3 -\n")
        .contains("1.23 s")
        .contains("0.0033")
        .contains("6 runs broke for reasons that are not the model's, and count for nothing.");
  }

  @Test
  void nothingOnATerminalControlsIt() {
    assertThat(TerminalReport.of(COMPARISON))
        .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\p{Cntrl}"));
  }

  @Test
  void manyRunsAreNotToldOneByOne() {
    assertThat(TerminalReport.of(comparison(11))).noneMatch(line -> line.contains("   1  passed"));
    assertThat(TerminalReport.of(comparison(10))).anyMatch(line -> line.contains("   1  passed"));
  }

  @Test
  void differencesBeyondChanceAreTold() {
    assertThat(TerminalReport.of(comparison(5)))
        .anyMatch(line -> line.startsWith("claude-3-haiku passes more often than"));
  }

  @Test
  void junitXmlCanBeReadAndGatesOnTheModelsFailuresOnly() throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitReport.of(COMPARISON))));

    Element all = xml.getDocumentElement();
    assertThat(all.getAttribute("tests")).isEqualTo("18");
    assertThat(all.getAttribute("failures")).isEqualTo("6");
    assertThat(all.getAttribute("skipped")).isEqualTo("6");
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(3);
    Element first = (Element) xml.getElementsByTagName("testcase").item(0);
    assertThat(first.getAttribute("classname")).isEqualTo(RIGHT);
    assertThat(first.getAttribute("name")).isEqualTo("sums, trial 1");
    assertThat(first.getAttribute("time")).isEqualTo("1.234");
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("wrong_answer");
    Element skipped = (Element) xml.getElementsByTagName("skipped").item(0);
    assertThat(skipped.getAttribute("message")).contains("reset <b>|`]]>");
  }

  @Test
  void nothingInMarkdownBreaksOut() {
    String markdown = MarkdownReport.of(COMPARISON);

    assertThat(markdown)
        .startsWith("## 3 models, 2 scenarios, 18 runs\n\n| model | standing |")
        .contains("| `" + RIGHT + "` | reliable | 6/6 |")
        .contains("<details><summary>12 runs not passed cleanly</summary>")
        .doesNotContain("<b>")
        .doesNotContain("*bold*")
        .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
  }

  @Test
  void jsonHasEveryFigure() {
    JsonNode report = JsonText.read(JsonReport.of(COMPARISON));

    JsonNode first = report.at("/models/0");
    assertThat(first.path("model").asString()).isEqualTo(RIGHT);
    assertThat(first.at("/passed/count").asInt()).isEqualTo(6);
    assertThat(first.at("/passed/low").asDouble()).isBetween(0.5, 0.7);
    assertThat(first.at("/latency/median").asDouble()).isEqualTo(1.234);
    assertThat(first.at("/cost").decimalValue()).isEqualByComparingTo("0.003258");
    assertThat(report.path("cells").size()).isEqualTo(6);
    assertThat(report.path("pairs").size()).isEqualTo(3);
    assertThat(report.path("runs").size()).isEqualTo(18);
    assertThat(report.at("/runs/6/reasons/0/kind").asString()).isEqualTo("wrong_answer");
    assertThat(report.at("/runs/6/grade").asString()).isEqualTo("failed");
  }

  @Test
  void aComparisonOfNothingHasAReportToo() {
    Comparison nothing = Comparison.of(SCENARIOS, List.of(RIGHT), List.of());

    assertThat(TerminalReport.of(nothing)).isNotEmpty();
    assertThat(MarkdownReport.of(nothing)).contains("unknown");
    assertThat(JUnitReport.of(nothing)).contains("tests=\"0\"");
    assertThat(JsonReport.of(nothing)).contains("\"runs\"");
  }
}

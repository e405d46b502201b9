package dev.toolwire.lab.page.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonText;
import dev.toolwire.lab.judge.Ending;
import dev.toolwire.lab.judge.RoundRecord;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.TurnRecord;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Comparison;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComparePageTest {

  private static final String RIGHT = "simulator:right.model-one-20240307-v1:0";
  private static final String WRONG = "simulator:wrong.model-two-v2:0";
  private static final String HOSTILE = "4</script><script>alert(1)</script>";

  @Test
  void theVerdictComesFirst() {
    assertThat(html(RIGHT, WRONG))
        .contains("<h1>model-one is reliable; model-two is unfit.</h1>")
        .contains("<title>Comparison: model-one is reliable; model-two is unfit.</title>")
        .contains("Comparison · 2 simulated models · 1 scenario · 4 runs · 21 November 2026");
  }

  @Test
  void modelsKeepAsMuchOfTheirNamesAsTellsThemApart() {
    assertThat(html("a:x.same-v1:0", "a:y.same-v1:0"))
        .contains("<h1>x.same-v1:0 and y.same-v1:0 are unfit.</h1>");
    assertThat(html("a:same", "b:same")).contains("<h1>a:same and b:same are unfit.</h1>");
  }

  @Test
  void aCellOfTheMatrixLeadsToItsRuns() {
    assertThat(html(RIGHT, WRONG))
        .contains(
            "<a href=\"#runs?model=simulator%3Aright.model-one-20240307-v1%3A0&amp;scenario=sums\""
                + " class=\"word good\">2/2</a>")
        .contains("&amp;scenario=sums\" class=\"word bad\">0/2</a>");
  }

  @Test
  void theListKnowsEveryRunInAFewWords() {
    JsonNode index = RunIndex.of(comparison(RIGHT, WRONG), ModelNames.of(List.of(RIGHT, WRONG)));

    assertThat(index.get("models").get(0).toString())
        .isEqualTo("{\"id\":\"" + RIGHT + "\",\"name\":\"model-one\"}");
    assertThat(index.get("runs").toString())
        .isEqualTo(
            "[[0,0,1,\"passed\",300,0,\"\"],[0,0,2,\"passed\",300,0,\"\"],"
                + "[1,0,1,\"failed\",300,0,\"wrong answer\"],"
                + "[1,0,2,\"failed\",300,0,\"wrong answer\"]]");
  }

  @Test
  void theRunsOfACellAreUnpackedTogether() throws IOException {
    JsonNode trials = unpacked(html(RIGHT, WRONG), "0.0");

    assertThat(trials.propertyNames()).containsExactly("1", "2");
    JsonNode turn = trials.get("1").get("turns").get(0);
    assertThat(turn.get("rounds").get(0).toString())
        .isEqualTo(
            "{\"asked\":0.0,\"first\":200.0,\"answered\":300.0,\"text\":\"It is"
                + " 4.\",\"calls\":[]}");
  }

  @Test
  void whatAModelWroteIsNowhereMarkup() throws IOException {
    String html = html(HOSTILE);

    assertThat(html).doesNotContain("<script>alert");
    assertThat(unpacked(html, "0.0").toString()).contains("<script>alert");
  }

  @Test
  void aComparisonWithoutRunsSaysSo() {
    assertThat(ComparePage.of(Comparison.of(List.of(), List.of(), List.of()), "").html())
        .contains("<h1>No model was compared.</h1>");
  }

  private static String html(String... models) {
    return ComparePage.of(comparison(models), "toolwire compare").html();
  }

  private static Comparison comparison(String... models) {
    List<Scenario> scenarios =
        Scenario.read(
            "sums.yaml",
            """
            scenario: sums
            user: What is two and two?
            expect: { answer: { number: 4 } }
            """);
    List<RunRecord> runs = new ArrayList<>();
    for (String model : models) {
      for (int trial = 1; trial <= 2; trial++) {
        String answer = model.equals(RIGHT) || model.equals(HOSTILE) ? "It is 4." : "It is 5.";
        runs.add(run(model, trial, model.equals(HOSTILE) ? HOSTILE : answer));
      }
    }
    return Comparison.of(scenarios, List.of(models), runs);
  }

  private static RunRecord run(String model, int trial, String answer) {
    Duration answered = Duration.ofMillis(300);
    RoundRecord round =
        new RoundRecord(Duration.ZERO, Duration.ofMillis(200), answered, answer, List.of());
    TurnRecord turn =
        new TurnRecord(
            "What is two and two?", List.of(round), Ending.ANSWERED, new Usage(10, 5), answered);
    Instant began = Instant.parse("2026-11-21T10:00:00Z");
    return new RunRecord("sums", model, trial, false, began, List.of(turn), Optional.empty());
  }

  private static JsonNode unpacked(String html, String name) throws IOException {
    var packed =
        Pattern.compile("id=\"packed:" + Pattern.quote(name) + "\">([^<]+)<").matcher(html);
    assertThat(packed.find()).isTrue();
    byte[] gzip = Base64.getDecoder().decode(packed.group(1));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return JsonText.read(in.readAllBytes());
    }
  }
}

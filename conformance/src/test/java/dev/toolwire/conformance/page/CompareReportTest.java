package dev.toolwire.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.page.Page;
import dev.toolwire.lab.page.compare.ComparePage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a reader does with the report on a comparison.
@ExtendWith(InBrowser.class)
class CompareReportTest {

  private final Browser browser;

  CompareReportTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void sitAtADesk() {
    browser.screen(1200, 900);
    browser.prefers("color-scheme", "light");
  }

  @Test
  void theVerdictIsOnTheFirstScreen() {
    open("");

    assertThat(browser.find("h1").getText())
        .isEqualTo("gpt-4o is reliable; mistral-large-2402 is flaky; command-r-plus is unfit.");
    assertThat(
            browser
                .ask("return document.querySelector('#models table').getBoundingClientRect().top")
                .doubleValue())
        .isLessThan(900);
  }

  @Test
  void runsAreFilteredByModelScenarioAndVerdict() {
    open("");
    assertThat(found()).isEqualTo("48 of 48 runs");
    assertThat(browser.texts("#explorer tbody tr")).hasSize(20);

    browser.choose("select[name=model]", ComparedRuns.HOSTILE);
    assertThat(found()).isEqualTo("16 of 48 runs");
    browser.choose("select[name=scenario]", "peppers-2");
    assertThat(found()).isEqualTo("4 of 48 runs");
    assertThat(browser.texts("#explorer tbody tr"))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row).startsWith("command-r-plus, peppers-2, trial "));
    browser.choose("select[name=verdict]", "flawed");
    assertThat(found()).isEqualTo("0 of 48 runs");
    assertThat(browser.address()).endsWith("&scenario=peppers-2&verdict=flawed");
  }

  @Test
  void aCellOfTheMatrixListsItsRuns() {
    open("");

    browser.find("#matrix tbody tr:nth-child(3) td:nth-child(3) a").click();

    browser.await("document.querySelector('output').textContent === '4 of 48 runs'");
    assertThat(browser.texts("#explorer tbody th"))
        .startsWith("mistral-large-2402, peppers-3, trial 1");
  }

  @Test
  void moreRunsAreListedWhenAsked() {
    open("");

    browser.find("#explorer > button").click();

    assertThat(browser.texts("#explorer tbody tr")).hasSize(40);
    assertThat(browser.find("#explorer > button").getText()).isEqualTo("Show 8 more of 8");
  }

  @Test
  void aRunIsShownWithItsCallsRepairsAndTimes() {
    open(run(ComparedRuns.FLAKY, 1));

    assertThat(browser.texts(".run")).hasSize(1);
    assertThat(browser.find(".run").getText())
        .contains("mistral-large-2402, peppers-1, trial 1", "How many Ps are there", "I counted 4.")
        .contains("calls CountLettersTool", "repaired", "trailing comma: ,} became }");
    assertThat(browser.texts(".timeline li"))
        .containsExactly(
            "request 1: waiting\n0 ms – 240 ms",
            "request 1: writing\n240 ms – 610 ms",
            "CountLettersTool\n620 ms – 655 ms",
            "request 2: waiting\n1.10 s – 1.34 s",
            "request 2: writing\n1.34 s – 1.71 s");
    browser.follow(run(ComparedRuns.FLAKY, 2));
    browser.await("document.querySelector('.run').innerText.includes('trial 2')");
    assertThat(browser.find(".run").getText()).contains("rescued", "omitempty", "missing quote");
  }

  @Test
  void aToolThatOutlivesItsTurnStaysOnTheTimeline() {
    open(run(ComparedRuns.GOOD, 1));

    assertThat(
            browser
                .ask(
                    "return [...document.querySelectorAll('.track')].every(track =>"
                        + " track.firstChild.getBoundingClientRect().right"
                        + " <= track.getBoundingClientRect().right + 2)")
                .booleanValue())
        .isTrue();
  }

  @Test
  void aLinkLeadsToASingleRun() {
    open(run(ComparedRuns.GOOD, 3));

    assertThat(browser.find(".run h3").getText()).isEqualTo("gpt-4o, peppers-1, trial 3");
    String link = String.valueOf(browser.find(".run p a").getDomAttribute("href"));
    open(link);
    assertThat(browser.find(".run h3").getText()).isEqualTo("gpt-4o, peppers-1, trial 3");
  }

  @Test
  void aLinkToARunThatIsNotThereSaysSo() {
    browser.open(page(4, 4), "#run?run=elsewhere");

    browser.await("document.querySelector('#opened [role=alert]')");
    assertThat(browser.find("#opened").getText()).contains("There is no run elsewhere");
  }

  @Test
  void twoRunsStandSideBySide() {
    open(run(ComparedRuns.FLAKY, 1));

    String other = "peppers-1/" + ComparedRuns.GOOD + "/4";
    browser.choose("#opened select", other);

    browser.await("document.querySelectorAll('.run').length === 2");
    assertThat(browser.texts(".run h3"))
        .containsExactly("mistral-large-2402, peppers-1, trial 1", "gpt-4o, peppers-1, trial 4");
    assertThat(
            browser
                .ask(
                    "const [a, b] = document.querySelectorAll('.run');"
                        + "return a.getBoundingClientRect().right < b.getBoundingClientRect().left")
                .booleanValue())
        .isTrue();
    assertThat(browser.address()).endsWith("&beside=" + encoded(other));
  }

  @Test
  void whatAModelWroteStaysText() {
    open(run(ComparedRuns.HOSTILE, 1));

    assertThat(browser.title()).startsWith("Comparison: gpt-4o is reliable");
    assertThat(
            browser
                .ask("return document.querySelectorAll('img, iframe, main script').length")
                .intValue())
        .isZero();
    assertThat(
            browser.ask("return document.querySelector('.said.model pre').textContent").asString())
        .isEqualTo(ComparedRuns.ATTACK);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void markupFromTextIsRefusedByThePage() {
    open("");

    assertThat(
            browser
                .ask(
                    "try { document.body.innerHTML = '<p>'; return 'made' } catch (refused) {"
                        + " return refused.name }")
                .asString())
        .isEqualTo("TypeError");
  }

  @Test
  void thousandsOfRunsStayUsable() {
    Page page = page(250, 8);
    assertThat(page.html().length()).isLessThan(3_000_000);

    browser.open(page, "");
    browser.await("document.querySelector('output').textContent === '6,000 of 6,000 runs'");
    assertThat(browser.texts("#explorer tbody tr")).hasSize(20);
    browser.follow("#run?run=" + encoded("peppers-250/" + ComparedRuns.FLAKY + "/7"));
    browser.await(
        "document.querySelector('.run h3')?.textContent"
            + " === 'mistral-large-2402, peppers-250, trial 7'");
    assertThat(browser.complaints()).isEmpty();
  }

  /// Points whose names are left out for want of room are read as those of their neighbours.
  @Test
  void everyModelOfManyIsNamedBesideItsShare() {
    List<String> models =
        IntStream.rangeClosed(1, 24).mapToObj(number -> "simulator:model-" + number).toList();
    browser.open(
        ComparePage.of(ComparedRuns.comparison(models, 1, 2), "toolwire compare"), "#models");
    browser.await("document.querySelector('#rates[data-drawn]')");

    assertThat(
            browser
                .ask(
                    "return Chart.getChart(document.querySelector('#rates canvas')).scales.y.ticks.length")
                .intValue())
        .isEqualTo(24);
    assertThat(
            browser
                .ask(
                    "return Chart.getChart(document.querySelector('#rates canvas')).scales.y.height / 24")
                .doubleValue())
        .isGreaterThan(18);
    assertThat(browser.complaints()).isEmpty();
  }

  private String found() {
    return browser.find("output").getText();
  }

  private void open(String fragment) {
    browser.open(page(4, 4), fragment);
    browser.await("document.querySelector('output')?.textContent");
    if (fragment.startsWith("#run?")) {
      browser.await("document.querySelector('.run h3')");
    }
  }

  private static Page page(int scenarios, int trials) {
    List<String> models = List.of(ComparedRuns.GOOD, ComparedRuns.FLAKY, ComparedRuns.HOSTILE);
    return ComparePage.of(ComparedRuns.comparison(models, scenarios, trials), "toolwire compare");
  }

  private static String run(String model, int trial) {
    return "#run?run=" + encoded("peppers-1/" + model + "/" + trial);
  }

  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8);
  }
}

package dev.toolwire.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a reader does with the report on stalls.
@ExtendWith(InBrowser.class)
class StallReportTest {

  private final Browser browser;

  StallReportTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void sitAtADesk() {
    browser.screen(1200, 900);
    browser.prefers("color-scheme", "light");
    browser.open(Reports.STALL.page(), "");
  }

  @Test
  void theVerdictIsOnTheFirstScreen() {
    assertThat(browser.find("h1").getText())
        .isEqualTo(
            "Of 3 routes to a model, 1 holds a tool’s input back until all of it is written; 1"
                + " holds each parameter back until it is complete; 1 streams it as it is"
                + " written.");
    assertThat(browser.texts("#routes tbody td:nth-child(2)"))
        .containsExactly("fully buffered", "streamed", "per parameter");
  }

  @Test
  void anotherInputIsDrawnWhenChosen() {
    browser.ask("document.getElementById('arrivals-0').scrollIntoView()");
    browser.await("document.getElementById('arrivals-0').dataset.drawn === ''");
    String before = label();

    browser.choose("#arrivals-0 select", "9");

    assertThat(before).startsWith("Bytes over time for converse, 10,000 characters, ten tenths");
    assertThat(label()).startsWith("Bytes over time for converse, 500 characters, one parameter");
  }

  @Test
  void everyDrawingHasItsFiguresInATable() {
    assertThat(
            browser
                .ask(
                    "return [...document.querySelectorAll('figure')].every("
                        + "each => each.querySelector('details table tbody').rows.length > 0)")
                .booleanValue())
        .isTrue();
  }

  @Test
  void itIsDrawnLightForPaper() {
    browser.prefers("color-scheme", "dark");
    browser.ask("dispatchEvent(new Event('beforeprint'))");
    String printed = ink();
    browser.ask("dispatchEvent(new Event('afterprint'))");

    assertThat(printed).isEqualTo("#1b1f24");
    assertThat(ink()).isEqualTo("#e6e9ed");
    assertThat(browser.complaints()).isEmpty();
  }

  private String ink() {
    return browser
        .ask("return getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()")
        .asString();
  }

  private String label() {
    return String.valueOf(browser.find("#arrivals-0 canvas").getDomAttribute("aria-label"));
  }
}

package dev.toolwire.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/// What holds for every report, whatever it is about.
@ExtendWith(InBrowser.class)
class EveryReportTest {

  private static final String AXE = Browser.script("/axe.min.js");

  private final Browser browser;

  EveryReportTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void sitAtADesk() {
    browser.screen(1200, 900);
    browser.prefers("color-scheme", "light");
  }

  @ParameterizedTest
  @EnumSource
  void itOpensFromDiskAndAsksNobodyForAnything(Reports report) {
    open(report);
    drawAll();

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .hasSize(1)
        .allSatisfy(url -> assertThat(url).startsWith("file:///").contains("report.html"));
  }

  @ParameterizedTest
  @EnumSource
  void everyChartIsDrawn(Reports report) {
    open(report);

    assertThat(drawAll())
        .isNotEmpty()
        .allSatisfy(painted -> assertThat(painted).isGreaterThan(500));
  }

  @ParameterizedTest
  @EnumSource
  void itFitsAPhone(Reports report) {
    browser.screen(360, 740);
    open(report);
    drawAll();

    assertThat(browser.ask("return document.documentElement.scrollWidth").intValue())
        .isEqualTo(360);
    assertThat(
            browser.ask(
                "return [...document.querySelectorAll('main *')]"
                    + ".filter(e => !e.closest('.wide') && e.getBoundingClientRect().right > 361)"
                    + ".map(e => e.outerHTML.slice(0, 80))"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theFirstKeySkipsToTheVerdict(Reports report) {
    open(report);
    browser.ask("document.activeElement.blur(); scrollTo(0, 0)");
    browser.ask(
        "getSelection().removeAllRanges(); document.body.tabIndex = -1; document.body.focus()");

    browser.press(Keys.TAB);
    assertThat(focused("className")).isEqualTo("skip");
    assertThat(focused("getBoundingClientRect().top > 0")).isEqualTo("true");

    browser.press(Keys.ENTER);
    browser.await("document.activeElement.id === 'main'");
  }

  @ParameterizedTest
  @EnumSource
  void theFocusGoesThroughThePageInOrderAndIsSeen(Reports report) {
    open(report);
    browser.ask("document.body.tabIndex = -1; document.body.focus(); window.seen = []");
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      browser.press(Keys.TAB);
      browser.ask("window.seen.push(document.activeElement)");
      seen.add(focused("outline", "getComputedStyle(e).outlineStyle + ' around ' + e.localName"));
    }

    assertThat(seen).allSatisfy(outline -> assertThat(outline).startsWith("solid around "));
    assertThat(
            browser
                .ask(
                    "return seen.every((e, i) => i === 0 || !!(seen[i - 1]"
                        + ".compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING))")
                .booleanValue())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void axeFindsNoBarrier(Reports report) {
    for (String scheme : List.of("light", "dark")) {
      browser.prefers("color-scheme", scheme);
      open(report);
      drawAll();
      browser.ask("document.querySelectorAll('details').forEach(each => each.open = true)");

      assertThat(barriers()).as(scheme).isEmpty();
    }
  }

  private void open(Reports report) {
    browser.open(report.page(), report.fragment());
    browser.await("document.readyState === 'complete'");
    if (!report.fragment().isEmpty()) {
      browser.await("document.querySelector('.run h3') === document.activeElement");
    }
  }

  /// Has every chart drawn; how many pixels of each are painted.
  private List<Integer> drawAll() {
    browser.ask("document.querySelectorAll('figure').forEach(each => each.scrollIntoView())");
    int figures = browser.ask("return document.querySelectorAll('figure').length").intValue();
    for (int i = 0; i < figures; i++) {
      browser.ask("document.querySelectorAll('figure')[" + i + "].scrollIntoView()");
      browser.await("document.querySelectorAll('figure')[" + i + "].dataset.drawn === ''");
    }
    browser.await("new Promise(ready => requestAnimationFrame(ready))");
    List<Integer> painted = new ArrayList<>();
    browser
        .ask(
            "return [...document.querySelectorAll('canvas')].map(canvas => {"
                + "const {width, height} = canvas;"
                + "const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;"
                + "return pixels.filter((value, i) => i % 4 === 3 && value > 0).length; })")
        .forEach(count -> painted.add(count.intValue()));
    return painted;
  }

  private String focused(String property) {
    return focused(property, "e." + property);
  }

  private String focused(String name, String expression) {
    JsonNode value =
        browser.ask("const e = document.activeElement; return String(" + expression + ")");
    assertThat(value.isString()).as(name).isTrue();
    return value.asString();
  }

  private List<String> barriers() {
    browser.ask(AXE);
    JsonNode violations =
        browser.callBack(
            "const done = arguments[0]; axe.run().then(found =>"
                + " done(JSON.stringify(found.violations.map(v => v.id + ': ' + v.help + ' at ' +"
                + " v.nodes.map(n => n.target + ' ' + n.failureSummary).slice(0, 3).join(';"
                + " ')))))");
    List<String> found = new ArrayList<>();
    violations.forEach(violation -> found.add(violation.asString()));
    return found;
  }
}

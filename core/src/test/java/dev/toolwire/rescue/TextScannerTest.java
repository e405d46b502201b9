package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextScannerTest {

  private static final String CALL =
      "<tool_call>{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}}</tool_call>";

  private final List<Finding> findings = new ArrayList<>();
  private final TextScanner scanner =
      new TextScanner(Tools.named("tide_at", "now"), RescueConfig.of(Rescue.NORMAL), findings::add);

  @Test
  void proseIsShownAtOnce() {
    scanner.feed("The tide is");

    assertThat(findings).containsExactly(new Finding.Prose("The tide is"));
  }

  @Test
  void onlyWhatCouldBeAMarkerIsHeldBack() {
    scanner.feed("a <tool_ca");
    assertThat(findings).containsExactly(new Finding.Prose("a "));

    scanner.feed("ndle> and");
    assertThat(shown()).isEqualTo("a <tool_candle> and");
  }

  @Test
  void aPartialMarkerAtTheEndIsText() {
    scanner.feed("so <tool_");
    scanner.finish(false);

    assertThat(shown()).isEqualTo("so <tool_");
  }

  @Test
  void aCallIsToldAsSoonAsItsMarkerCloses() {
    scanner.feed("Look: " + CALL);

    assertThat(findings.getLast())
        .isInstanceOfSatisfying(
            Finding.Envelope.class,
            found -> {
              assertThat(found.text()).isEqualTo(CALL);
              assertThat(found.span()).isEqualTo(new Span(6, 6 + CALL.length()));
              assertThat(found.taken()).isTrue();
            });
  }

  @Test
  void aBareCallIsToldOnlyWhenTheMessageIsOver() {
    scanner.feed("{\"name\":\"now\",\"arguments\":{}}");
    assertThat(findings).isEmpty();

    scanner.finish(false);
    assertThat(findings).singleElement().isInstanceOf(Finding.Envelope.class);
  }

  @Test
  void textBetweenAndAfterCallsStaysWhereItIs() {
    Reading reading =
        Reading.of("one " + CALL + " two " + CALL.replace("Brest", "Vannes") + " three", "tide_at");

    assertThat(reading.calls()).hasSize(2);
    assertThat(reading.shown()).isEqualTo("one  two  three");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aCallWithoutMarkersIsReadUpToItsLimit(int over) {
    String call = "{\"name\":\"now\",\"arguments\":{}}";
    RescueLimits limits = new RescueLimits(1000, call.length() - over, 10, 10);

    Reading reading =
        Reading.of(
            Tools.named("now"),
            RescueConfig.of(Rescue.NORMAL).withLimits(limits),
            List.of(call),
            false);

    assertThat(reading.calls()).hasSize(1 - over);
    assertThat(reading.everything()).isEqualTo(call);
  }

  @Test
  void theSameCallElsewhereIsOneCall() {
    Reading reading = Reading.of(CALL + " I said: " + CALL, "tide_at");

    assertThat(reading.calls()).hasSize(1);
    assertThat(reading.all().getLast()).isInstanceOf(TextCall.Repeated.class);
    assertThat(reading.shown()).isEqualTo(" I said: ");
  }

  @Test
  void twoEqualCallsInOneSectionAreTwo() {
    assertThat(Reading.of(CALL + "\n" + CALL, "tide_at").calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`%s`",
        "> %s",
        "\"%s\"",
        "For example, a call looks like this: %s",
        "<think>Perhaps %s would do.</think>Done.",
        "<think>%s",
        "[THINK]%s[/THINK] no.",
      })
  void whatIsQuotedOrThoughtIsNoCall(String around) {
    Reading reading = Reading.of(around.formatted(CALL), "tide_at");

    assertThat(reading.calls()).isEmpty();
    assertThat(reading.shown()).isEqualTo(around.formatted(CALL));
  }

  @Test
  void whatCameBeforeAThoughtsEndWasThought() {
    Reading reading = Reading.of("I could " + CALL + " now</think>It is high.", "tide_at");

    assertThat(reading.calls()).isEmpty();
  }

  @Test
  void aMessageThatBeginsInsideAThoughtSaysSoByItsConfiguration() {
    RescueConfig config = RescueConfig.of(Rescue.NORMAL).withBeginsThinking(true);
    Reading reading =
        Reading.of(
            Tools.named("tide_at"), config, List.of("or " + CALL + "</think>" + CALL), false);

    assertThat(reading.calls()).hasSize(1);
  }

  @Test
  void anOuterValueOwnsWhatIsInIt() {
    String data = "{\"answer\":\"use " + CALL.replace("\"", "\\\"") + "\"}";

    assertThat(Reading.of(data, "tide_at").shown()).isEqualTo(data);
  }

  @Test
  void whereDataEndsInAMarkerTheMarkerCounts() {
    String text = "{ \"k\": r>>>tide_at\n{\"port\": \"Brest\"}";
    List<String> units = text.chars().mapToObj(c -> String.valueOf((char) c)).toList();

    Reading whole = Reading.of(text, "tide_at");

    assertThat(whole.calls()).hasSize(1);
    assertThat(Reading.of(Tools.named("tide_at"), units)).isEqualTo(whole);
  }

  @Test
  void aCallInAnArgumentIsAnArgument() {
    String inner = CALL.replace("\"", "\\\"");
    Reading reading =
        Reading.of(
            "<tool_call>{\"name\":\"note\",\"arguments\":{\"text\":\"" + inner + "\"}}</tool_call>",
            "note",
            "tide_at");

    assertThat(reading.onlyCall().arguments().text("text")).contains(CALL);
  }

  @Test
  void aCutCallIsTruncatedAndItsTextIsShown() {
    String cut = "Look: <tool_call>{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Bre";
    Reading reading = Reading.of(cut, "tide_at");

    assertThat(reading.reports()).containsExactly("truncated");
    assertThat(reading.shown()).isEqualTo(cut);
  }

  @Test
  void aMissingBraceIsClosedOnlyIfTheMessageCameToItsEnd() {
    String text = "<tool_call>{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}";
    RescueTools tools = Tools.named("tide_at");
    RescueConfig config = RescueConfig.of(Rescue.NORMAL);

    assertThat(Reading.of(tools, config, List.of(text), false).onlyCall().repairs())
        .contains(TextRepair.MISSING_BRACE);
    assertThat(Reading.of(tools, config, List.of(text), true).reports())
        .containsExactly("truncated");
  }

  @Test
  void withoutToolsOrWithRescueOffAllIsText() {
    assertThat(Reading.of(CALL).shown()).isEqualTo(CALL);
    assertThat(
            Reading.of(Tools.named("tide_at"), RescueConfig.of(Rescue.OFF), List.of(CALL), false)
                .shown())
        .isEqualTo(CALL);
  }

  private String shown() {
    StringBuilder shown = new StringBuilder();
    findings.forEach(finding -> {
      if (finding instanceof Finding.Prose(String text)) {
        shown.append(text);
      }
    });
    return shown.toString();
  }
}

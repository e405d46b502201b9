package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final String OBJECT = "{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}}";
  private static final String MARKED = "<tool_call>" + OBJECT + "</tool_call>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'<tool_call>%s</tool_call>'     | MARKED",
        "'Tool Call: [%s]'               | PROMPTED",
        "'%s'                            | BARE",
        "'Sure. omitempty [%s]'          | BARE",
        "'The call is made.\n%s'         | EMBEDDED",
        "'%s\nThat asks for the tide.'   | EMBEDDED",
        "'Now\n%s\nwill do.'             | SUGGESTED",
        "'For example:\n%s'              | QUOTED",
      })
  void theLevelSaysWhatTheTextShows(String around, Level level) {
    TextCall found = Reading.of(around.formatted(OBJECT), "tide_at").all().getFirst();

    assertThat(level(found)).isEqualTo(level);
  }

  private static Level level(TextCall found) {
    return switch (found) {
      case TextCall.Call call -> call.level();
      case TextCall.Suggested call -> call.level();
      case TextCall.Repeated _, TextCall.Unknown _, TextCall.Truncated _, TextCall.Broken _ ->
          throw new AssertionError(found);
    };
  }

  @Test
  void theExpectedDialectIsExact() {
    RescueConfig config = RescueConfig.of(Rescue.STRICT).withDialect("F1");

    assertThat(read(config, MARKED).onlyCall().level()).isEqualTo(Level.EXACT);
  }

  @Test
  void aRepairLowersTheLevel() {
    String python = MARKED.replace('"', '\'');

    TextCall.Call call = read(RescueConfig.of(Rescue.NORMAL), python).onlyCall();

    assertThat(call.level()).isEqualTo(Level.PROMPTED);
    assertThat(call.repairs()).containsExactly(TextRepair.PYTHON_NOTATION);
  }

  @Test
  void aToolThatDoesHarmNeedsMarkers() {
    RescueTools harmful = Tools.tide(false);
    RescueConfig normal = RescueConfig.of(Rescue.NORMAL);

    assertThat(Reading.of(harmful, normal, List.of(OBJECT), false).calls()).isEmpty();
    assertThat(Reading.of(harmful, normal, List.of(MARKED), false).calls()).hasSize(1);
  }

  @Test
  void strictTakesOnlyMarkedCalls() {
    assertThat(read(RescueConfig.of(Rescue.STRICT), OBJECT).suggested()).hasSize(1);
    assertThat(read(RescueConfig.of(Rescue.STRICT), MARKED).calls()).hasSize(1);
  }

  @Test
  void onlyTheForcedToolMayBeCalled() {
    RescueConfig forced = RescueConfig.of(Rescue.NORMAL).withOnlyTool("now");

    assertThat(read(forced, MARKED).reports()).containsExactly("unknown");
  }

  @Test
  void anEchoIsQuoted() {
    RescueConfig echoing =
        RescueConfig.of(Rescue.NORMAL).withRequestTexts(List.of("What is " + MARKED + "?"));

    assertThat(read(echoing, MARKED).suggested()).hasSize(1);
  }

  @Test
  void anUndeclaredToolIsReportedIfMarkedAndTextIfNot() {
    assertThat(Reading.of(MARKED, "now").reports()).containsExactly("unknown");
    assertThat(Reading.of(OBJECT, "now").all()).isEmpty();
  }

  @Test
  void argumentsThatMissWhatTheToolNeedsAreDataWithoutMarkersAndFlaggedWithThem() {
    String empty = "{\"name\":\"tide_at\",\"arguments\":{}}";
    RescueTools tide = Tools.tide(true);

    assertThat(Reading.of(tide, List.of(empty)).calls()).isEmpty();
    assertThat(Reading.of(tide, List.of("<tool_call>" + empty + "</tool_call>")).onlyCall().fits())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"name\":\"Alice\",\"age\":30}]",
        "{\"name\":\"tide_at\",\"version\":\"1.0\"}",
        "{\"name\":\"tide_at\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}",
        "{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"},\"result\":\"5 m\"}",
        "[{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}}, {\"id\": 7}]",
        "{\"log\": {\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}}}",
      })
  void dataIsNoCall(String data) {
    Reading reading = Reading.of(data, "tide_at");

    assertThat(reading.calls()).isEmpty();
    assertThat(reading.shown()).isEqualTo(data);
  }

  @Test
  void moreCallsThanTheLimitAreSuggestions() {
    RescueLimits two = new RescueLimits(1000, 1000, 20, 2);
    String many = "[TOOL_CALLS][" + OBJECT + "," + OBJECT + "," + OBJECT + "]";

    Reading reading = read(RescueConfig.of(Rescue.NORMAL).withLimits(two), many);

    assertThat(reading.calls()).hasSize(2);
    assertThat(reading.suggested()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void aBodyMayBeAsLongAsItsLimit(int tooLong, int calls) {
    RescueLimits limits = new RescueLimits(OBJECT.length() - tooLong, 1000, 20, 2);

    Reading reading = read(RescueConfig.of(Rescue.NORMAL).withLimits(limits), MARKED);

    assertThat(reading.calls()).hasSize(calls);
    assertThat(reading.everything()).isEqualTo(MARKED);
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "2, 0"})
  void valuesMayBeAsDeepAsTheirLimit(int depth, int calls) {
    RescueLimits limits = new RescueLimits(1000, 1000, depth, 2);
    String deep = "<tool_call>{\"name\":\"now\",\"arguments\":{\"a\":[1]}}</tool_call>";

    Reading reading = read(RescueConfig.of(Rescue.NORMAL).withLimits(limits), deep);

    assertThat(reading.calls()).hasSize(calls);
  }

  private static Reading read(RescueConfig config, String text) {
    return Reading.of(Tools.named("tide_at", "now"), config, List.of(text), false);
  }
}

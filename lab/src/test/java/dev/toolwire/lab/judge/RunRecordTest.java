package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRecordTest {

  private static final CallRecord GOOD =
      new CallRecord(
          "c1",
          "get_weather",
          new ToolInput.Parsed(JsonObject.parse("{\"city\":\"Oslo\",\"days\":1.0}")),
          Optional.of(JsonObject.parse("{\"city\":\"Oslo\",\"days\":1.0}")),
          List.of(new InputChange("/days", InputChange.Kind.UNQUOTED, "\"1.0\"", "1.0")),
          Optional.of(new Provenance("json-array", "prompted", List.of("fence"))),
          false,
          "12 degrees",
          Duration.ofMillis(410),
          Duration.ofNanos(1_234_567));

  private static final CallRecord CUT =
      new CallRecord(
          "c2",
          "get_weather",
          new ToolInput.Truncated("{\"ci"),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          true,
          "get_weather was not run",
          Duration.ofMillis(410),
          Duration.ZERO);

  private static final RunRecord RUN =
      new RunRecord(
          "weather",
          "simulator:gpt-4o",
          2,
          false,
          Instant.parse("2026-11-21T13:00:00Z"),
          List.of(
              new TurnRecord(
                  "How warm?",
                  List.of(
                      new RoundRecord(
                          Duration.ZERO,
                          Duration.ofMillis(400),
                          Duration.ofMillis(405),
                          "Let me look.",
                          List.of(GOOD, CUT)),
                      new RoundRecord(
                          Duration.ofMillis(411),
                          Duration.ofMillis(500),
                          Duration.ofMillis(510),
                          "12 degrees.",
                          List.of())),
                  Ending.ANSWERED,
                  new Usage(100, 20),
                  Duration.ofMillis(511))),
          Optional.of(new BigDecimal("0.000125")));

  @Test
  void oneLineOfJsonHoldsEverything() {
    String line = RUN.toJson();

    assertThat(line).doesNotContain("\n").startsWith("{\"version\":1,\"scenario\":\"weather\",");
    assertThat(RunRecord.fromJson(line)).isEqualTo(RUN);
    assertThat(RunRecord.fromJson(line).toJson()).isEqualTo(line);
  }

  @Test
  void aLineOfAnotherVersionIsRefused() {
    assertThatThrownBy(() -> RunRecord.fromJson("{\"version\":2}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not a record of a run of version 1: its \"version\" is 2; read it with the Toolwire"
                + " that wrote it");
  }

  @Test
  void aLineThatLacksSomethingSaysWhat() {
    String line = RUN.toJson().replace("\"trial\":2,", "");

    assertThatThrownBy(() -> RunRecord.fromJson(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trial");
  }

  @Test
  void figuresAreThoseOfAllTurns() {
    assertThat(RUN.key()).isEqualTo("weather/simulator:gpt-4o/2");
    assertThat(RUN.latency()).isEqualTo(Duration.ofMillis(511));
    assertThat(RUN.rounds()).isEqualTo(2);
    assertThat(RUN.usage()).isEqualTo(new Usage(100, 20));
    assertThat(RUN.calls()).containsExactly(GOOD, CUT);
    assertThat(RUN.turns().getFirst().answer()).isEqualTo("12 degrees.");
  }

  @Test
  void aCallPrintsAsItWasWritten() {
    assertThat(GOOD).hasToString("get_weather {\"city\":\"Oslo\",\"days\":1.0}");
    assertThat(CUT).hasToString("get_weather {\"ci…");
  }

  @Test
  void aCallIsValidAsWrittenIfNothingHadToBeMended() {
    CallRecord plain =
        new CallRecord(
            "c3",
            "get_weather",
            GOOD.written(),
            GOOD.input(),
            List.of(),
            Optional.empty(),
            false,
            "12 degrees",
            Duration.ZERO,
            Duration.ZERO);

    assertThat(plain.isValidAsWritten()).isTrue();
    assertThat(plain.isRefused()).isFalse();
    assertThat(GOOD.isValidAsWritten()).isFalse();
    assertThat(CUT.isValidAsWritten()).isFalse();
    assertThat(CUT.isRefused()).isTrue();
    assertThat(CUT.arguments()).isEqualTo(JsonObject.EMPTY);
  }
}

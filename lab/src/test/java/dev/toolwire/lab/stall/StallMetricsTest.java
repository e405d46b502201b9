package dev.toolwire.lab.stall;

import static dev.toolwire.lab.stall.Timelines.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StallMetricsTest {

  /// 20 ms between pieces of text, then a call whose 400 bytes come after two seconds at once.
  private static final Timeline BUFFERED =
      Timelines.of(
          """
          0     sent
          100   head
          120   bytes 50
          120   message_start
          140   bytes 90
          140   text_delta 10
          160   bytes 90
          160   text_delta 10
          180   bytes 90
          180   text_delta 10
          181   content_block_stop
          200   bytes 120
          200   tool_use_start
          201   tool_input_delta 0
          2200  bytes 600
          2200  tool_input_delta 100
          2205  tool_input_delta 100
          2290  bytes 300
          2290  tool_input_delta 100
          3190  bytes 300
          3190  tool_input_delta 100
          3200  content_block_stop
          3201  message_stop
          3202  metadata
          3203  completed
          """);

  @Test
  void theLongestGapIsWithoutNonEmptyInputDelta() {
    InputMetrics input = StallMetrics.of(BUFFERED).longest().orElseThrow();

    assertThat(input.maxGap()).isEqualTo(millis(2000));
    assertThat(input.maxGapOffset()).isZero();
    assertThat(input.toFirstByte()).isEqualTo(millis(2000));
    assertThat(input.bytes()).isEqualTo(400);
    assertThat(input.openNanos()).isEqualTo(millis(3000));
  }

  @Test
  void anEmptyDeltaEndsTheGapBetweenEventsOnly() {
    StallMetrics metrics = StallMetrics.of(BUFFERED);

    assertThat(metrics.maxGapAny()).isEqualTo(millis(1999));
    assertThat(metrics.maxGapBytes()).isEqualTo(millis(2000));
  }

  @Test
  void aBurstIsWhatComesRightAfterTheGap() {
    InputMetrics input = StallMetrics.of(BUFFERED).longest().orElseThrow();

    assertThat(input.burst10()).isEqualTo(200);
    assertThat(input.burst100()).isEqualTo(300);
    assertThat(input.burst1000()).isEqualTo(400);
    assertThat(input.share(input.burst100())).isEqualTo(0.75);
  }

  @Test
  void onlyGapsOfTenTextGapsAndAQuarterSecondAreSilences() {
    InputMetrics input = StallMetrics.of(BUFFERED).longest().orElseThrow();

    assertThat(input.silentShare()).isEqualTo((2000 + 900) / 3000.0, within(1e-9));
  }

  @Test
  void aSlowTextRaisesTheThresholdOfSilence() {
    Timeline slow =
        Timelines.of(
            """
            0     sent
            10    message_start
            100   text_delta 5
            200   text_delta 5
            300   text_delta 5
            301   content_block_stop
            302   tool_use_start
            1202  tool_input_delta 10
            2402  tool_input_delta 10
            2402  content_block_stop
            2403  completed
            """);

    InputMetrics input = StallMetrics.of(slow).longest().orElseThrow();

    assertThat(input.silentShare()).isEqualTo(1200 / 2100.0, within(1e-9));
  }

  @Test
  void timeToFirstEventAndRateOfTextCountFromTheirOwnBeginnings() {
    StallMetrics metrics = StallMetrics.of(BUFFERED);

    assertThat(metrics.toFirstEvent()).isEqualTo(millis(120));
    assertThat(metrics.textRate()).isEqualTo(20 / 0.040, within(1e-6));
    assertThat(metrics.totalNanos()).isEqualTo(millis(3203));
    assertThat(metrics.complete()).isTrue();
  }

  @Test
  void anInputAtAConstantRateIsSmooth() {
    StringBuilder written = new StringBuilder("0 sent\n1 tool_use_start\n");
    for (int i = 1; i <= 1000; i++) {
      written.append(1 + i).append(" tool_input_delta 16\n");
    }
    written.append("1001 content_block_stop\n1001 completed\n");

    InputMetrics input = StallMetrics.of(Timelines.of(written.toString())).longest().orElseThrow();

    assertThat(input.smoothness()).isEqualTo(1, within(0.002));
    assertThat(input.silentShare()).isZero();
  }

  @Test
  void anInputThatComesAtTheEndIsNotSmoothInHoweverManyPieces() {
    Timeline one =
        Timelines.of("0 sent\n0 tool_use_start\n900 tool_input_delta 90\n900 content_block_stop");
    Timeline three =
        Timelines.of(
            """
            0 sent
            0 tool_use_start
            900 tool_input_delta 30
            900 tool_input_delta 30
            900 tool_input_delta 30
            900 content_block_stop
            """);

    assertThat(List.of(one, three))
        .allSatisfy(timeline ->
            assertThat(StallMetrics.of(timeline).longest().orElseThrow().smoothness())
                .isEqualTo(0, within(1e-9)));
  }

  @Test
  void aStreamThatDiesInAnInputEndsTheGapWhereItWasSeenToDie() {
    Timeline dead =
        Timelines.of(
            """
            0     sent
            10    bytes 60
            10    message_start
            20    bytes 60
            20    tool_use_start
            70    bytes 90
            70    tool_input_delta 16
            9000  broken
            """);

    StallMetrics metrics = StallMetrics.of(dead);

    assertThat(metrics.complete()).isFalse();
    assertThat(metrics.maxGap()).isEqualTo(millis(8930));
    assertThat(metrics.longest().orElseThrow().maxGapOffset()).isEqualTo(16);
    assertThat(metrics.longest().orElseThrow().burst1000()).isZero();
    assertThat(metrics.maxGapBytes()).isEqualTo(millis(8930));
  }

  @Test
  void pingsEndGapsOfBytesAndEventsButNotOfInput() {
    Timeline pinged =
        Timelines.of(
            """
            0     sent
            10    bytes 60
            10    tool_use_start
            1010  bytes 20
            1010  ping
            2010  bytes 20
            2010  ping
            2510  bytes 90
            2510  tool_input_delta 64
            2511  content_block_stop
            2512  completed
            """);

    StallMetrics metrics = StallMetrics.of(pinged);

    assertThat(metrics.maxGap()).isEqualTo(millis(2500));
    assertThat(metrics.maxGapAny()).isEqualTo(millis(1000));
    assertThat(metrics.maxGapBytes()).isEqualTo(millis(1000));
  }

  @Test
  void severalCallsOverSeveralRequestsAreCountedTogetherAndTheLongestTells() {
    Timeline chunked =
        Timelines.of(
            """
            0     sent
            10    tool_use_start
            110   tool_input_delta 50
            111   content_block_stop
            112   completed
            5000  sent
            5010  tool_use_start
            5310  tool_input_delta 60
            5311  content_block_stop
            5312  completed
            """);

    StallMetrics metrics = StallMetrics.of(chunked);

    assertThat(metrics.complete()).isTrue();
    assertThat(metrics.inputs()).isEqualTo(2);
    assertThat(metrics.inputBytes()).isEqualTo(110);
    assertThat(metrics.toolNanos()).isEqualTo(millis(101 + 301));
    assertThat(metrics.longest().orElseThrow().bytes()).isEqualTo(60);
    assertThat(metrics.maxGapBytes()).isEqualTo(millis(312));
  }

  @Test
  void parallelInputsAreToldApartByTheirBlocks() {
    Timeline parallel =
        Timeline.of(
            List.of(
                Moment.at(Moment.Kind.SENT, 0, -1, 0),
                Moment.at(Moment.Kind.TOOL_USE_START, millis(10), 0, 0),
                Moment.at(Moment.Kind.TOOL_USE_START, millis(20), 1, 0),
                Moment.at(Moment.Kind.TOOL_INPUT_DELTA, millis(100), 0, 7),
                Moment.at(Moment.Kind.TOOL_INPUT_DELTA, millis(400), 1, 9),
                Moment.at(Moment.Kind.CONTENT_BLOCK_STOP, millis(400), 0, 0),
                Moment.at(Moment.Kind.CONTENT_BLOCK_STOP, millis(410), 1, 0)));

    StallMetrics metrics = StallMetrics.of(parallel);

    assertThat(metrics.longest().orElseThrow().maxGap()).isEqualTo(millis(380));
    assertThat(metrics.toolNanos()).isEqualTo(millis(400));
  }

  @Test
  void anAnswerWithoutToolsHasNoInput() {
    StallMetrics metrics =
        StallMetrics.of(Timelines.of("0 sent\n5 text_delta 4\n9 text_delta 4\n10 completed"));

    assertThat(metrics.longest()).isEmpty();
    assertThat(metrics.maxGap()).isZero();
    assertThat(metrics.maxGapAny()).isZero();
  }

  @Test
  void timeThatGoesBackIsRefused() {
    assertThatThrownBy(() -> Timelines.of("0 sent\n9 message_start\n8 text_delta 3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("TEXT_DELTA at 8000000 ns comes after something at 9000000");
  }
}

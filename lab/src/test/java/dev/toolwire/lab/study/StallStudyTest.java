package dev.toolwire.lab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Behaviour;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Moment.Kind;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StallStudyTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final long SECOND = 1_000_000_000;

  /// The model writes a hundred bytes a second.
  private static final int RATE = 100;

  @Test
  void aRouteThatHoldsInputsBackIsFullyBuffered() {
    RouteStudy route = only(study(buffered(Ending.ANSWERED)));

    assertThat(route.verdict().behaviour()).contains(Behaviour.FULLY_BUFFERED);
    assertThat(route.sentence())
        .isEqualTo("fully buffered; silent for 20.0 s while 2,000 characters were written");
    assertThat(route.endings().count(Ending.ANSWERED)).isEqualTo(12);
    assertThat(route.textRate().orElseThrow().median().estimate()).isBetween(99.0, 101.0);
    assertThat(route.growth(Shape.ONE).orElseThrow().theilSen().slope()).isBetween(0.0099, 0.0101);
    assertThat(route.growth(Shape.ONE).orElseThrow().ratio()).isPresent();
    assertThat(route.runs()).hasSize(12);
    assertThat(route.runs()).allSatisfy(run -> assertThat(run.controlRate()).isPositive());
    assertThat(route.controls()).hasSize(12);
  }

  @Test
  void aCellHasEveryFigureOfItsRuns() {
    RouteStudy route = only(study(buffered(Ending.ANSWERED)));

    assertThat(route.cells())
        .extracting(CellStudy::shape, CellStudy::size, CellStudy::runs)
        .startsWith(tuple(Shape.ONE, 500, 2), tuple(Shape.ONE, 1_000, 2))
        .hasSize(6);
    CellStudy cell = route.largest().orElseThrow();
    assertThat(cell.figures()).containsOnlyKeys(Figure.values());
    assertThat(cell.figure(Figure.MAX_GAP).median().estimate()).isEqualTo(20 * SECOND);
    assertThat(cell.figure(Figure.BURST_100).median().estimate()).isEqualTo(1);
  }

  @Test
  void idleLimitsAreToldWithTheLargestInputThatPasses() {
    RouteStudy route = only(study(buffered(Ending.ANSWERED)));

    assertThat(route.survival()).hasSize(9);
    assertThat(route.survival().getFirst().largestSeen()).isEqualTo(OptionalInt.of(1_000));
    assertThat(route.survival().getFirst().smallestKilled()).isEqualTo(OptionalInt.of(2_000));
  }

  @Test
  void runsThatBrokeOffOrWereRefusedGiveNoVerdict() {
    RouteStudy broken = only(study(buffered(Ending.BROKEN)));
    RouteStudy refused = only(study(buffered(Ending.REFUSED)));

    assertThat(broken.sentence()).isEqualTo("inconclusive: 12 of 12 runs broke off");
    assertThat(broken.cells()).hasSize(6);
    assertThat(refused.sentence()).isEqualTo("inconclusive: every run was refused");
    assertThat(refused.cells()).isEmpty();
    assertThat(refused.survival()).isEmpty();
  }

  @Test
  void runsInWhichTheMachineDidNotKeepTimeAreCountedAndLeftOut() {
    List<RecordedRun> late = buffered(Ending.MISTIMED);
    List<RecordedRun> some = new ArrayList<>(late.subList(0, 2));
    some.addAll(buffered(Ending.ANSWERED).subList(2, late.size()));

    RouteStudy route = only(study(some));

    assertThat(route.sentence()).startsWith("fully buffered; ");
    assertThat(route.endings().count(Ending.MISTIMED)).isEqualTo(1);
    assertThat(route.cells().getFirst().runs()).isEqualTo(1);
    assertThat(route.telling()).hasSize(11);
    assertThat(only(study(late)).sentence())
        .isEqualTo("inconclusive: in 12 of 12 runs this machine did not keep time");
  }

  @Test
  void everyStrategyIsARouteOfItsOwn() {
    List<RecordedRun> runs = new ArrayList<>();
    for (String strategy : List.of("converse", "chat")) {
      runs.add(run(new RunLabel(strategy, "simulator:m", Shape.ONE, 500, 1, false)));
    }

    assertThat(study(runs).routes())
        .extracting(RouteStudy::strategy)
        .containsExactly("converse", "chat");
  }

  @Test
  void aSketchKeepsTheEdgesOfSilencesInFewPoints() {
    Timeline.Recorder recorder = new Timeline.Recorder();
    recorder.add(Moment.at(Kind.SENT, 0, -1, 0));
    recorder.add(Moment.at(Kind.TOOL_USE_START, SECOND, 0, 0));
    for (int i = 1; i <= 10_000; i++) {
      long at = SECOND + i * 1_000_000L + (i > 5_000 ? 30 * SECOND : 0);
      recorder.add(Moment.at(Kind.TOOL_INPUT_DELTA, at, 0, 2));
    }
    recorder.add(Moment.at(Kind.CONTENT_BLOCK_STOP, 41 * SECOND, 0, 0));
    recorder.add(Moment.at(Kind.COMPLETED, 42 * SECOND, -1, 0));
    RunLabel label = new RunLabel("converse", "m", Shape.ONE, 20_000, 1, false);
    RecordedRun run = new RecordedRun(label, TEN, recorder.timeline(), Ending.ANSWERED, "");

    Sketch sketch = only(study(List.of(run))).runs().getFirst().sketch();

    assertThat(sketch.totalNanos()).isEqualTo(42 * SECOND);
    assertThat(sketch.toolBlocks()).containsExactly(new Sketch.Span(SECOND, 41 * SECOND));
    assertThat(sketch.silence()).isEqualTo(new Sketch.Span(6 * SECOND, 36 * SECOND + 1_000_000));
    assertThat(sketch.input())
        .contains(new Sketch.Point(6 * SECOND, 10_000))
        .contains(new Sketch.Point(36 * SECOND + 1_000_000, 10_002))
        .endsWith(new Sketch.Point(41 * SECOND, 20_000))
        .hasSizeLessThan(2 * Sketching.STEPS)
        .isSortedAccordingTo(Comparator.comparingLong(Sketch.Point::nanos));
    assertThat(sketch.text()).isEmpty();
  }

  private static StallStudy study(List<RecordedRun> runs) {
    return StallStudy.of("stall.jsonl", runs);
  }

  private static RouteStudy only(StallStudy study) {
    assertThat(study.routes()).hasSize(1);
    return study.routes().getFirst();
  }

  private static List<RecordedRun> buffered(Ending ending) {
    List<RecordedRun> runs = new ArrayList<>();
    for (Shape shape : List.of(Shape.ONE, Shape.TENTHS)) {
      for (int size : List.of(500, 1_000, 2_000)) {
        for (int repeat = 1; repeat <= 2; repeat++) {
          RunLabel label = new RunLabel("converse", "simulator:m", shape, size, repeat, false);
          RecordedRun run = run(label);
          runs.add(new RecordedRun(label, TEN, run.timeline(), ending, ""));
          runs.add(run(label.paired()));
        }
      }
    }
    return runs;
  }

  /// All of an input when it is complete; text byte by byte.
  private static RecordedRun run(RunLabel label) {
    Timeline.Recorder recorder = new Timeline.Recorder();
    recorder.add(Moment.at(Kind.SENT, 0, -1, 0));
    long step = SECOND / RATE;
    long end = label.size() * step;
    if (label.control()) {
      for (int i = 1; i <= label.size(); i++) {
        recorder.add(Moment.at(Kind.TEXT_DELTA, i * step, 0, 1));
      }
    } else {
      recorder.add(Moment.at(Kind.TOOL_USE_START, 0, 0, 0));
      recorder.add(Moment.at(Kind.BYTES, end, -1, label.size()));
      recorder.add(Moment.at(Kind.TOOL_INPUT_DELTA, end, 0, label.size()));
      recorder.add(Moment.at(Kind.CONTENT_BLOCK_STOP, end, 0, 0));
    }
    recorder.add(Moment.at(Kind.COMPLETED, end, -1, 0));
    return new RecordedRun(label, TEN, recorder.timeline(), Ending.ANSWERED, "");
  }
}

package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.campaign.Progress;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Moment.Kind;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTimelineTest {

  private static final String MODEL = "simulator:toolwire.stall-buffered-v1:0";
  private static final String OTHER = "simulator:toolwire.stall-streamed-v1:0";
  private static final RunLabel RUN = new RunLabel("chat", MODEL, Shape.ONE, 500, 1, false);
  private static final Progress PROGRESS =
      new Progress(1, 4, Duration.ZERO, Optional.of(Duration.ofSeconds(6)));

  private final StringWriter err = new StringWriter();

  @Test
  void theLineGrowsByAMarkForEachStepOfTimeAndIsCutWhereTheWindowEnds() {
    LiveTimeline live = live(MODEL);
    live.accept(RUN, Moment.at(Kind.SENT, 0, -1, 0));
    live.step();
    live.accept(RUN, Moment.at(Kind.TOOL_INPUT_DELTA, 1, 0, 64));
    live.step();
    live.accept(RUN, Moment.at(Kind.TOOL_INPUT_DELTA, 2, 0, 5_000));
    live.step();

    assertThat(err.toString())
        .isEqualTo(
            "\r\u001B[K\u001B[?7lchat/one/500/1 0 bytes ·\u001B[?7h"
                + "\r\u001B[K\u001B[?7lchat/one/500/1 64 bytes ·▂\u001B[?7h"
                + "\r\u001B[K\u001B[?7lchat/one/500/1 5,064 bytes ·▂█\u001B[?7h");
  }

  @Test
  void aLongSilenceShowsItsEndInAsManyColumnsAsATerminalHas() {
    LiveTimeline live = live(MODEL);
    live.accept(RUN, Moment.at(Kind.SENT, 0, -1, 0));
    for (int step = 0; step < 200; step++) {
      live.step();
    }
    String last = err.toString().substring(err.toString().lastIndexOf('\r'));

    assertThat(last.replaceAll("\u001B\\[(K|\\?7[lh])", "").strip()).hasSize(79).endsWith("····");
  }

  @Test
  void whatARunWasRemainsAsALineWithTheProgress() {
    LiveTimeline live = live(MODEL);
    live.accept(RUN, Moment.at(Kind.SENT, 0, -1, 0));
    live.step();
    err.getBuffer().setLength(0);

    live.finished(RUN, recorded(), PROGRESS);
    live.step();

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "\r\u001B[Kchat/one/500/1: answered, 9 bytes, silent for 530 ms"
                + " (1 of 4 runs, 0:06 left)\n");
  }

  @Test
  void whereSeveralModelsAreAskedEachRunSaysWhich() {
    LiveTimeline live = live(MODEL, OTHER);
    live.finished(RUN, recorded(), PROGRESS);

    assertThat(err.toString()).startsWith("stall-buffered chat/one/500/1: answered");
  }

  @Test
  void theLineIsTakenAwayAtTheEndAndNotDrawnAgain() {
    LiveTimeline live = live(MODEL);
    live.accept(RUN, Moment.at(Kind.SENT, 0, -1, 0));
    live.step();
    live.close();
    live.step();

    assertThat(err.toString()).endsWith("\u001B[?7h\r\u001B[K");
  }

  private LiveTimeline live(String... models) {
    return LiveTimeline.on(new PrintWriter(err, true), ModelNames.of(List.of(models)), false);
  }

  private static RecordedRun recorded() {
    Timeline timeline =
        Timeline.of(
            List.of(
                Moment.at(Kind.SENT, 0, -1, 0),
                Moment.at(Kind.TOOL_USE_START, 1_000_000, 0, 0),
                Moment.at(Kind.TOOL_INPUT_DELTA, 531_000_000, 0, 9),
                Moment.at(Kind.COMPLETED, 532_000_000, -1, 0)));
    return new RecordedRun(RUN, Instant.EPOCH, timeline, Ending.ANSWERED, "");
  }
}

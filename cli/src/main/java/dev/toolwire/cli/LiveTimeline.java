package dev.toolwire.cli;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.StallMetrics;
import dev.toolwire.lab.study.Seconds;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;

/// The timeline of the run under way, as a line that grows by a mark for each step of time: how
/// much came in it, or that nothing did. In front of a person it is drawn while the run goes on; a
/// line for each run remains.
///
/// Told of moments by the threads of runs, and of ends by that of the campaign.
final class LiveTimeline implements BiConsumer<RunLabel, Moment>, AutoCloseable {

  private static final String MARKS = "▁▂▃▄▅▆▇█";
  private static final char SILENCE = '·';
  private static final int MOST_MARKS = 50;
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int MOST_BYTES = 512;

  private final boolean wanted;
  private final boolean terminal;
  private final PrintWriter err;
  private final StringBuilder marks = new StringBuilder();
  private String label = "";
  private int bytes;
  private long input;
  private volatile boolean ended;

  private LiveTimeline(boolean wanted, PrintWriter err, boolean terminal) {
    this.wanted = wanted;
    this.err = err;
    this.terminal = terminal;
  }

  /// @param wanted whether anything is to be shown at all
  /// @param terminal whether a person looks at it
  static LiveTimeline on(boolean wanted, PrintWriter err, boolean terminal) {
    var live = new LiveTimeline(wanted, err, terminal);
    if (wanted && terminal) {
      Thread.ofVirtual().name("timeline").start(live::grow);
    }
    return live;
  }

  @Override
  public synchronized void accept(RunLabel run, Moment moment) {
    if (!wanted) {
      return;
    }
    switch (moment.kind()) {
      case SENT -> {
        if (!label.equals(run.toString())) {
          label = run.toString();
          marks.setLength(0);
          input = 0;
        }
      }
      case TOOL_INPUT_DELTA, TEXT_DELTA -> {
        bytes += moment.bytes();
        input += moment.bytes();
      }
      default -> {}
    }
  }

  /// While a run is silent nobody calls, so the line grows by itself.
  private void grow() {
    while (!ended) {
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException _) {
        return;
      }
      draw();
    }
  }

  private synchronized void draw() {
    if (ended || label.isEmpty()) {
      return;
    }
    marks.append(mark(bytes));
    bytes = 0;
    if (marks.length() > MOST_MARKS) {
      marks.deleteCharAt(0);
    }
    err.printf(Locale.ROOT, "\r\u001B[K%s %s %,d bytes", label, marks, input);
    err.flush();
  }

  private static char mark(int bytes) {
    return bytes == 0
        ? SILENCE
        : MARKS.charAt(Math.min(MARKS.length() - 1, bytes * MARKS.length() / MOST_BYTES));
  }

  /// A run is over: what it was remains as a line.
  synchronized void finished(RunLabel run, RecordedRun recorded) {
    if (!wanted) {
      return;
    }
    var metrics = StallMetrics.of(recorded.timeline());
    var what =
        run.control()
            ? String.format(Locale.ROOT, "%,.0f bytes of text a second", metrics.textRate())
            : String.format(
                Locale.ROOT,
                "%,d bytes, silent for %s",
                metrics.inputBytes(),
                Seconds.of((double) metrics.maxGap()));
    label = "";
    err.println(
        (terminal ? "\r\u001B[K" : "") + run + ": " + Word.of(recorded.ending()) + ", " + what);
  }

  @Override
  public synchronized void close() {
    ended = true;
  }
}

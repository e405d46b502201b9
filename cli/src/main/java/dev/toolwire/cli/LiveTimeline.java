package dev.toolwire.cli;

import dev.toolwire.lab.campaign.Campaign;
import dev.toolwire.lab.campaign.Progress;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.StallMetrics;
import dev.toolwire.lab.study.Seconds;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// The timeline of the run under way, as a line that grows by a mark for each step of time: how
/// much came in it, or that nothing did. In front of a person it is drawn while the run goes on; a
/// line for each run remains.
///
/// Told of moments by the threads of runs, one run after the other, and of ends by that of the
/// campaign.
final class LiveTimeline
    implements BiConsumer<RunLabel, Moment>,
        Campaign.Results<RunLabel, RecordedRun>,
        AutoCloseable {

  private static final String MARKS = "▁▂▃▄▅▆▇█";
  private static final char SILENCE = '·';
  private static final int STEP_MILLIS = 100;
  private static final int MOST_BYTES = 512;

  /// Columns of a usual terminal; more marks are not shown.
  private static final int WIDTH = 79;

  private static final int FEWEST_MARKS = 10;

  private final PrintWriter err;
  private final StatusLine line;
  private final ModelNames models;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final StringBuilder marks = new StringBuilder();
  private String name = "";
  private int bytes;
  private long input;

  private LiveTimeline(PrintWriter err, ModelNames models) {
    this.err = err;
    this.line = new StatusLine(err);
    this.models = models;
  }

  /// @param models those that are asked; if there are several, each run says which it asks
  /// @param terminal whether a person looks at it
  static LiveTimeline on(PrintWriter err, ModelNames models, boolean terminal) {
    var live = new LiveTimeline(err, models);
    if (terminal) {
      Thread.ofVirtual().name("timeline").start(live::grow);
    }
    return live;
  }

  @Override
  public synchronized void accept(RunLabel run, Moment moment) {
    switch (moment.kind()) {
      case SENT -> {
        if (!name.equals(name(run))) {
          name = name(run);
          marks.setLength(0);
          bytes = 0;
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

  private String name(RunLabel run) {
    return models.count() > 1 ? models.of(run.model()) + " " + run : run.toString();
  }

  /// While a run is silent nobody calls, so the line grows by itself.
  private void grow() {
    try {
      while (!closed.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
        step();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A step of time has passed.
  synchronized void step() {
    if (closed.getCount() == 0 || name.isEmpty()) {
      return;
    }
    marks.append(mark(bytes));
    bytes = 0;
    var words = String.format(Locale.ROOT, "%s %,d bytes ", name, input);
    int shown = Math.max(FEWEST_MARKS, WIDTH - words.length());
    marks.delete(0, Math.max(0, marks.length() - shown));
    line.draw(words + marks);
  }

  private static char mark(int bytes) {
    return bytes == 0
        ? SILENCE
        : MARKS.charAt(Math.min(MARKS.length() - 1, bytes * MARKS.length() / MOST_BYTES));
  }

  /// A run is over: what it was remains as a line.
  @Override
  public synchronized void finished(RunLabel run, RecordedRun recorded, Progress progress) {
    var metrics = StallMetrics.of(recorded.timeline());
    var what =
        run.control()
            ? String.format(Locale.ROOT, "%,.0f bytes of text a second", metrics.textRate())
            : String.format(
                Locale.ROOT,
                "%,d bytes, silent for %s",
                metrics.inputBytes(),
                Seconds.of((double) metrics.maxGap()));
    name = "";
    line.clear();
    err.printf("%s: %s, %s (%s)%n", name(run), Word.of(recorded.ending()), what, progress);
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    line.clear();
  }
}

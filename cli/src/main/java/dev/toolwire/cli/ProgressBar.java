package dev.toolwire.cli;

import dev.toolwire.lab.campaign.Progress;
import dev.toolwire.model.Ticker;
import java.io.PrintWriter;
import java.time.Duration;

/// How far a campaign is, on standard error: a bar that is drawn over itself in front of a person,
/// and a line for each tenth where the output goes elsewhere. For one thread.
final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final int TENTHS = 10;
  private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

  private final PrintWriter err;
  private final StatusLine line;
  private final boolean terminal;
  private final Ticker ticker;
  private long drawn;
  private int tenths;

  /// @param terminal whether a person looks at it
  ProgressBar(PrintWriter err, boolean terminal, Ticker ticker) {
    this.err = err;
    this.line = new StatusLine(err);
    this.terminal = terminal;
    this.ticker = ticker;
    this.drawn = ticker.nanos() - REDRAW_NANOS;
  }

  /// On `err`, by the machine's clock.
  static ProgressBar on(PrintWriter err, Surroundings around) {
    return new ProgressBar(err, around.terminal().getAsBoolean(), Ticker.SYSTEM);
  }

  /// Shows that it is so far.
  void show(Progress progress) {
    if (terminal) {
      draw(progress);
    } else if (progress.share() * TENTHS >= tenths + 1) {
      tenths = (int) (progress.share() * TENTHS);
      err.println("toolwire: " + progress);
    }
  }

  private void draw(Progress progress) {
    boolean last = progress.done() == progress.total();
    if (!last && ticker.nanos() - drawn < REDRAW_NANOS) {
      return;
    }
    drawn = ticker.nanos();
    int full = (int) (progress.share() * WIDTH);
    line.draw("[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + progress);
  }

  /// Makes room for other words: the bar is taken away, and drawn again with the next progress.
  void clear() {
    line.clear();
    drawn = ticker.nanos() - REDRAW_NANOS;
  }

  /// Takes the bar away.
  @Override
  public void close() {
    clear();
  }
}

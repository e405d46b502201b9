package dev.toolwire.cli;

import dev.toolwire.lab.campaign.Progress;
import java.io.PrintWriter;

/// How far a campaign is, on one line that is written over again, if a person looks at it.
final class ProgressLine implements AutoCloseable {

  private final PrintWriter err;
  private final boolean seen;
  private int width;

  ProgressLine(PrintWriter err, Surroundings around) {
    this.err = err;
    this.seen = around.terminal().getAsBoolean();
  }

  void show(Progress progress) {
    if (seen) {
      write(progress.toString());
    }
  }

  private void write(String text) {
    err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    err.flush();
    width = text.length();
  }

  /// Takes the line away.
  @Override
  public void close() {
    if (width > 0) {
      write("");
      err.print("\r");
      err.flush();
    }
  }
}

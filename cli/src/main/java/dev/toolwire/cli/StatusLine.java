package dev.toolwire.cli;

import java.io.PrintWriter;

/// A line in front of a person that is drawn over itself, and taken away before other words come.
/// For one thread at a time.
///
/// What a narrow window wraps could not be drawn over, so the terminal is told to cut it instead
/// (DECAWM); for this line only, so that nothing has to be restored whenever the process ends.
final class StatusLine {

  private static final String CLEAR = "\r\u001B[K";
  private static final String CUTTING = "\u001B[?7l";
  private static final String WRAPPING = "\u001B[?7h";

  private final PrintWriter err;
  private boolean drawn;

  StatusLine(PrintWriter err) {
    this.err = err;
  }

  void draw(String text) {
    err.print(CLEAR + CUTTING + text + WRAPPING);
    err.flush();
    drawn = true;
  }

  void clear() {
    if (drawn) {
      err.print(CLEAR);
      err.flush();
      drawn = false;
    }
  }
}

package dev.toolwire.bench.compare;

import dev.toolwire.bench.harness.Figure;

/// What is measured of a comparison.
enum CompareFigure implements Figure {
  RATE("runs a second, from start to end", ""),
  WARM("runs a second, last half", ""),
  CPU("CPU of a run", "ms"),
  EARLY("live heap after an eighth of the runs", "MiB"),
  LATE("live heap after all, records included", "MiB"),
  JUDGED("to judge and count all runs", "s");

  @SuppressWarnings("ImmutableEnumChecker") // two strings
  private final Row row;

  CompareFigure(String title, String unit) {
    this.row = new Row(title, unit);
  }

  @Override
  public Row row() {
    return row;
  }
}

package dev.toolwire.bench.start;

import dev.toolwire.bench.harness.Figure;

/// What is measured of a process that asks once and ends.
enum StartFigure implements Figure {
  ANSWER("start to answer", "ms"),
  END("start to end", "ms"),
  CPU("CPU of the process", "ms");

  @SuppressWarnings("ImmutableEnumChecker") // two strings
  private final Row row;

  StartFigure(String title, String unit) {
    this.row = new Row(title, unit);
  }

  @Override
  public Row row() {
    return row;
  }
}

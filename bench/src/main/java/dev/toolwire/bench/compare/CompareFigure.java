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

  private final String title;
  private final String unit;

  CompareFigure(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String unit() {
    return unit;
  }

  void print(double value) {
    System.out.println(name() + " " + value);
  }
}

package dev.toolwire.bench.start;

import dev.toolwire.bench.harness.Figure;

/// What is measured of a process that asks once and ends.
enum StartFigure implements Figure {
  WALL("start to answer", "ms"),
  CPU("CPU of the process", "ms");

  private final String title;
  private final String unit;

  StartFigure(String title, String unit) {
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
}

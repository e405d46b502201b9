package dev.toolwire.bench.crowd;

import dev.toolwire.bench.harness.Figure;

/// What is measured of a crowd of streams.
enum CrowdFigure implements Figure {
  EVENTS("deltas in ten seconds", ""),
  P50("delay of a delta, p50", "ms"),
  P99("delay of a delta, p99", "ms"),
  CPU("CPU per delta", "us"),
  HEAP("live heap and direct, all open", "MiB");

  private final String title;
  private final String unit;

  CrowdFigure(String title, String unit) {
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

package dev.toolwire.bench.crowd;

import dev.toolwire.bench.harness.Figure;

/// What is measured of a crowd of streams.
enum CrowdFigure implements Figure {
  EVENTS("deltas in ten seconds", ""),
  P50("delay of a delta, p50", "ms"),
  P99("delay of a delta, p99", "ms"),
  CPU("CPU per delta", "us"),
  HEAP("live heap and direct, all open", "MiB");

  @SuppressWarnings("ImmutableEnumChecker") // two strings
  private final Row row;

  CrowdFigure(String title, String unit) {
    this.row = new Row(title, unit);
  }

  @Override
  public Row row() {
    return row;
  }
}

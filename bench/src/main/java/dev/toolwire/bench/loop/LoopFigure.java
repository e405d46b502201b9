package dev.toolwire.bench.loop;

import dev.toolwire.bench.harness.Figure;

/// What is measured, in the order of the table's rows; CPU comes in microseconds, memory in bytes.
enum LoopFigure implements Figure {
  UNARY_CPU("peppers loop, CPU", "us", 1),
  UNARY_ALLOCATED("peppers loop, allocated", "KiB", 1024),
  UNARY_FIRST("process of 1,000 peppers loops, CPU", "s", 1e6),
  STREAM_CPU("streaming peppers loop, CPU", "us", 1),
  STREAM_ALLOCATED("streaming peppers loop, allocated", "KiB", 1024),
  STREAM_FIRST("process of 1,000 of them, CPU", "s", 1e6),
  INPUT_CPU("input of 65,536 deltas, CPU", "ms", 1000),
  INPUT_ALLOCATED("input of 65,536 deltas, allocated", "MiB", 1 << 20),
  INPUT_FIRST("process of 10 of them, CPU", "s", 1e6),
  SIGNED_CPU("peppers loop with SigV4, CPU", "us", 1),
  SIGNED_ALLOCATED("peppers loop with SigV4, allocated", "KiB", 1024),
  SIGNED_FIRST("process of 1,000 of them, CPU", "s", 1e6),
  GROW_16K("look at growing input, 16 KiB", "ns/d", 1),
  GROW_64K("look at growing input, 64 KiB", "ns/d", 1),
  GROW_256K("look at growing input, 256 KiB", "ns/d", 1),
  GROW_1M("look at growing input, 1 MiB", "ns/d", 1);

  @SuppressWarnings("ImmutableEnumChecker") // two strings
  private final Row row;

  private final double scale;

  LoopFigure(String title, String unit, double scale) {
    this.row = new Row(title, unit);
    this.scale = scale;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public void print(double measured) {
    Figure.super.print(measured / scale);
  }
}

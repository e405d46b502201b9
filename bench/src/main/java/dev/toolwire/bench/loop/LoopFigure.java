package dev.toolwire.bench.loop;

import dev.toolwire.bench.harness.Figure;

/// What is measured, in the order of the table's rows.
enum LoopFigure implements Figure {
  UNARY_CPU("peppers loop, CPU", "us"),
  UNARY_ALLOCATED("peppers loop, allocated", "KiB"),
  STREAM_CPU("streaming peppers loop, CPU", "us"),
  STREAM_ALLOCATED("streaming peppers loop, allocated", "KiB"),
  INPUT_CPU("input of 65,536 deltas, CPU", "ms"),
  INPUT_ALLOCATED("input of 65,536 deltas, allocated", "KiB"),
  SIGNED_CPU("peppers loop with SigV4, CPU", "us"),
  SIGNED_ALLOCATED("peppers loop with SigV4, allocated", "KiB"),
  GROW_16K("look at growing input, 16 KiB", "ns/d"),
  GROW_64K("look at growing input, 64 KiB", "ns/d"),
  GROW_256K("look at growing input, 256 KiB", "ns/d"),
  GROW_1M("look at growing input, 1 MiB", "ns/d");

  private final String title;
  private final String unit;

  LoopFigure(String title, String unit) {
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

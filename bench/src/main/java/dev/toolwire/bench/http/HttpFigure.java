package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Figure;

/// What is measured, in the order of the table's rows. A figure that a client cannot deliver is
/// [Double#NaN] and prints as `no`.
enum HttpFigure implements Figure {
  P50("one thread, p50", "us"),
  P99("one thread, p99", "us"),
  CPU_VIRTUAL("CPU per request, 64 virtual threads", "us"),
  CPU_PLATFORM("CPU per request, 64 platform threads", "us"),
  ALLOCATED("allocated per request", "B"),
  TLS_P50("TLS, one thread, p50", "us"),
  TLS_CPU_VIRTUAL("TLS, CPU per request, 64 virtual", "us"),
  TLS_ALLOCATED("TLS, allocated per request", "B"),
  BURST_CPU("65,536 chunks in 16 KiB writes, CPU", "ms"),
  BURST_ALLOCATED("65,536 chunks in 16 KiB writes, alloc", "KiB"),
  DRIP_CPU("65,536 chunks, a write each, CPU", "ms"),
  DRIP_ALLOCATED("65,536 chunks, a write each, alloc", "KiB"),
  LOCKSTEP("chunk after acknowledged chunk, p50", "us"),
  OPEN_STREAM("open idle stream, heap and direct", "KiB"),
  TLS_OPEN_STREAM("TLS, open idle stream, heap and direct", "KiB"),
  INTERRUPT_VIRTUAL("interrupted read returns, virtual", "ms"),
  INTERRUPT_PLATFORM("interrupted read returns, platform", "ms"),
  ABORT("read returns after abort elsewhere", "ms"),
  TLS_ABORT("TLS, read returns after abort elsewhere", "ms"),
  CONNECT_TIMEOUT("connect timeout of 200 ms after", "ms"),
  HEAD_TIMEOUT("read timeout of 200 ms, head, after", "ms"),
  BODY_TIMEOUT("read timeout of 200 ms, body, after", "ms");

  @SuppressWarnings("ImmutableEnumChecker") // two strings
  private final Row row;

  HttpFigure(String title, String unit) {
    this.row = new Row(title, unit);
  }

  @Override
  public Row row() {
    return row;
  }
}

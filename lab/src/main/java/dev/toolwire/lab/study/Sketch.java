package dev.toolwire.lab.study;

import java.util.List;

/// A timeline with few points, for drawing. Times are in nanoseconds since the run began.
///
/// @param totalNanos how long the run was
/// @param toolBlocks when tool blocks were open; those that overlap are one span
/// @param silence the longest gap in a tool input; of no length if no tool was called
/// @param input bytes of tool input that had come by a time; rises
/// @param text bytes of text that had come by a time; rises
public record Sketch(
    long totalNanos, List<Span> toolBlocks, Span silence, List<Point> input, List<Point> text) {

  /// From one time to another.
  public record Span(long from, long to) {}

  /// So many bytes in all had come at this time.
  public record Point(long nanos, long bytes) {}

  public Sketch {
    toolBlocks = List.copyOf(toolBlocks);
    input = List.copyOf(input);
    text = List.copyOf(text);
  }
}

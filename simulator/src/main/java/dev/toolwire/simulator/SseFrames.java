package dev.toolwire.simulator;

import dev.toolwire.wire.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Server-sent events, apart from each other.
///
/// Source: HTML Living Standard, "Server-sent events": an event ends with a blank line.
final class SseFrames {

  private static final Headers STREAM =
      Headers.of("Content-Type", "text/event-stream; charset=utf-8", "Cache-Control", "no-cache");
  private static final Headers WHOLE = Headers.of("Content-Type", "application/json");

  private SseFrames() {}

  /// The headers of an answer in events, or in one piece.
  static Headers headers(boolean streaming) {
    return streaming ? STREAM : WHOLE;
  }

  /// The events in `bytes`, each with its blank line, whose lines end with LF.
  static List<byte[]> of(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
        frames.add(Arrays.copyOfRange(bytes, start, i + 1));
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      frames.add(Arrays.copyOfRange(bytes, start, bytes.length));
    }
    return frames;
  }
}

package dev.toolwire.lab.replay;

import dev.toolwire.conversation.ToolUseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What passed over the wire in one run. Immutable.
///
/// @param run what the run is called; no two tapes of a file are for the same
/// @param began when it began; all times are counted from there
/// @param exchanges in the order in which they began
/// @param tools how long the tools worked on their calls, which no wire tells
public record Tape(
    String run, Instant began, List<TapedExchange> exchanges, Map<ToolUseId, Duration> tools) {

  public Tape {
    exchanges = List.copyOf(exchanges);
    tools = Map.copyOf(tools);
  }

  /// The tape as one line of JSON.
  public String toLine() {
    return TapeJson.write(this);
  }

  /// Reads [#toLine].
  ///
  /// @throws IllegalArgumentException if it is something else
  public static Tape ofLine(String line) {
    return TapeJson.read(line);
  }
}

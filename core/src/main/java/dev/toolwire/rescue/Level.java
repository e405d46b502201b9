package dev.toolwire.rescue;

/// How sure it is that a text was meant as a call, from the surest down. A [TextRepair] lowers it.
public enum Level {
  /// The complete markers of the dialect that was expected, and arguments that fit the schema.
  EXACT,
  /// The complete markers of some dialect.
  MARKED,
  /// A convention that prompts ask for, such as a line `Tool Call:`.
  PROMPTED,
  /// No markers, but the call is the whole message.
  BARE,
  /// No markers, and the call begins or ends a message that says something else too.
  EMBEDDED,
  /// Might be a call, might be shown as one: no markers and prose on both sides, or a fence in
  /// prose.
  SUGGESTED,
  /// Plainly quoted, rehearsed or an example.
  QUOTED;

  /// Whether this is at least as sure as `other`.
  public boolean atLeast(Level other) {
    return compareTo(other) <= 0;
  }

  /// The level below, the last one being its own.
  Level lower() {
    return switch (this) {
      case EXACT -> MARKED;
      case MARKED -> PROMPTED;
      case PROMPTED -> BARE;
      case BARE -> EMBEDDED;
      case EMBEDDED -> SUGGESTED;
      case SUGGESTED, QUOTED -> QUOTED;
    };
  }

  /// This level, or `ceiling` if this is surer.
  Level atMost(Level ceiling) {
    return atLeast(ceiling) ? ceiling : this;
  }
}

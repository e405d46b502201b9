package dev.toolwire.rescue;

/// How readily calls are taken out of text.
public enum Rescue {
  /// Never.
  OFF(Level.EXACT, Level.EXACT),
  /// Only what stands between the markers of some format.
  STRICT(Level.MARKED, Level.EXACT),
  /// A message that is nothing but a call as well, for tools that do no harm; for the others,
  /// markers or a line that a prompt asked for.
  NORMAL(Level.BARE, Level.PROMPTED);

  private final Level harmless;
  private final Level harmful;

  Rescue(Level harmless, Level harmful) {
    this.harmless = harmless;
    this.harmful = harmful;
  }

  /// The least sure level at which a call is run.
  Level threshold(boolean isHarmless) {
    return isHarmless ? harmless : harmful;
  }
}

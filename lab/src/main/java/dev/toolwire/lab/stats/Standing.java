package dev.toolwire.lab.stats;

/// What to think of a model, in a word.
public enum Standing {
  /// At least 19 of 20 runs pass without a flaw, with the model's own calls.
  RELIABLE("reliable"),
  /// It has tools of its own and gets some of the work done, but cannot be left alone with it.
  FLAKY("flaky"),
  /// It has no tools of its own; told of them by a prompt, it passes at least once.
  USABLE_WHEN_PROMPTED("usable when prompted"),
  /// No run passed, and no call succeeded or it had to be prompted for them.
  UNFIT("unfit"),
  /// No run could be judged.
  UNKNOWN("unknown");

  /// The share of clean runs from which on a model is called reliable.
  public static final double RELIABLE_FROM = 0.95;

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /// @param clean the runs that passed without a flaw, of those that were judged
  /// @param passed how many of those passed at all
  /// @param prompted whether the model was told of its tools by a prompt
  /// @param worked whether any of its calls succeeded
  static Standing of(Proportion clean, int passed, boolean prompted, boolean worked) {
    if (clean.isUnknown()) {
      return UNKNOWN;
    }
    if (prompted) {
      return passed > 0 ? USABLE_WHEN_PROMPTED : UNFIT;
    }
    if (clean.rate() >= RELIABLE_FROM) {
      return RELIABLE;
    }
    return passed > 0 || worked ? FLAKY : UNFIT;
  }

  @Override
  public String toString() {
    return words;
  }
}

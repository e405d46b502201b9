package dev.toolwire.rescue;

/// How much is held and read before a text is no call after all.
///
/// @param markedLength characters between an opener and its call's end
/// @param neutralLength characters of a body without markers; until it is whole, it is held back
/// @param depth containers in one another
/// @param calls calls in one message; more are text
public record RescueLimits(int markedLength, int neutralLength, int depth, int calls) {

  public static final RescueLimits DEFAULTS =
      new RescueLimits(4 * 1024 * 1024, 256 * 1024, 200, 256);

  public RescueLimits {
    if (markedLength < 1 || neutralLength < 1 || depth < 1 || calls < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }
}

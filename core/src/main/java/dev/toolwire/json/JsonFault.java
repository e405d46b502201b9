package dev.toolwire.json;

/// Carries a fault from the character that shows it to the one place that records it, inside a
/// single `feed`. It never leaves this package.
final class JsonFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int index;

  /// @param index the wrong character's place in the window that is being read
  JsonFault(String problem, int index) {
    super(problem, null, false, false);
    this.problem = problem;
    this.index = index;
  }

  static JsonFault unexpected(char found, int index, String expected) {
    return new JsonFault("expected " + expected + " but found " + shown(found), index);
  }

  String problem() {
    return problem;
  }

  int index() {
    return index;
  }

  private static String shown(char found) {
    return found > ' ' && found < 0x7f ? "'" + found + "'" : "U+%04X".formatted((int) found);
  }
}

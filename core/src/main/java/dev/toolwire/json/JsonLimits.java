package dev.toolwire.json;

/// How much an [IncrementalJson] accepts before it calls a document malformed.
///
/// @param depth how many containers may be open at once
/// @param length how many characters (UTF-16 units) the document may have, white space included
public record JsonLimits(int depth, int length) {
  /// As deep as Jackson reads and writes by default, so that an accepted document can be passed on.
  public static final int DEFAULT_DEPTH = 500;

  /// Room for a tool input that carries a large file.
  public static final int DEFAULT_LENGTH = 16 * 1024 * 1024;

  /// The limits used where none are given.
  public static final JsonLimits DEFAULT = new JsonLimits(DEFAULT_DEPTH, DEFAULT_LENGTH);

  /// Jackson's default limit for a number; here it counts every character, sign and point included.
  static final int NUMBER_LENGTH = 1_000;

  /// Jackson's default limit for a member name.
  static final int NAME_LENGTH = 50_000;

  public JsonLimits {
    if (depth < 1 || length < 1) {
      throw new IllegalArgumentException(
          "limits must be at least 1, got depth " + depth + " and length " + length);
    }
  }
}

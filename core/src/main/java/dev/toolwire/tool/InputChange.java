package dev.toolwire.tool;

/// One repair of a tool's input, as a difference.
///
/// @param path the JSON pointer of the value that changed; empty where the text of the whole input
///   was repaired before it was JSON
/// @param before what the model wrote, as JSON text, cut if long
/// @param after what the tool got instead, as JSON text, cut if long; empty if it was left out
public record InputChange(String path, Kind kind, String before, String after) {

  private static final int LONGEST = 200;

  /// What was repaired.
  public enum Kind {
    /// A number, a boolean or null was written in quotes.
    UNQUOTED,
    /// A number or a boolean was written where the schema wants a string.
    QUOTED,
    /// A string held the JSON text of the object or array that was wanted.
    UNPACKED,
    /// One value stood where the schema wants an array of such values.
    WRAPPED,
    /// An optional member was null and the schema does not allow that.
    NULL_DROPPED,
    /// A value of an enum had other case or outer whitespace.
    ENUM_SPELLING,
    /// A Markdown fence stood around the object.
    FENCE,
    /// The object was complete but for closing braces and brackets at its end.
    UNCLOSED,
    /// A comma stood before a closing brace or bracket.
    TRAILING_COMMA,
    /// `True`, `False` or `None` stood for `true`, `false` or `null`.
    PYTHON_LITERAL,
    /// A string held a line break or a tab that was not escaped.
    RAW_WHITESPACE
  }

  public InputChange {
    before = Excerpt.of(before, LONGEST);
    after = Excerpt.of(after, LONGEST);
  }
}

package dev.toolwire.tool;

/// One repair of a tool's input, as a difference.
///
/// @param path the JSON pointer of the value that changed; empty for the input as a whole
/// @param before what the model wrote, as JSON text, cut if long
/// @param after what the tool got instead, as JSON text, cut if long; empty if it was left out
public record InputChange(String path, Kind kind, String before, String after) {

  /// What was repaired.
  public enum Kind {
    /// A member was written as text where the schema wants a number, a boolean or null.
    UNQUOTED,
    /// A number or a boolean was written where the schema wants a string.
    QUOTED,
    /// A string held the JSON text of the object or array that the schema wants.
    UNPACKED,
    /// One value stood where the schema wants an array of such values.
    WRAPPED,
    /// An optional member was null and the schema does not allow that.
    NULL_DROPPED,
    /// A value of an enum had other case or outer whitespace.
    ENUM_SPELLING,
    /// A whole number was written with a fraction of zero, such as `2.0`.
    INTEGRAL,
    /// The text of the input was not JSON, but stood for exactly one JSON object.
    JSON_TEXT
  }
}

package dev.toolwire.rescue;

import java.util.Set;

/// Something that was wrong with a call in a text and has only one remedy. Each is recorded with
/// the call and lowers its [Level].
public enum TextRepair {
  /// Single quotes, `True`, `False` or `None` where JSON was meant.
  PYTHON_NOTATION,
  /// A key without quotes.
  BARE_KEY,
  /// Typographic quotes as delimiters.
  SMART_QUOTES,
  /// A comma before a closing bracket, or no comma between two objects.
  COMMAS,
  COMMENTS,
  /// A raw line break, tab or control character in a string.
  RAW_CONTROL,
  /// A backslash that escapes nothing in JSON, taken as it stands.
  ODD_ESCAPE,
  /// Quotes inside a string that should have been escaped.
  UNESCAPED_QUOTES,
  /// The last brace is missing after a complete value.
  MISSING_BRACE,
  /// A brace or bracket too many after a complete value.
  SURPLUS_BRACE,
  /// The closing marker is missing after a complete value.
  MISSING_CLOSER,
  /// Words between the pieces of a call.
  STRAY_TEXT,
  /// A name that differs from the declared one by a prefix, a suffix, an escape or its case.
  NAME,
  /// The same key twice; the first one counts.
  DUPLICATE_KEY,
  /// The arguments were JSON in a string.
  ENCODED_ARGUMENTS,
  /// Arguments without their names: one object that holds them all, or values in the order in which
  /// the tool declares its parameters.
  POSITIONAL,
  /// The call was written in quotation marks.
  QUOTED_CALL,
  /// The whole call was HTML-escaped.
  HTML_ESCAPED;

  /// Repairs that change how a call is spelled but leave no doubt what it says.
  private static final Set<TextRepair> NOTATION =
      Set.of(
          PYTHON_NOTATION,
          COMMAS,
          RAW_CONTROL,
          ODD_ESCAPE,
          NAME,
          QUOTED_CALL,
          MISSING_CLOSER,
          SURPLUS_BRACE,
          ENCODED_ARGUMENTS,
          COMMENTS,
          SMART_QUOTES,
          POSITIONAL);

  boolean isNotation() {
    return NOTATION.contains(this);
  }
}

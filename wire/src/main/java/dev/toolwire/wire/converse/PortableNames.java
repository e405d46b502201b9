package dev.toolwire.wire.converse;

import dev.toolwire.wire.Alphabet;

/// What the service takes for ids and names.
///
/// The alphabets and lengths are those of `ToolUseId`, `ToolName` and `DocumentBlockNameString` in
/// the service model.
final class PortableNames {

  static final Alphabet TOOL_USE_ID = Alphabet.upTo(64, "_.:-");
  static final Alphabet TOOL_NAME = Alphabet.upTo(64, "_-");

  private static final int MAX_DOCUMENT_NAME = 200;
  private static final String DOCUMENT_MARKS = "-()[] ";

  private PortableNames() {}

  /// The name with `-` for each illegal character and single spaces; `document` if there is none.
  static String documentName(String name) {
    StringBuilder replaced = new StringBuilder(name.length());
    name.chars().forEach(c -> replaced.append(isLegal(c) ? (char) c : '-'));
    String legal = replaced.toString().replaceAll(" {2,}", " ").strip();
    return legal.isEmpty()
        ? "document"
        : legal.substring(0, Math.min(legal.length(), MAX_DOCUMENT_NAME));
  }

  private static boolean isLegal(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || DOCUMENT_MARKS.indexOf(c) >= 0;
  }
}

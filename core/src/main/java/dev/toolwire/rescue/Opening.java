package dev.toolwire.rescue;

/// What begins where a literal of the table was found in prose.
///
/// @param literal the literal as the table has it
/// @param closer what ends it, for thinking
record Opening(Role role, Format format, String literal, String closer) {

  enum Role {
    /// A call; it is read from behind the literal.
    CALL,
    /// A call; the literal is the beginning of its body.
    BODY,
    /// A harmony header.
    HARMONY,
    /// `Tool Call:` and its like.
    LABEL,
    /// A call that was HTML-escaped.
    ESCAPED,
    /// The name of a declared tool at the beginning of a line.
    TOOL_NAME,
    /// The name of a declared tool as a tag.
    TOOL_TAG,
    THINKING,
    THINKING_END,
    /// A result that the model invented, after a ReAct call.
    OBSERVATION,
    FENCE,
    BRACE,
    BRACKET,
    /// Says nothing.
    NOISE
  }

  /// Whether a marker begins a call here.
  boolean beginsCall() {
    return role == Role.CALL || role == Role.BODY || role == Role.TOOL_TAG;
  }

  /// The name in a tag that is named after a tool.
  String toolInTag() {
    return literal.substring(1, literal.length() - 1);
  }

  boolean needsLineStart() {
    return role == Role.LABEL
        || role == Role.TOOL_NAME
        || role == Role.OBSERVATION
        || role == Role.FENCE
        || format.has(Format.Trait.LINE_START);
  }

  boolean isWord() {
    return role == Role.LABEL || role == Role.TOOL_NAME || format.has(Format.Trait.WORD);
  }
}

package dev.toolwire.rescue;

import dev.toolwire.rescue.Opening.Role;

/// The literals of [Formats], laid out once for all tools: those that begin something in prose,
/// those that may stand before or inside a call, and those that may stand behind one.
final class Markers {

  static final Literals<String> FILLERS = new Literals<>(false);
  static final Literals<String> CLOSERS = new Literals<>(false);
  static final Literals<String> NOISE = new Literals<>(false);

  /// What begins something as it is written.
  static final Literals<Opening> EXACT = new Literals<>(false);

  /// What begins something in either case, as a word.
  static final Literals<Opening> WORDS = new Literals<>(true);

  static {
    for (Format row : Formats.TABLE) {
      addRow(row);
    }
    for (Formats.Thinking thinking : Formats.THINKING) {
      put(Role.THINKING, Formats.BARE, thinking.opener(), thinking.closer());
      put(Role.THINKING_END, Formats.BARE, thinking.closer(), "");
    }
    for (String literal : new String[] {"<|channel|>", "<|start|>"}) {
      put(Role.HARMONY, Formats.HARMONY, literal, "");
    }
    put(Role.FENCE, Formats.FENCE, "```", "");
    put(Role.FENCE, Formats.FENCE, "~~~", "");
    put(Role.BRACE, Formats.BARE, "{", "");
    put(Role.BRACKET, Formats.BARE, "[", "");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;tool_call&gt;", "&lt;/tool_call&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;function_call&gt;", "&lt;/function_call&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;function=", "&lt;/function&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;invoke ", "&lt;/invoke&gt;");
    put(Role.ESCAPED, Formats.HTML_ESCAPED, "&lt;function_calls&gt;", "&lt;/function_calls&gt;");
    Formats.LABELS.forEach(word -> WORDS.add(word, opening(Role.LABEL, Formats.LABEL, word)));
    WORDS.add("observation:", opening(Role.OBSERVATION, Formats.BARE, "observation:"));
    Formats.NOISE.forEach(literal -> {
      NOISE.add(literal, literal);
      put(Role.NOISE, Formats.BARE, literal, "");
    });
  }

  private Markers() {}

  private static void addRow(Format row) {
    row.fillers().forEach(literal -> addSpellings(FILLERS, literal));
    row.closers().forEach(literal -> addSpellings(CLOSERS, literal));
    boolean word = row.has(Format.Trait.WORD);
    for (String literal : row.openers()) {
      for (String spelling : MarkerSpellings.of(literal)) {
        if (word && row.kind() == Format.Kind.PROMPTED) {
          WORDS.add(spelling, opening(Role.CALL, row, literal));
        } else {
          put(Role.CALL, row, spelling, "");
        }
      }
    }
    for (String literal : row.tags()) {
      MarkerSpellings.of(literal).forEach(spelling -> put(Role.BODY, row, spelling, ""));
    }
  }

  private static void addSpellings(Literals<String> to, String literal) {
    MarkerSpellings.of(literal).forEach(spelling -> to.add(spelling, literal));
  }

  private static void put(Role role, Format format, String literal, String closer) {
    EXACT.add(literal, new Opening(role, format, literal, closer));
  }

  private static Opening opening(Role role, Format format, String literal) {
    return new Opening(role, format, literal, "");
  }
}

package dev.toolwire.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads `true`, `false` or `null`, which their first character tells apart.
final class LiteralLexer {
  private enum Literal {
    TRUE("true"),
    FALSE("false"),
    NULL("null");

    private final String word;

    Literal(String word) {
      this.word = word;
    }
  }

  private Literal literal = Literal.NULL;
  private int read;

  /// Begins a literal with its first character: `t`, `f` or `n`.
  void open(char first) {
    literal = first == 't' ? Literal.TRUE : first == 'f' ? Literal.FALSE : Literal.NULL;
    read = 1;
  }

  /// Takes the next character, and says whether it was the last.
  boolean take(char[] chars, int at) throws JsonFault {
    if (chars[at] != literal.word.charAt(read)) {
      throw JsonFault.unexpected(chars[at], at, "the literal " + literal.word);
    }
    read++;
    return read == literal.word.length();
  }

  JsonNode value() {
    return switch (literal) {
      case TRUE -> JsonNodeFactory.instance.booleanNode(true);
      case FALSE -> JsonNodeFactory.instance.booleanNode(false);
      case NULL -> JsonNodeFactory.instance.nullNode();
    };
  }
}

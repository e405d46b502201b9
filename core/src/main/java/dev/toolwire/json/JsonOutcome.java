package dev.toolwire.json;

import tools.jackson.databind.JsonNode;

/// What a document turned out to be when its input ended. Offsets count characters (UTF-16 units)
/// from zero.
public sealed interface JsonOutcome {
  /// One whole value, equal to what [JsonBinding#mapper()] reads from the same text.
  record Complete(JsonNode value) implements JsonOutcome {}

  /// No value at all: no input, or only white space.
  record Empty() implements JsonOutcome {}

  /// A correct beginning that stops too early, after `length` characters.
  ///
  /// @param path the value that is not finished
  /// @param inside what was being read
  record Truncated(JsonPath path, Unfinished inside, int length) implements JsonOutcome {
    /// One sentence that says where the input stops.
    public String message() {
      return "the input ends at character %d, inside %s%s"
          .formatted(length, inside.words, place(path));
    }
  }

  /// Text that no continuation can make JSON, or that crosses a limit.
  ///
  /// @param problem what came and what was expected
  /// @param offset the first character that is wrong
  /// @param path the value that was being read
  record Malformed(String problem, int offset, JsonPath path) implements JsonOutcome {
    /// One sentence that says what is wrong and where.
    public String message() {
      return problem + ", at character " + offset + place(path);
    }
  }

  /// The kinds of things that can be open when the input ends.
  enum Unfinished {
    OBJECT("the object"),
    ARRAY("the array"),
    MEMBER_NAME("a member name"),
    STRING("the string"),
    NUMBER("the number"),
    LITERAL("the literal");

    private final String words;

    Unfinished(String words) {
      this.words = words;
    }
  }

  private static String place(JsonPath path) {
    return path.equals(JsonPath.root()) ? " at the root" : " at " + path;
  }
}

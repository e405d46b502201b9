package dev.toolwire.bench.loop;

import java.util.function.UnaryOperator;

/// The conversation that every contender has, and the two tools in it, which are called as those of
/// `toolwire ask`.
public final class Peppers {

  public static final String MODEL = "anthropic.claude-sonnet-4-20250514-v1:0";

  /// The model whose one call has an input of [#INPUT_DELTAS] deltas.
  public static final String LONG_INPUT_MODEL = "anthropic.claude-opus-4-20250514-v1:0";

  public static final int INPUT_DELTAS = 65_536;
  public static final int DELTA_BYTES = 16;

  public static final String SENTENCE = "Peter piper picked a peck of pickled peppers";
  public static final String QUESTION =
      "Count the number of Ps and the number of Es in \""
          + SENTENCE
          + "\" and then multiply the numbers together.";
  public static final String ANSWER = "There are 9 Ps and 8 Es, and 9 times 8 is 72.";

  public static final String COUNT = "CountLettersTool";
  public static final String COUNT_SAYS = "Counts how often a letter stands in a text.";
  public static final String COUNT_SCHEMA =
      """
      {"type":"object","properties":{"word":{"type":"string"},"letter":{"type":"string"}},\
      "required":["word","letter"],"additionalProperties":false}\
      """;

  public static final String MULTIPLY = "CalculatorTool";
  public static final String MULTIPLY_SAYS = "Multiplies whole numbers, such as 3 * 4.";
  public static final String MULTIPLY_SCHEMA =
      """
      {"type":"object","properties":{"expr":{"type":"string"}},\
      "required":["expr"],"additionalProperties":false}\
      """;

  public static final String WRITE = "write_file";
  public static final String WRITE_SAYS = "Writes a file.";
  public static final String WRITE_SCHEMA =
      """
      {"type":"object","properties":{"path":{"type":"string"},"content":{"type":"string"}},\
      "required":["path","content"],"additionalProperties":false}\
      """;

  private Peppers() {}

  public static int count(String text, String letter) {
    char wanted = Character.toLowerCase(letter.charAt(0));
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += Character.toLowerCase(text.charAt(i)) == wanted ? 1 : 0;
    }
    return count;
  }

  public static int multiply(String expression) {
    int star = expression.indexOf('*');
    return Integer.parseInt(expression.substring(0, star).strip())
        * Integer.parseInt(expression.substring(star + 1).strip());
  }

  public static String write(String content) {
    return content.length() + " characters written";
  }

  /// The text of a tool's result.
  ///
  /// @param input gives a member of the call's input
  public static String run(String tool, UnaryOperator<String> input) {
    return switch (tool) {
      case COUNT -> "" + count(input.apply("word"), input.apply("letter"));
      case MULTIPLY -> "" + multiply(input.apply("expr"));
      case WRITE -> write(input.apply("content"));
      default -> "no such tool";
    };
  }
}

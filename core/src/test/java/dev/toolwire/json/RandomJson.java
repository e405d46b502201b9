package dev.toolwire.json;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes correct JSON text of every shape: nesting, white space, repeated names, all forms of
/// numbers, and strings with characters from one to four UTF-8 bytes, raw and escaped.
final class RandomJson {
  private static final int DEPTH = 5;

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "7",
          "-12",
          "2147483648",
          "-9223372036854775808",
          "9223372036854775808",
          "12345678901234567890123",
          "0.5",
          "-0.0",
          "1e3",
          "2E-7",
          "6.02e+23",
          "1e400");

  private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\r\n\t");

  private static final List<String> CHARACTERS =
      List.of(
          "a",
          "Z",
          "0",
          " ",
          "é",
          "ж",
          "€",
          "漢",
          "😀",
          "𝄞",
          "\u007f",
          "\u2028",
          "\\n",
          "\\t",
          "\\\"",
          "\\\\",
          "\\/",
          "\\b",
          "\\f",
          "\\r",
          "\\u0000",
          "\\u00e9",
          "\\u20AC",
          "\\ud83d\\ude00");

  /// For values only: Jackson refuses these escapes in names.
  private static final List<String> UNPAIRED = List.of("a", "\\uD800", "\\udc00", "😀");

  private final RandomGenerator random;

  RandomJson(RandomGenerator random) {
    this.random = random;
  }

  String document() {
    return spaced(value(DEPTH));
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0 -> oneOf(NUMBERS);
      case 1 -> oneOf(List.of("true", "false", "null"));
      case 2 -> string(30, random.nextInt(4) == 0 ? UNPAIRED : CHARACTERS);
      case 3 -> "[" + several(() -> spaced(value(depth - 1))) + "]";
      default ->
          "{" + several(() -> spaced(string(2, CHARACTERS)) + ":" + spaced(value(depth - 1))) + "}";
    };
  }

  private String string(int maxLength, List<String> characters) {
    return IntStream.range(0, random.nextInt(maxLength + 1))
        .mapToObj(_ -> oneOf(characters))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private String several(Supplier<String> item) {
    int count = random.nextInt(5);
    return count == 0
        ? oneOf(SPACES)
        : IntStream.range(0, count).mapToObj(_ -> item.get()).collect(Collectors.joining(","));
  }

  private String spaced(String text) {
    return oneOf(SPACES) + text + oneOf(SPACES);
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

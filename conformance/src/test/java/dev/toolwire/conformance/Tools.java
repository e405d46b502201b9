package dev.toolwire.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The tools of the conversations, for SDKs that take schemas and results as JSON.
final class Tools {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

  static final List<Tool> ALL =
      List.of(
          new Tool("top_song", "Finds the most popular song of a radio station.", "sign"),
          new Tool("CountLettersTool", "Counts a letter in a phrase.", "word", "letter"),
          new Tool("CalculatorTool", "Evaluates a product such as 2 * 3.", "expr"),
          new Tool("fs_write", "Writes a file.", "command", "path", "file_text"));

  private Tools() {}

  /// A tool that takes these strings and demands each.
  record Tool(String name, String description, List<String> strings) {
    Tool(String name, String description, String... strings) {
      this(name, description, List.of(strings));
    }
  }

  /// What a tool says.
  ///
  /// @param text JSON, or why it failed
  record Result(String text, boolean failed) {}

  /// @param input a JSON object of strings
  static Result run(String name, String input) {
    return switch (name) {
      case "top_song" -> topSong(member("sign", input));
      case "CountLettersTool" -> count(member("word", input), member("letter", input));
      case "CalculatorTool" -> multiply(member("expr", input));
      case "fs_write" -> good(Map.of("written", member("path", input)));
      default -> new Result("There is no tool named " + name + ".", true);
    };
  }

  /// A member of an input; empty if it is not there.
  static String member(String name, String input) {
    return JSON.readValue(input, STRINGS).getOrDefault(name, "");
  }

  private static Result topSong(String sign) {
    return sign.equals("WZPZ")
        ? good(Map.of("song", "Elemental Hotel", "artist", "8 Storey Hike"))
        : new Result("Station " + sign + " not found.", true);
  }

  private static Result count(String word, String letter) {
    int wanted = letter.toLowerCase(Locale.ROOT).codePointAt(0);
    long count = word.toLowerCase(Locale.ROOT).chars().filter(each -> each == wanted).count();
    return good(Map.of("count", count));
  }

  private static Result multiply(String product) {
    return good(
        Map.of(
            "value",
            Stream.of(product.split("\\*", -1))
                .mapToLong(factor -> Long.parseLong(factor.strip()))
                .reduce(1, Math::multiplyExact)));
  }

  private static Result good(Map<String, ?> json) {
    return new Result(JSON.writeValueAsString(json), false);
  }
}

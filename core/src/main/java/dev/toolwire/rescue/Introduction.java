package dev.toolwire.rescue;

import java.util.List;

/// What the line before a call makes of it, as far as single words tell: an example to look at, an
/// explanation of calling, or nothing in particular. The words of a few languages are known.
final class Introduction {

  /// How many characters the last words of a line are.
  private static final int LAST_WORDS = 24;

  /// Words that present what follows as an illustration, wherever in the line they stand.
  private static final List<String> EXAMPLES =
      List.of(
          "for example",
          "e.g.",
          "for instance",
          "an example",
          "example:",
          "example of",
          "<example",
          "like this",
          "like so",
          "for illustration",
          "zum beispiel",
          "beispiel:",
          "z.b.",
          "z. b.",
          "par exemple",
          "exemple :",
          "exemple:",
          "por ejemplo",
          "ejemplo:",
          "por exemplo",
          "exemplo:",
          "ad esempio",
          "esempio:",
          "bijvoorbeeld",
          "например",
          "пример:",
          "例如",
          "比如",
          "示例",
          "例子",
          "例えば",
          "例:",
          "例：",
          "예를 들어",
          "예시");

  /// Words that do so only right before it: a line may also go on with something else.
  private static final List<String> LAST =
      List.of(
          "looks like",
          "look like",
          "such as",
          "format is",
          "the format",
          "the syntax",
          "would be written",
          "would look",
          "template",
          "sieht so aus",
          "comme ceci",
          "comme suit",
          "ressemble à",
          "así:",
          "assim:",
          "così:",
          "格式",
          "这样",
          "このように",
          "이렇게");

  /// Words that speak about calling rather than call.
  private static final List<String> EXPLANATIONS =
      List.of(
          "you could",
          "you can",
          "you would",
          "you might",
          "you should",
          "could call",
          "would call",
          "could be",
          "would be",
          "if you want",
          "to use the",
          "how to",
          "instead of",
          "sample",
          "usage",
          "the following function",
          "returns",
          "returned",
          "output was",
          "the result",
          "was called",
          "log",
          "import ",
          "def ",
          "du kannst",
          "sie können",
          "man kann",
          "könnte",
          "vous pouvez",
          "tu peux",
          "pourrait",
          "puedes",
          "podría",
          "você pode",
          "puoi",
          "можно",
          "你可以",
          "您可以",
          "可以使用",
          "できます",
          "할 수 있");

  private Introduction() {}

  /// @param line in lower case, without blanks at its end
  static boolean isExample(String line) {
    String end = line.substring(Math.max(0, line.length() - LAST_WORDS));
    return says(line, EXAMPLES) || says(end, LAST);
  }

  /// As [#isExample], or the line speaks about calls.
  static boolean isExplanation(String line) {
    return isExample(line) || says(line, EXPLANATIONS);
  }

  private static boolean says(String words, List<String> phrases) {
    return phrases.stream().anyMatch(words::contains);
  }
}

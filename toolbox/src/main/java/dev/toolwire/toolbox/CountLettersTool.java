package dev.toolwire.toolbox;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolTraits;
import java.text.Normalizer;
import java.util.Locale;

/// Counts a letter, which models find hard because they do not see letters.
final class CountLettersTool {

  private CountLettersTool() {}

  static Tool create() {
    return Tool.named("CountLettersTool")
        .describedAs(
            """
            Counts how often one letter occurs in a word or phrase, upper and lower case alike. \
            Use it whenever letters are to be counted, instead of counting yourself. \
            Answers {"count": n}. One letter per call.\
            """)
        .with(ToolTraits.DEFAULTS.asIdempotent())
        .taking(
            JsonObject.parse(
                """
                {"type": "object",
                 "properties": {
                   "word": {"type": "string",
                     "description": "The word or phrase to search, exactly as it was given."},
                   "letter": {"type": "string", "minLength": 1, "maxLength": 1,
                     "description": "The one letter to count, such as p."}},
                 "required": ["word", "letter"],
                 "additionalProperties": false}\
                """),
            input ->
                JsonObject.of(
                    "count",
                    count(input.text("word").orElseThrow(), input.text("letter").orElseThrow())));
  }

  private static int count(String phrase, String letter) {
    int wanted = folded(letter).codePointAt(0);
    return (int) folded(phrase).codePoints().filter(c -> c == wanted).count();
  }

  /// Composed, so that an accented letter is one letter however it was typed.
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}

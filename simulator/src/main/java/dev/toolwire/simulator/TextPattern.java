package dev.toolwire.simulator;

import dev.toolwire.simulator.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a script looks for in a text: some words, wherever they stand and however they are
/// capitalised, or between slashes a regular expression, whose named groups are captured.
sealed interface TextPattern {

  /// As much of a text as a regular expression is held against: its time may grow faster than that.
  int LONGEST_TEXT = 20_000;

  /// Words that must occur.
  record Words(String words) implements TextPattern {
    @Override
    public Optional<Map<String, String>> find(String text) {
      return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))
          ? Optional.of(Map.of())
          : Optional.empty();
    }

    @Override
    public Set<String> captures() {
      return Set.of();
    }
  }

  /// A regular expression that must be found.
  record Regex(Pattern pattern) implements TextPattern {
    @Override
    public Optional<Map<String, String>> find(String text) {
      Matcher matcher = pattern.matcher(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
      if (!matcher.find()) {
        return Optional.empty();
      }
      Map<String, String> captured = new LinkedHashMap<>();
      for (String group : captures()) {
        String value = matcher.group(group);
        captured.put(group, value == null ? "" : value);
      }
      return Optional.of(captured);
    }

    @Override
    public Set<String> captures() {
      return pattern.namedGroups().keySet();
    }
  }

  /// What is captured, if `text` is what is looked for.
  Optional<Map<String, String>> find(String text);

  /// The names of all that [#find] captures.
  Set<String> captures();

  /// Reads `some words`, `/regex/` or `/regex/i`.
  static TextPattern read(YamlValue value) {
    String text = value.text();
    boolean ignoreCase = text.endsWith("/i");
    int end = text.length() - (ignoreCase ? 2 : 1);
    if (!text.startsWith("/") || end < 1 || text.charAt(end) != '/') {
      if (text.isBlank()) {
        throw value.wrong("expected words to look for, or a /regex/, got nothing");
      }
      return new Words(text);
    }
    int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    try {
      return new Regex(Pattern.compile(text.substring(1, end), flags));
    } catch (PatternSyntaxException wrong) {
      throw value.wrong("not a regular expression: " + wrong.getDescription());
    }
  }
}

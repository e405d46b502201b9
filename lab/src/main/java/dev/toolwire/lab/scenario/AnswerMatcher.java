package dev.toolwire.lab.scenario;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a final answer is expected to be like. Tone and wording are nobody's business here.
public sealed interface AnswerMatcher {

  /// The answer holds this text, in capitals or not.
  record Contains(String text) implements AnswerMatcher {
    @Override
    public Optional<String> objection(String answer) {
      return Texts.holds(answer, text)
          ? Optional.empty()
          : Optional.of("it does not say \"" + text + "\"");
    }
  }

  /// The expression is found in the answer.
  record Regex(Pattern pattern) implements AnswerMatcher {
    @Override
    public Optional<String> objection(String answer) {
      String read = answer.substring(0, Math.min(answer.length(), ArgumentMatcher.LONGEST_TEXT));
      return pattern.matcher(read).find()
          ? Optional.empty()
          : Optional.of("nothing in it fits /" + pattern.pattern() + "/");
    }
  }

  /// The answer holds a number, in digits, that differs from `value` by no more than `within`.
  record NumberWithin(BigDecimal value, BigDecimal within) implements AnswerMatcher {
    public NumberWithin {
      if (within.signum() < 0) {
        throw new IllegalArgumentException("\"within\" is " + within + ", expected 0 or more");
      }
    }

    @Override
    public Optional<String> objection(String answer) {
      Matcher numbers = Texts.NUMBER.matcher(answer);
      while (numbers.find()) {
        BigDecimal number = new BigDecimal(numbers.group().replace(",", "").replace('−', '-'));
        if (number.subtract(value).abs().compareTo(within) <= 0) {
          return Optional.empty();
        }
      }
      String margin = within.signum() == 0 ? "" : " ± " + within;
      return Optional.of("the number " + value + margin + " is not in it");
    }
  }

  /// The answer holds none of these texts, in capitals or not.
  record NoneOf(List<String> texts) implements AnswerMatcher {
    public NoneOf {
      texts = List.copyOf(texts);
    }

    @Override
    public Optional<String> objection(String answer) {
      return texts.stream()
          .filter(text -> Texts.holds(answer, text))
          .findFirst()
          .map(text -> "it says \"" + text + "\"");
    }
  }

  /// What is wrong with `answer`; empty if nothing.
  Optional<String> objection(String answer);

  /// How answers are read.
  final class Texts {

    /// A number in digits: `72`, `-3.5`, `1,234,567.8`, `6.02e23`; not the digits of a word or of a
    /// longer number, and a dash right behind a digit is no sign.
    static final Pattern NUMBER =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}.,])[-−]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,40})(?:\\.\\d{1,40})?"
                + "(?:[eE][-+]?\\d{1,3})?(?![\\p{L}\\p{N}]|[.,]\\d)");

    private Texts() {}

    static boolean holds(String answer, String text) {
      return plain(answer).contains(plain(text));
    }

    /// Without regard to case, to how a letter is composed, and to line breaks.
    private static String plain(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFC)
          .toLowerCase(Locale.ROOT)
          .replaceAll("\\s+", " ");
    }
  }
}

package dev.toolwire.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/// Options whose value is one of a few words: the constants of an enum, in lower case.
final class Word {

  private Word() {}

  /// The beginning of an option with the words of `type`.
  static <E extends Enum<E>> OptionSpec.Builder option(Class<E> type, E unsaid, String... names) {
    return OptionSpec.builder(names)
        .type(type)
        .converters(converter(type))
        .completionCandidates(words(type))
        .defaultValue(of(unsaid));
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// All words, in the order of the constants.
  static List<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Word::of).toList();
  }

  /// What an option of picocli's is read with.
  static <E extends Enum<E>> ITypeConverter<E> converter(Class<E> type) {
    return Options.converter(text -> read(type, text));
  }

  /// @throws IllegalArgumentException if `text` is none of the words
  static <E extends Enum<E>> E read(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected one of %s, got '%s'".formatted(String.join(", ", words(type)), text)));
  }
}

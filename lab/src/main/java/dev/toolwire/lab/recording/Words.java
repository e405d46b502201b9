package dev.toolwire.lab.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Constants as files write them: in lower case.
final class Words {

  /// The words of each type, asked for once for every line of a recording.
  private static final ClassValue<Map<String, Object>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          return Arrays.stream(type.getEnumConstants())
              .collect(Collectors.toMap(constant -> of((Enum<?>) constant), constant -> constant));
        }
      };

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The constant that `word` writes; empty if there is none.
  static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
    return Optional.ofNullable(WORDS.get(type).get(word)).map(type::cast);
  }
}

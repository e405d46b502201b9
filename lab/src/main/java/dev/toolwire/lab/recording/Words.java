package dev.toolwire.lab.recording;

import java.util.Locale;
import java.util.Optional;

/// Constants as files write them: in lower case.
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The constant that `word` writes; empty if there is none.
  static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}

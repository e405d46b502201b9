package dev.toolwire.cli;

import java.util.Collection;
import java.util.stream.Collectors;

/// A command as a person can type it again in a shell.
final class CommandWords {

  private CommandWords() {}

  /// `toolwire` and these words, quoted where a shell would take them for something else.
  static String of(Collection<String> words) {
    return words.stream()
        .map(CommandWords::quoted)
        .collect(Collectors.joining(" ", "toolwire ", ""))
        .strip();
  }

  static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

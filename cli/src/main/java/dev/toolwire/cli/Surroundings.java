package dev.toolwire.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a command finds around it besides its arguments and its output: everything that a test
/// brings along in place of the process.
///
/// @param environment the environment variables
/// @param in standard input
/// @param terminal whether a person sits in front of both standard input and standard output
/// @param interrupts how a person's Ctrl-C reaches a command
record Surroundings(
    Map<String, String> environment,
    InputStream in,
    BooleanSupplier terminal,
    Interrupts interrupts) {

  /// Those of this process.
  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(), System.in, Surroundings::isTerminal, Interrupts.OF_PROCESS);
  }

  /// All of standard input.
  ///
  /// @throws IllegalArgumentException if it is not UTF-8
  String textOfInput() throws IOException {
    try {
      var bytes = ByteBuffer.wrap(in.readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException broken) {
      throw new IllegalArgumentException("standard input is not UTF-8", broken);
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /// The variable `name`, if it is set to more than blanks.
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}

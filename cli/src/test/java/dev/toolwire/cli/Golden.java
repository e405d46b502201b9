package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that hold what is expected; `-Dgolden=update` writes them anew.
final class Golden {

  /// The directory of this module; Maven says where that is, whatever runs tests beside it does
  /// not.
  private static final Path MODULE = Path.of(System.getProperty("basedir", "cli"));

  private Golden() {}

  /// Compares with a file beside the tests' resources.
  static void assertTranscript(String name, String actual) {
    assertFile(MODULE.resolve("src/test/resources/dev/toolwire/cli/" + name), actual);
  }

  /// Compares with a page of the documentation.
  static void assertPage(String name, String actual) {
    assertFile(project().resolve("docs").resolve(name), actual);
  }

  /// The directory of the whole project.
  static Path project() {
    return MODULE.resolve("..").toAbsolutePath().normalize();
  }

  private static void assertFile(Path file, String actual) {
    try {
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).as("make golden writes it").content().isEqualTo(actual);
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " cannot be written", broken);
    }
  }
}

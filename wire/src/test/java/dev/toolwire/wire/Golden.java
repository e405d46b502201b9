package dev.toolwire.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Transcripts beside the tests' resources; `-Dgolden=update` writes them anew.
public final class Golden {

  /// The directory of this module; Maven says where that is.
  private static final Path MODULE = Path.of(System.getProperty("basedir", "wire"));

  private Golden() {}

  /// Holds what went over the wire to the file that says what should.
  ///
  /// @param name of the file, such as `chat/answer.sse`
  public static void assertTranscript(String name, byte[] actual) {
    Path file = MODULE.resolve("src/test/resources/dev/toolwire/wire").resolve(name);
    try {
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.write(file, actual);
      }
      assertThat(Files.readString(file))
          .as("make golden writes it")
          .isEqualTo(new String(actual, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " cannot be read or written", broken);
    }
  }
}

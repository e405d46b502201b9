package dev.toolwire.cli;

import dev.toolwire.json.JsonText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Files that a person names. What is wrong with one is told with its name, as a mistake in what
/// was typed.
final class NamedFile {

  /// Makes something of a file.
  interface Reader<T> {
    T read(Path file) throws IOException;
  }

  private NamedFile() {}

  /// @throws IllegalArgumentException if there is no such file, or it is no text
  /// @throws IOException if it cannot be read
  static <T> T read(Path file, Reader<T> reader) throws IOException {
    requireThere(file);
    try {
      return reader.read(file);
    } catch (CharacterCodingException binary) {
      throw new IllegalArgumentException(file + " is not UTF-8 text", binary);
    }
  }

  /// @throws IllegalArgumentException if there is no such file
  static void requireThere(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder, expected a file");
    }
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
  }

  static String text(Path file) throws IOException {
    return read(file, Files::readString);
  }

  /// @throws IllegalArgumentException if there is no such file, or it is no JSON
  static JsonNode json(Path file) throws IOException {
    var text = text(file);
    try {
      return JsonText.read(text);
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException(
          file + " is not JSON: " + JsonText.mistake(notJson), notJson);
    }
  }

  /// Finds out, before any work is done for it, whether a file can be written.
  ///
  /// @throws IllegalArgumentException if it cannot
  static void requireWritable(Path file) {
    var folder = file.resolveSibling("");
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder, expected the name of a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "there is no folder " + folder + ", in which " + file + " is to be written");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new IllegalArgumentException("no permission to write " + file);
    }
  }
}

package dev.toolwire.toolbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A path below some directory, as names from the top: there is no way to write one that leads out,
/// on any system.
///
/// @param names at least one
record RelativePath(List<String> names) {

  /// The longest path, in characters.
  static final int LONGEST = 1_024;

  /// How many names a path may have.
  static final int DEEPEST = 32;

  private static final int LONGEST_NAME_BYTES = 255;

  RelativePath {
    names = List.copyOf(names);
  }

  /// Reads a path whose names are separated by `/`.
  ///
  /// @throws FileRefusedException if it is absolute, leads upwards, or is no path on some system
  static RelativePath parse(String text) throws FileRefusedException {
    if (text.isBlank()) {
      throw refused(text, "it is blank");
    }
    if (text.length() > LONGEST) {
      throw refused(text, "it is longer than " + LONGEST + " characters");
    }
    if (text.startsWith("/")) {
      throw refused(text, "it is absolute, but paths are relative to the working directory");
    }
    List<String> names = new ArrayList<>();
    for (String name : text.split("/", -1)) {
      if (!name.equals(".")) {
        names.add(checked(name, text));
      }
    }
    if (names.isEmpty() || names.size() > DEEPEST) {
      throw refused(text, "it has %d names, of 1 to %d".formatted(names.size(), DEEPEST));
    }
    return new RelativePath(names);
  }

  /// Whether the name with this index is that of the file, and not of a directory above it.
  boolean isLast(int index) {
    return index == names.size() - 1;
  }

  /// The path to the name with this index, as a person writes it.
  String upTo(int index) {
    return String.join("/", names.subList(0, index + 1));
  }

  /// As a person writes it.
  @Override
  public String toString() {
    return String.join("/", names);
  }

  private static String checked(String name, String path) throws FileRefusedException {
    if (name.isBlank()) {
      throw refused(path, "it has an empty name");
    }
    if (name.equals("..")) {
      throw refused(path, "it leads upwards, but paths stay below the working directory");
    }
    // Backslashes and colons are separators and drives on Windows.
    if (name.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == ':')) {
      throw refused(path, "names may not have backslashes, colons or control characters");
    }
    if (name.codePoints().anyMatch(Shown::isHalf)) {
      throw refused(path, "it has half of a surrogate pair, which no file name can hold");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
      throw refused(path, "a name is longer than " + LONGEST_NAME_BYTES + " bytes");
    }
    return name;
  }

  private static FileRefusedException refused(String path, String why) {
    return new FileRefusedException(
        "the path %s is not usable: %s; expected one such as notes/today.txt"
            .formatted(Shown.of(path), why));
  }
}

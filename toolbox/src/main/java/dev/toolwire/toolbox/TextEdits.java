package dev.toolwire.toolbox;

import java.util.ArrayList;
import java.util.List;

/// Changes of a text that happen exactly as asked or not at all.
final class TextEdits {

  private static final int MOST_PLACES = 5;

  private TextEdits() {}

  /// `text` with the only occurrence of `from` replaced.
  ///
  /// @throws FileRefusedException if `from` does not occur, or more than once
  static String replaceOnly(String text, String from, String to) throws FileRefusedException {
    int first = text.indexOf(from);
    if (first < 0) {
      throw new FileRefusedException(
          "old_str does not occur in the file; it must match exactly, blanks and line ends too");
    }
    if (text.indexOf(from, first + 1) >= 0) {
      throw new FileRefusedException(
          "old_str occurs "
              + occurrences(text, from)
              + ", expected once; add lines around it until it is unique");
    }
    return text.substring(0, first) + to + text.substring(first + from.length());
  }

  /// `text` with whole lines put after the line with the number `after`; 0 is the beginning. Line
  /// ends are added where they lack, as those of the first line of `text` are.
  ///
  /// @throws FileRefusedException if `text` has fewer lines
  static String insert(String text, int after, String lines) throws FileRefusedException {
    int at = 0;
    for (int line = 0; line < after; line++) {
      if (at == text.length()) {
        throw new FileRefusedException(
            "insert_line is %d, but the file has %d lines; expected 0 to %d"
                .formatted(after, line, line));
      }
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    String before = text.substring(0, at);
    String rest = text.substring(at);
    String end = lineEnd(text);
    String gap = before.isEmpty() || before.endsWith("\n") ? "" : end;
    return before + gap + (lines.endsWith("\n") ? lines : lines + end) + rest;
  }

  private static String lineEnd(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  private static String occurrences(String text, String part) {
    List<String> lines = new ArrayList<>();
    int count = 0;
    int line = 1;
    int from = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      line += (int) text.substring(from, at).chars().filter(c -> c == '\n').count();
      from = at;
      count++;
      if (count <= MOST_PLACES) {
        lines.add(String.valueOf(line));
      }
    }
    String more = count > MOST_PLACES ? ", …" : "";
    return count + " times (in lines " + String.join(", ", lines) + more + ")";
  }
}

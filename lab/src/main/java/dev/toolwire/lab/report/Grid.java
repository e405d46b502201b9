package dev.toolwire.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of text in columns. The first is aligned to the left and gives way where the lines would be
/// too long; the others are aligned to the right.
final class Grid {

  /// The columns of a terminal.
  static final int PAGE = 80;

  private static final int GAP = 2;

  /// What the first column is never narrower than.
  private static final int NARROWEST = 12;

  private final List<List<String>> rows = new ArrayList<>();

  Grid(String... heads) {
    rows.add(List.of(heads));
  }

  void row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + rows.getFirst().size() + " columns");
    }
    rows.add(List.of(cells));
  }

  List<String> lines() {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    int others = IntStream.of(widths).skip(1).map(width -> width + GAP).sum();
    widths[0] = Math.min(widths[0], Math.max(NARROWEST, PAGE - others));
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    String first = cut(row.getFirst(), widths[0]);
    String rest =
        IntStream.range(1, row.size())
            .mapToObj(i -> " ".repeat(GAP + widths[i] - row.get(i).length()) + row.get(i))
            .collect(Collectors.joining());
    return (first + " ".repeat(widths[0] - first.length()) + rest).stripTrailing();
  }

  /// The beginning and the end, which tell models apart.
  static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int end = (width - 1) / 3;
    return text.substring(0, width - 1 - end) + "…" + text.substring(text.length() - end);
  }

  /// `text` in lines of at most [#PAGE] columns, each after `indent` blanks. A word that is longer
  /// is cut in pieces.
  static List<String> wrapped(String text, int indent) {
    int width = PAGE - indent;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Cells.oneLine(text).split(" ", -1)) {
      String left = word;
      if (!line.isEmpty() && line.length() + 1 + left.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (left.length() > width) {
        lines.add(left.substring(0, width));
        left = left.substring(width);
      }
      line.append(line.isEmpty() ? "" : " ").append(left);
    }
    lines.add(line.toString());
    return lines.stream().map(one -> " ".repeat(indent) + one).toList();
  }
}

package dev.toolwire.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of text in columns as wide as their widest cell; the last column is wrapped between words
/// where it would go beyond the width of a page.
record Table(List<String> heads, List<List<String>> rows) {

  /// The columns of a page.
  static final int PAGE = 100;

  private static final String GAP = "  ";

  Table {
    rows = List.copyOf(rows);
    for (var row : rows) {
      if (row.size() != heads.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells, the table " + heads.size() + " columns: " + row);
      }
    }
  }

  /// Prints the table; its heads in bold.
  void print(PrintWriter out, boolean colour) {
    var widths = IntStream.range(0, heads.size()).map(this::width).toArray();
    out.println(Ink.BOLD.on(line(heads, widths), colour));
    rows.forEach(row -> print(row, widths, out));
  }

  private static void print(List<String> row, int[] widths, PrintWriter out) {
    int last = row.size() - 1;
    int before = IntStream.of(widths).limit(last).map(width -> width + GAP.length()).sum();
    var lines = wrapped(row.getLast(), PAGE - before);
    for (int i = 0; i < lines.size(); i++) {
      var cells = new ArrayList<>(i == 0 ? row : Collections.nCopies(row.size(), ""));
      cells.set(last, lines.get(i));
      out.println(line(cells, widths));
    }
  }

  /// `text` in lines of at most `width`, unless a word is longer.
  private static List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(heads.get(column).length()),
            rows.stream().mapToInt(row -> row.get(column).length()))
        .max()
        .orElse(0);
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + " ".repeat(Math.max(0, widths[i] - cells.get(i).length())))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}

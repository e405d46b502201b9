package dev.toolwire.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of text in columns as wide as their widest cell.
record Table(List<String> heads, List<List<String>> rows) {

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
    rows.forEach(row -> out.println(line(row, widths)));
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
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}

package dev.toolwire.lab.page;

import java.util.ArrayList;
import java.util.List;

/// A table that can be read without seeing it: it has a caption, each column has a heading, and the
/// first cell of each row names the row. Immutable.
///
/// @param caption what the table shows, in a few words
/// @param columns headings; the first belongs to the column of names
/// @param rows as long as `columns` each; the first cell names the row
public record Table(String caption, List<Column> columns, List<List<Html>> rows) {

  /// A column; figures stand to the right, one below the other.
  public record Column(String heading, boolean isFigure) {}

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Html> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "\""
                + caption
                + "\" has a row of "
                + row.size()
                + " cells for "
                + columns.size()
                + " columns");
      }
    }
  }

  /// A table without rows whose columns hold words.
  public static Table captioned(String caption, String... headings) {
    List<Column> columns = new ArrayList<>();
    for (String heading : headings) {
      columns.add(new Column(heading, false));
    }
    return new Table(caption, columns, List.of());
  }

  /// With more columns, of figures.
  public Table figures(String... headings) {
    List<Column> more = new ArrayList<>(columns);
    for (String heading : headings) {
      more.add(new Column(heading, true));
    }
    return new Table(caption, more, rows);
  }

  public Table row(List<? extends Html> cells) {
    List<List<Html>> more = new ArrayList<>(rows);
    more.add(List.copyOf(cells));
    return new Table(caption, columns, more);
  }

  public Table row(String... cells) {
    return row(List.of(cells).stream().map(Html::text).toList());
  }

  /// The table in a box of its own, in which it can be moved sideways where it is too wide.
  public Element html() {
    List<Html> headings = new ArrayList<>();
    for (Column column : columns) {
      headings.add(cell("th", column, Html.text(column.heading())).with("scope", "col"));
    }
    Element table =
        Html.tag(
            "table",
            Html.tag("caption", caption),
            Html.tag("thead", Html.tag("tr").containing(headings)),
            Html.tag("tbody").containing(rows.stream().map(cells -> row(columns, cells)).toList()));
    return Html.tag("div", table)
        .in("wide")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", caption);
  }

  private static Element row(List<Column> columns, List<Html> cells) {
    List<Html> written = new ArrayList<>();
    written.add(Html.tag("th", cells.getFirst()).with("scope", "row"));
    for (int i = 1; i < cells.size(); i++) {
      written.add(cell("td", columns.get(i), cells.get(i)));
    }
    return Html.tag("tr").containing(written);
  }

  private static Element cell(String name, Column column, Html content) {
    Element cell = Html.tag(name, content);
    return column.isFigure() ? cell.in("figure") : cell;
  }
}

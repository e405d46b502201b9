package dev.toolwire.lab.page;

import tools.jackson.databind.JsonNode;

/// A drawing, with the words and the table that say the same.
///
/// @param id of the figure, one in the document
/// @param kind what draws it: the name under which a script of the page registers
/// @param label what it shows, for whoever does not see it; a full sentence
/// @param caption below the drawing
/// @param data what the script draws
/// @param alternative the figures behind it, as a table
public record Chart(
    String id, String kind, String label, String caption, JsonNode data, Table alternative) {

  /// The figure, which the scripts of its page draw when it comes into view. It needs the data that
  /// [Page#chart] adds.
  public Element html() {
    return Html.tag(
            "figure",
            Html.tag("div", Html.tag("canvas").with("role", "img").with("aria-label", label))
                .in("drawing"),
            Html.tag("figcaption", caption),
            Html.tag("details", Html.tag("summary", "The same as a table"), alternative.html()))
        .in("chart")
        .with("id", id)
        .with("data-chart", kind);
  }
}

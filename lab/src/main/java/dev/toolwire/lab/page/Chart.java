package dev.toolwire.lab.page;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A drawing, with the words and the table that say the same.
///
/// @param id of the figure, one in the document
/// @param kind what draws it: the name under which a script of the page registers
/// @param label what it shows, for whoever does not see it; a full sentence
/// @param caption above the drawing
/// @param data what the script draws; with an array `choices`, of objects that each have a `name`
///   and a `label`, a reader chooses which of them is drawn
/// @param alternative the figures behind it, as a table
public record Chart(
    String id, String kind, String label, String caption, JsonNode data, Table alternative) {

  /// The figure, which the scripts of its page draw when it comes into view. It needs the data that
  /// [Page#chart] adds.
  public Element html() {
    Element canvas = Html.tag("canvas").with("role", "img").with("aria-label", label);
    return Html.tag(
            "figure",
            Html.tag("figcaption", Html.tag("strong", caption), choice()),
            Html.tag("div", canvas).in("drawing"),
            Html.tag("details", Html.tag("summary", "The same as a table"), alternative.html()))
        .in("chart")
        .with("id", id)
        .with("data-chart", kind);
  }

  private Html choice() {
    List<Html> options = new ArrayList<>();
    for (JsonNode choice : data.path("choices")) {
      options.add(
          Html.tag("option", choice.path("name").asString())
              .with("value", String.valueOf(options.size())));
    }
    return options.size() < 2
        ? Html.nothing()
        : Html.tag("select").with("aria-label", "Draw " + caption).containing(options);
  }
}

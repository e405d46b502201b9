package dev.toolwire.lab.page;

import java.util.List;

/// A part of a document under a heading, which the list of contents leads to.
record Section(String id, String heading, List<Html> content) {

  Element html() {
    return Html.tag("section", Html.tag("h2", heading).with("id", id + "-heading"))
        .with("id", id)
        .with("aria-labelledby", id + "-heading")
        .containing(content);
  }

  /// Its line in the contents.
  Element entry() {
    return Html.tag("li", Html.tag("a", heading).with("href", "#" + id));
  }
}

package dev.toolwire.lab.page;

import java.util.Arrays;
import java.util.List;

/// A piece of a document, as data. Immutable.
///
/// There is no way in for markup as a string: text enters by [#text], attributes by [Element#with],
/// and both are escaped when the document is written. Elements and attributes that could run
/// something, load something or lead elsewhere do not exist here.
public sealed interface Html permits Element, Html.Text, Html.Sequence {

  /// Characters, shown as they are.
  record Text(String text) implements Html {}

  /// Pieces one after the other.
  record Sequence(List<Html> parts) implements Html {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /// An element; see [Element].
  static Element tag(String name, Html... children) {
    return new Element(name).containing(Arrays.asList(children));
  }

  /// An element that holds text only.
  static Element tag(String name, String text) {
    return tag(name, text(text));
  }

  static Html text(String text) {
    return new Text(text);
  }

  static Html all(List<? extends Html> parts) {
    return new Sequence(List.copyOf(parts));
  }

  static Html all(Html... parts) {
    return new Sequence(List.of(parts));
  }

  static Html nothing() {
    return new Sequence(List.of());
  }

  /// The markup.
  default String markup() {
    StringBuilder out = new StringBuilder();
    Markup.write(this, out);
    return out.toString();
  }
}

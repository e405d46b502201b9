package dev.toolwire.json;

/// Where a value stands in its document, as a chain from the value up to the root. Immutable; one
/// link per level, so a path costs one small object whatever its depth, and its text is made only
/// by `toString`: a JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)), for example
/// `/items/3/name`, which is empty for the root.
public sealed interface JsonPath {
  /// The path of the whole document.
  static JsonPath root() {
    return new Root();
  }

  /// The path of this value's member `name`.
  default JsonPath member(String name) {
    return new Member(this, name);
  }

  /// The path of this value's element `index`, counted from zero.
  default JsonPath element(int index) {
    return new Element(this, index);
  }

  /// The document itself; use [#root()].
  record Root() implements JsonPath {
    @Override
    public String toString() {
      return "";
    }
  }

  /// A member of the object at `parent`.
  record Member(JsonPath parent, String name) implements JsonPath {
    @Override
    public String toString() {
      return pointer(this);
    }
  }

  /// An element of the array at `parent`.
  record Element(JsonPath parent, int index) implements JsonPath {
    public Element {
      if (index < 0) {
        throw new IllegalArgumentException("element index " + index + " is negative");
      }
    }

    @Override
    public String toString() {
      return pointer(this);
    }
  }

  private static String pointer(JsonPath path) {
    StringBuilder pointer = new StringBuilder();
    append(pointer, path);
    return pointer.toString();
  }

  private static void append(StringBuilder pointer, JsonPath path) {
    switch (path) {
      case Root() -> {}
      case Member(var parent, var name) -> {
        append(pointer, parent);
        pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
      }
      case Element(var parent, var index) -> {
        append(pointer, parent);
        pointer.append('/').append(index);
      }
    }
  }
}

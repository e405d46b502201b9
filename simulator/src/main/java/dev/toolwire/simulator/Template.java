package dev.toolwire.simulator;

import dev.toolwire.simulator.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A text with `${path}` in it, where values go; `${$filler:path}` is filler text of that length.
/// `$${` stands for the characters themselves.
record Template(List<Part> parts) {

  sealed interface Part {}

  record Literal(String text) implements Part {}

  record Value(String path) implements Part {}

  record FillerText(String path) implements Part {}

  private static final String FILLER = Filler.MEMBER + ":";

  Template {
    parts = List.copyOf(parts);
  }

  /// Reads a template that uses none but the `known` names.
  static Template read(YamlValue value, Set<String> known) {
    return read(value, value.text(), known);
  }

  static Template read(YamlValue place, String text, Set<String> known) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      if (at > from && text.charAt(at - 1) == '$') {
        literal(parts, text.substring(from, at - 1) + "${");
        from = at + 2;
        continue;
      }
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw place.wrong("a \"${\" without its \"}\"; write \"$${\" for the characters");
      }
      literal(parts, text.substring(from, at));
      parts.add(value(place, text.substring(at + 2, end), known));
      from = end + 1;
    }
    literal(parts, text.substring(from));
    return new Template(parts);
  }

  private static Part value(YamlValue place, String text, Set<String> known) {
    return text.startsWith(FILLER)
        ? new FillerText(path(place, text.substring(FILLER.length()), known))
        : new Value(path(place, text, known));
  }

  private static void literal(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Literal(text));
    }
  }

  private static String path(YamlValue place, String path, Set<String> known) {
    String name;
    try {
      name = Bindings.nameIn(path);
    } catch (IllegalArgumentException wrong) {
      throw place.wrong(String.valueOf(wrong.getMessage()));
    }
    if (!known.contains(name)) {
      String names = known.stream().sorted().collect(Collectors.joining(", "));
      throw place.wrong("nothing here is called \"" + name + "\"; there are " + names);
    }
    return path;
  }

  String render(Bindings bindings) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Literal(String words) -> words;
            case Value(String path) -> bindings.text(path);
            case FillerText(String path) -> Filler.of(bindings.text(path));
          });
    }
    return text.toString();
  }

  /// A template that is nothing but one `${path}` keeps the type of its value.
  JsonNode renderJson(Bindings bindings) {
    return parts.size() == 1 && parts.getFirst() instanceof Value(String path)
        ? bindings.value(path)
        : JsonNodeFactory.instance.stringNode(render(bindings));
  }
}

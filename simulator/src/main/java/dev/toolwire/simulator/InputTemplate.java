package dev.toolwire.simulator;

import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A value in the input of a scripted call: JSON with templates in its texts.
///
/// The map `{ $filler: n }` stands for `n` characters of filler text.
sealed interface InputTemplate {

  record Constant(JsonNode value) implements InputTemplate {}

  record Words(Template template) implements InputTemplate {}

  record FillerText(Template length) implements InputTemplate {}

  record Items(List<InputTemplate> items) implements InputTemplate {}

  record Members(Map<String, InputTemplate> members) implements InputTemplate {}

  static InputTemplate read(YamlValue value, Set<String> known) {
    if (value.isText()) {
      JsonNode json = value.json();
      return json.isString() ? new Words(Template.read(value, known)) : new Constant(json);
    }
    if (value.isList()) {
      List<InputTemplate> items = new ArrayList<>();
      value.items().forEach(item -> items.add(read(item, known)));
      return new Items(List.copyOf(items));
    }
    YamlFields fields = value.fields();
    if (fields.has(Filler.MEMBER)) {
      return new FillerText(Template.read(value.fields(Filler.MEMBER).need(Filler.MEMBER), known));
    }
    Map<String, InputTemplate> members = new LinkedHashMap<>();
    fields.forEach((name, member) -> members.put(name, read(member, known)));
    return new Members(members);
  }

  default JsonNode render(Bindings bindings) {
    return switch (this) {
      case Constant(JsonNode value) -> value;
      case Words(Template template) -> template.renderJson(bindings);
      case FillerText(Template length) ->
          JsonNodeFactory.instance.stringNode(Filler.of(length.render(bindings)));
      case Items(List<InputTemplate> items) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(item.render(bindings)));
        yield array;
      }
      case Members(Map<String, InputTemplate> members) -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((name, member) -> object.set(name, member.render(bindings)));
        yield object;
      }
    };
  }
}

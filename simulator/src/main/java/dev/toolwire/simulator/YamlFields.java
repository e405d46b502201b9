package dev.toolwire.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// The members of a map in a YAML file.
final class YamlFields {

  private final YamlValue map;
  private final Map<String, YamlValue> members = new LinkedHashMap<>();

  /// Refuses a member twice, and one that is not among `known`, unless `known` is empty.
  YamlFields(YamlValue map, List<NodeTuple> tuples, List<String> known) {
    this.map = map;
    for (NodeTuple tuple : tuples) {
      YamlValue key = map.at(tuple.getKeyNode());
      String name = key.text();
      if (!known.isEmpty() && !known.contains(name)) {
        throw key.wrong("there is no \"" + name + "\" here; there are " + String.join(", ", known));
      }
      if (members.put(name, map.at(tuple.getValueNode())) != null) {
        throw key.wrong("\"" + name + "\" is given twice");
      }
    }
  }

  Optional<YamlValue> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  YamlValue need(String name) {
    return find(name).orElseThrow(() -> map.wrong("\"" + name + "\" is missing"));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  void forEach(BiConsumer<String, YamlValue> action) {
    members.forEach(action);
  }
}

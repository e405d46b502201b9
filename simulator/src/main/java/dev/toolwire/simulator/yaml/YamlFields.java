package dev.toolwire.simulator.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// The members of a map in a YAML file, in their order.
public final class YamlFields {

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

  /// The value of `name`, if it is given.
  public Optional<YamlValue> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// The value of `name`, which must be given.
  ///
  /// @throws InvalidYamlException if it is missing
  public YamlValue need(String name) {
    return find(name).orElseThrow(() -> map.wrong("\"" + name + "\" is missing"));
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public void forEach(BiConsumer<String, YamlValue> action) {
    members.forEach(action);
  }
}

package dev.toolwire.tool;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.model.ToolSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools that a model is given, by name. Immutable.
public final class ToolSet {

  private static final ToolSet NONE = new ToolSet(Map.of());

  private final Map<ToolName, Tool> byName;

  private ToolSet(Map<ToolName, Tool> byName) {
    this.byName = byName;
  }

  /// No tools at all.
  public static ToolSet none() {
    return NONE;
  }

  /// These tools, in this order.
  ///
  /// @throws IllegalArgumentException if two tools have the same name
  public static ToolSet of(Tool... tools) {
    return of(List.of(tools));
  }

  /// These tools, in this order.
  ///
  /// @throws IllegalArgumentException if two tools have the same name
  public static ToolSet of(Collection<? extends Tool> tools) {
    Map<ToolName, Tool> byName = new LinkedHashMap<>();
    for (Tool tool : tools) {
      if (byName.put(tool.spec().name(), tool) != null) {
        throw new IllegalArgumentException(
            "two tools are called " + tool.spec().name() + "; rename one");
      }
    }
    return new ToolSet(byName);
  }

  public Optional<Tool> find(ToolName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The tools, in the order in which they were given.
  public List<Tool> tools() {
    return List.copyOf(byName.values());
  }

  public List<ToolName> names() {
    return List.copyOf(byName.keySet());
  }

  /// What the model is told.
  public List<ToolSpec> specs() {
    return byName.values().stream().map(Tool::spec).toList();
  }
}

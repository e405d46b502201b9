package dev.toolwire.rescue;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tools that are declared in a request, by name. Immutable; made once for many messages.
public final class RescueTools {

  /// A declared tool, and whether the name in the text had to be mended to find it.
  record Found(DeclaredTool tool, boolean mended) {}

  static final int LONGEST_NAME = 256;

  private final Map<String, DeclaredTool> byName = new LinkedHashMap<>();
  private final Map<String, @Nullable DeclaredTool> byShape = new HashMap<>();
  private final Openings openings;

  private RescueTools(Collection<RescueTool> tools) {
    for (RescueTool tool : tools) {
      DeclaredTool declared = new DeclaredTool(tool);
      if (byName.putIfAbsent(tool.name(), declared) != null) {
        continue;
      }
      byShape.merge(shape(tool.name()), declared, (_, _) -> null);
    }
    this.openings = Openings.of(byName.keySet());
  }

  /// Of two tools with the same name, the first one counts.
  public static RescueTools of(Collection<RescueTool> tools) {
    return new RescueTools(tools);
  }

  /// The tools of a loop. Only the idempotent ones are harmless.
  public static RescueTools of(ToolSet tools) {
    return of(
        tools.tools().stream()
            .map((Tool tool) -> RescueTool.of(tool.spec(), tool.traits().idempotent()))
            .toList());
  }

  /// The tools of a request.
  ///
  /// @param harmless those that do no damage if they are run by mistake
  public static RescueTools of(Collection<ToolSpec> specs, Predicate<? super ToolName> harmless) {
    return of(specs.stream().map(spec -> RescueTool.of(spec, harmless.test(spec.name()))).toList());
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  Openings openings() {
    return openings;
  }

  @Nullable DeclaredTool exact(String name) {
    return byName.get(name);
  }

  /// The tool that a text means by `written`: by its very name, then without what formats and
  /// markdown put around names, then in any case and punctuation if only one tool is like it.
  @Nullable Found find(String written) {
    if (written.isEmpty()) {
      return null;
    }
    String name = written.strip();
    DeclaredTool exact = byName.get(name);
    if (exact != null) {
      return new Found(exact, false);
    }
    if (name.length() > LONGEST_NAME) {
      return null;
    }
    String bare = Names.bare(name);
    DeclaredTool found = byName.get(bare);
    if (found == null) {
      found = byName.get(Names.lastSegment(bare));
    }
    if (found == null && bare.startsWith("function")) {
      found = byName.get(bare.substring("function".length()));
    }
    if (found != null) {
      return new Found(found, !Names.isPlainPrefix(name, found.name()));
    }
    DeclaredTool alike = byShape.get(shape(bare));
    return alike == null ? null : new Found(alike, true);
  }

  private static String shape(String name) {
    StringBuilder shape = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c != '_' && c != '-' && c != '.' && c != ' ') {
        shape.append(c);
      }
    }
    return shape.toString();
  }
}

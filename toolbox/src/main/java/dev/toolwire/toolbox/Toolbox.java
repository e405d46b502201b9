package dev.toolwire.toolbox;

import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// The built-in tools, by name. Immutable.
///
/// `CountLettersTool`, `CurrentTimeTool`, `CalculatorTool` and `top_song` touch nothing; `fs_write`
/// is only there if a [directory][#writingUnder] is given to it.
public final class Toolbox {

  private final ToolSet tools;

  private Toolbox(ToolSet tools) {
    this.tools = tools;
  }

  /// The tools that touch nothing.
  ///
  /// @param clock what time it is
  /// @param zone where that is; asked when a tool is, since a process that has never looked at
  ///   zones searches its class path for rules of them first
  public static Toolbox of(InstantSource clock, Supplier<ZoneId> zone) {
    return new Toolbox(
        ToolSet.of(
            CountLettersTool.create(),
            CurrentTimeTool.create(clock, zone),
            CalculatorTool.create(),
            TopSongTool.create()));
  }

  /// These tools and `fs_write`, which creates and changes files below `root` and nowhere else.
  ///
  /// @throws IOException if `root` is not a directory that can be opened
  public Toolbox writingUnder(Path root) throws IOException {
    List<Tool> more = new ArrayList<>(tools.tools());
    more.add(FsWriteTool.under(ConfinedFolder.at(root)));
    return new Toolbox(ToolSet.of(more));
  }

  /// All of them.
  public ToolSet all() {
    return tools;
  }

  /// Some of them, in the order of `names`.
  ///
  /// @throws IllegalArgumentException if there is no tool of a name
  public ToolSet only(Collection<String> names) {
    return ToolSet.of(names.stream().map(this::named).toList());
  }

  private Tool named(String name) {
    return tools.tools().stream()
        .filter(tool -> tool.spec().name().value().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no tool \"" + name + "\", expected one of " + tools.names()));
  }
}

package dev.toolwire.lab.scenario;

import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolDraft;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.tool.ToolTraits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The tools of a scenario, made for one run: scripted answers begin anew, and files are written
/// into a folder that goes away with it. For one run at a time; its tools may run in parallel.
public final class Workshop implements AutoCloseable {

  private final ToolSet tools;
  private final Optional<Path> scratch;

  private Workshop(ToolSet tools, Optional<Path> scratch) {
    this.tools = tools;
    this.scratch = scratch;
  }

  /// The tools for one run of `scenario`.
  ///
  /// @throws UncheckedIOException if a folder is needed and there is no room for it
  public static Workshop open(Scenario scenario) {
    Optional<Path> scratch = needsFolder(scenario) ? Optional.of(folder()) : Optional.empty();
    InstantSource clock =
        scenario.time().map(InstantSource::fixed).orElseGet(InstantSource::system);
    try {
      ToolSet builtIn =
          scratch.isPresent()
              ? BuiltInTools.under(scratch.get(), clock)
              : BuiltInTools.withoutFolder(clock);
      List<Tool> tools = new ArrayList<>();
      for (ScenarioTool tool : scenario.tools()) {
        tools.add(made(tool, builtIn, scratch));
      }
      return new Workshop(ToolSet.of(tools), scratch);
    } catch (IOException broken) {
      throw new UncheckedIOException("no tools for " + scenario.name(), broken);
    }
  }

  private static boolean needsFolder(Scenario scenario) {
    return scenario.runsCommands() || scenario.specs().stream().anyMatch(BuiltInTools::needsFolder);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("toolwire-");
    } catch (IOException noRoom) {
      throw new UncheckedIOException("no folder for temporary files", noRoom);
    }
  }

  private static Tool made(ScenarioTool tool, ToolSet builtIn, Optional<Path> scratch) {
    return switch (tool) {
      case ScenarioTool.BuiltIn known -> builtIn.find(known.spec().name()).orElseThrow();
      case ScenarioTool.Scripted scripted ->
          draft(tool, ToolTraits.DEFAULTS)
              .taking(tool.spec().inputSchema(), new ScriptedAnswers(scripted)::next);
      case ScenarioTool.ByCommand command ->
          draft(tool, ToolTraits.DEFAULTS.withDeadline(command.deadline()))
              .taking(
                  tool.spec().inputSchema(), new CommandRun(command, scratch.orElseThrow())::of);
    };
  }

  private static ToolDraft draft(ScenarioTool tool, ToolTraits traits) {
    return Tool.named(tool.spec().name().value())
        .describedAs(tool.spec().description())
        .with(traits);
  }

  /// The tools, in the order of the scenario.
  public ToolSet tools() {
    return tools;
  }

  /// The folder in which files are written, if any are.
  public Optional<Path> scratch() {
    return scratch;
  }

  /// Deletes what was written.
  @Override
  public void close() {
    scratch.ifPresent(Workshop::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException left) {
      throw new UncheckedIOException("temporary files are left in " + folder, left);
    }
  }
}

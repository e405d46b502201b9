package dev.toolwire.cli;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.toolbox.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The built-in tools that a person asks for.
final class ToolChoices {

  private static final String WRITES_FILES = "fs_write";

  private ToolChoices() {}

  /// @param names `all`, `none`, or names with commas between them
  /// @param root the directory in which tools may write
  /// @param approve `all`, or names with commas between them: tools whose calls a person approves
  /// @throws IllegalArgumentException if there is no such tool, it needs a root, or the root is no
  ///   directory
  /// @throws IOException if the root cannot be opened
  static ToolSet of(String names, Optional<String> root, Optional<String> approve)
      throws IOException {
    var tools = chosen(names, root);
    return approve.isPresent() ? approved(tools, approve.get()) : tools;
  }

  private static ToolSet approved(ToolSet tools, String names) {
    var chosen = split(names);
    boolean all = names.strip().equals("all");
    if (!all) {
      for (var name : chosen) {
        if (!name.matches("[a-zA-Z0-9_-]{1,64}") || tools.find(new ToolName(name)).isEmpty()) {
          throw new IllegalArgumentException(
              "--approve: there is no tool \"%s\", expected one of %s"
                  .formatted(name, tools.names()));
        }
      }
    }
    return ToolSet.of(
        tools.tools().stream()
            .map(tool ->
                all || chosen.contains(tool.spec().name().value()) ? new ApprovedTool(tool) : tool)
            .toList());
  }

  private static ToolSet chosen(String names, Optional<String> root) throws IOException {
    var toolbox = root.isPresent() ? box().writingUnder(directory(root.get())) : box();
    return switch (names.strip()) {
      case "none" -> ToolSet.none();
      case "all" -> toolbox.all();
      default -> toolbox.only(named(names, root.isPresent()));
    };
  }

  /// All built-in tools, whatever they need to run.
  static ToolSet everything() throws IOException {
    return box().writingUnder(Path.of(".")).all();
  }

  private static Toolbox box() {
    return Toolbox.of(InstantSource.system(), ZoneId::systemDefault);
  }

  private static List<String> named(String names, boolean mayWrite) {
    var list = split(names);
    if (list.contains(WRITES_FILES) && !mayWrite) {
      throw new IllegalArgumentException(
          WRITES_FILES + " needs --root DIR, the directory in which it may write");
    }
    return list;
  }

  private static List<String> split(String names) {
    return Arrays.stream(names.split(",", -1)).map(String::strip).toList();
  }

  private static Path directory(String root) {
    var directory = Path.of(root);
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("--root is '" + root + "', which is no directory");
    }
    return directory;
  }
}

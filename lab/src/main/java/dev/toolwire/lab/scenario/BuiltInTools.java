package dev.toolwire.lab.scenario;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.toolbox.Toolbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// The tools that come with Toolwire, as scenarios use them: in UTC.
final class BuiltInTools {

  /// The one tool that needs a folder.
  private static final ToolName WRITES = new ToolName("fs_write");

  private BuiltInTools() {}

  /// What models are told about the tool.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  static ToolSpec spec(String name) {
    return Specs.TOOLS.tools().stream()
        .map(Tool::spec)
        .filter(spec -> spec.name().value().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no built-in tool \"%s\"; there are %s"
                    .formatted(name, Specs.TOOLS.names())));
  }

  static boolean needsFolder(ToolSpec spec) {
    return spec.name().equals(WRITES);
  }

  /// All of them, writing in `folder`.
  static ToolSet under(Path folder, InstantSource clock) throws IOException {
    return Toolbox.of(clock, () -> ZoneOffset.UTC).writingUnder(folder).all();
  }

  /// All of them but the one that writes.
  static ToolSet withoutFolder(InstantSource clock) {
    return Toolbox.of(clock, () -> ZoneOffset.UTC).all();
  }

  /// Made to be described, not to run.
  private static final class Specs {
    private static final ToolSet TOOLS = make();

    private static ToolSet make() {
      try {
        return under(Path.of(""), InstantSource.system());
      } catch (IOException noFolder) {
        throw new UncheckedIOException("the working directory cannot be opened", noFolder);
      }
    }
  }
}

package dev.toolwire.lab.scenario;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.ToolOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A tool that a program answers for. What goes in and comes out lies in files, so that waiting for
/// the program is all there is to interrupt.
final class CommandRun {

  /// How many bytes a program may answer with.
  static final int LONGEST_OUTPUT = 1 << 20;

  private static final int LONGEST_COMPLAINT = 2_000;

  private final ScenarioTool.ByCommand command;
  private final Path scratch;
  private final AtomicInteger calls = new AtomicInteger();

  CommandRun(ScenarioTool.ByCommand command, Path scratch) {
    this.command = command;
    this.scratch = scratch;
  }

  ToolOutcome of(JsonObject arguments) throws IOException, InterruptedException {
    String name = command.spec().name() + "-" + calls.incrementAndGet();
    Path in = Files.writeString(scratch.resolve(name + ".in"), arguments.toString());
    Path out = scratch.resolve(name + ".out");
    Path complaints = scratch.resolve(name + ".err");
    Process process =
        new ProcessBuilder(command.words())
            .directory(command.folder().toAbsolutePath().toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(complaints.toFile())
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        String said = beginning(complaints, LONGEST_COMPLAINT).strip();
        return ToolOutcome.retry(said.isEmpty() ? "The command ended with " + status : said);
      }
      return Files.size(out) > LONGEST_OUTPUT
          ? ToolOutcome.failed("The result has more than " + LONGEST_OUTPUT + " bytes.")
          : result(beginning(out, LONGEST_OUTPUT).strip());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String beginning(Path file, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
  }

  /// A JSON object goes back as one, anything else as text.
  private static ToolOutcome result(String output) {
    try {
      return ToolOutcome.json(JsonObject.parse(output));
    } catch (IllegalArgumentException _) {
      return ToolOutcome.text(output);
    }
  }
}

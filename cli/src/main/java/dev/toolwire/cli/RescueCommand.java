package dev.toolwire.cli;

import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `toolwire rescue`: shows which tool calls a text holds, and why.
final class RescueCommand implements Callable<Integer> {

  private final RescueOptions options = new RescueOptions();
  private final CommandSpec spec = options.addTo(CommandSpec.wrapWithoutInspection(this));
  private final Surroundings around;

  private RescueCommand(Surroundings around) {
    this.around = around;
  }

  static CommandSpec spec(Surroundings around) {
    return new RescueCommand(around).spec;
  }

  @Override
  public Integer call() throws IOException {
    var config = RescueConfig.of(options.rescue());
    if (options.jsonl()) {
      return lines(config);
    }
    var text = Options.valid(spec, around::textOfInput);
    var read = RescueTexts.read(List.of(text), tools(), config);
    var out = spec.commandLine().getOut();
    read.found().forEach(found -> print(found, out));
    if (read.found().isEmpty() && options.explain()) {
      out.println("nothing in this text looks like a call of a declared tool");
    }
    return ExitCode.OK;
  }

  private int lines(RescueConfig config) throws IOException {
    if (options.tools().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "with --jsonl each line names its tools; leave --tools out");
    }
    var in = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8));
    var command = spec.commandLine();
    int wrong =
        new RescueLines(config, options.explain()).convert(in, command.getOut(), command.getErr());
    return wrong == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private RescueTools tools() throws IOException {
    var file =
        options
            .tools()
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(),
                    "which tools may be called? name a file with --tools, or use --jsonl"));
    var declared = Options.valid(spec, () -> NamedFile.json(Path.of(file)));
    try {
      return new RescueDeclarations().read(declared);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), file + ": " + wrong.getMessage(), wrong);
    }
  }

  private void print(TextCall found, PrintWriter out) {
    if (found instanceof TextCall.Call call) {
      out.println(
          Ink.BOLD.on(call.name(), Options.inColour(spec))
              + " "
              + Printable.line(call.arguments().toString(), Integer.MAX_VALUE));
    }
    if (options.explain()) {
      out.println(
          "%-10s %s: %s%s"
              .formatted(
                  RescueTexts.kind(found),
                  Printable.line(found.name(), 80),
                  found.reason(),
                  more(found)));
    }
  }

  private static String more(TextCall found) {
    return found instanceof TextCall.Call call
        ? "; "
            + Word.of(call.level())
            + (call.repairs().isEmpty() ? "" : ", repaired " + call.repairs())
        : "";
  }
}

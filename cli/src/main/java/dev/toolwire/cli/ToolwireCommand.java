package dev.toolwire.cli;

import dev.toolwire.model.ModelCatalogue;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.RunLast;

/// The root of the `toolwire` command; each verb is a subcommand.
///
/// Exit codes are 0 for success, 1 for a failure, 2 for a command line that cannot be understood,
/// 130 for Ctrl-C and 141 if the reader goes away. What was asked for goes to standard output,
/// everything else to standard error. Commands are declared with picocli's model and not its
/// annotations, whose reflection takes as long as everything else a short command does.
public final class ToolwireCommand {
  private ToolwireCommand() {}

  /// Runs the command line and ends the process with its exit code.
  ///
  /// Halts where `System.exit` would first search every jar for a logger to tell of the exit. A
  /// command that has returned has nothing left for a shutdown hook to do; hooks still run when a
  /// signal ends it.
  public static void main(String[] args) {
    if (args.length > 0 && List.of("ask", "resume").contains(args[0])) {
      // What every question needs, read beside the command line.
      Thread.ofPlatform().daemon().start(ModelCatalogue::builtIn);
    }
    var standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    var out = standard.writer(System.out.charset());
    var command = commandLine(Surroundings.ofProcess()).setOut(out);
    int exitCode = command.execute(args);
    out.flush();
    exitCode = standard.exitCode(exitCode, command.getErr());
    command.getErr().flush();
    Runtime.getRuntime().halt(exitCode);
  }

  /// A command line ready to execute, without ending the process.
  static CommandLine commandLine(Surroundings around) {
    var colour = Colour.option();
    var spec = CommandSpec.create().name("toolwire").version(version());
    spec.addOption(Options.help()).addOption(versionHelp()).addOption(colour);
    spec.usageMessage()
        .description("Tools for any model, over real wires.")
        .synopsisSubcommandLabel("COMMAND");
    addVerbs(spec, around);
    var errors = new OneLineErrors(around);
    return new CommandLine(spec)
        .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setExecutionStrategy(parsed -> {
          if (colour.<Colour>getValue().isWanted(around)) {
            spec.commandLine().setColorScheme(Help.defaultColorScheme(Ansi.ON));
          }
          // Asks the terminal, with a process, so only when a person looks at it.
          spec.commandLine().setUsageHelpAutoWidth(around.terminal().getAsBoolean());
          return new RunLast().execute(parsed);
        });
  }

  private static void addVerbs(CommandSpec root, Surroundings around) {
    addVerb(root, "ask", AskCommand.spec(around));
    addVerb(root, "resume", ResumeCommand.spec(around));
    addVerb(root, "compare", CompareCommand.spec(around));
    addVerb(root, "simulate", SimulateCommand.spec(around));
    addVerb(root, "stall", StallCommand.spec(around));
    addVerb(root, "rescue", RescueCommand.spec(around));
    addVerb(root, "tools", ToolsCommand.spec());
    addVerb(root, "models", ModelsCommand.spec(around));
    addVerb(root, "completion", CompletionCommand.spec());
  }

  static void addVerb(CommandSpec root, String name, CommandSpec verb) {
    verb.addOption(Options.help());
    verb.usageMessage().sortOptions(false).sortSynopsis(false);
    root.addSubcommand(name, verb);
  }

  private static OptionSpec versionHelp() {
    return OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .description("Print the versions of Toolwire and of Java.")
        .build();
  }

  /// The two things a bug report needs; the jar's manifest knows the first.
  private static String version() {
    var version = ToolwireCommand.class.getPackage().getImplementationVersion();
    return "toolwire %s (Java %s)"
        .formatted(Objects.requireNonNullElse(version, "unpackaged"), Runtime.version());
  }
}

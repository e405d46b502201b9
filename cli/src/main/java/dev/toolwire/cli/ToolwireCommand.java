package dev.toolwire.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

  /// @param spec declares it and all that may be said to it
  private record Verb(String name, Function<Surroundings, CommandSpec> spec) {}

  /// In the order of the help.
  private static final List<Verb> VERBS =
      List.of(
          new Verb("ask", AskCommand::spec),
          new Verb("resume", ResumeCommand::spec),
          new Verb("compare", CompareCommand::spec),
          new Verb("simulate", SimulateCommand::spec),
          new Verb("stall", StallCommand::spec),
          new Verb("rescue", RescueCommand::spec),
          new Verb("tools", _ -> ToolsCommand.spec()),
          new Verb("models", ModelsCommand::spec),
          new Verb("completion", CompletionCommand::spec));

  private ToolwireCommand() {}

  /// Runs the command line and ends the process with its exit code.
  ///
  /// Halts where `System.exit` would first search every jar for a logger to tell of the exit. A
  /// command that has returned has nothing left for a shutdown hook to do; hooks still run when a
  /// signal ends it.
  public static void main(String[] args) {
    if (args.length > 0 && List.of("ask", "resume").contains(args[0])) {
      HeadStart.begin();
    }
    var standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    var out = standard.writer(System.out.charset());
    var command = commandLine(Surroundings.ofProcess(), args).setOut(out);
    int exitCode = command.execute(args);
    out.flush();
    exitCode = standard.exitCode(exitCode, command.getErr());
    command.getErr().flush();
    Runtime.getRuntime().halt(exitCode);
  }

  /// A command line ready to execute `args`, without ending the process. If they begin with a verb
  /// it knows no other: to declare all of them takes as long as a short command.
  static CommandLine commandLine(Surroundings around, String... args) {
    var first = Arrays.stream(args).findFirst().orElse("");
    var named = VERBS.stream().filter(verb -> verb.name().equals(first)).toList();
    return commandLine(around, named.isEmpty() ? VERBS : named);
  }

  private static CommandLine commandLine(Surroundings around, List<Verb> verbs) {
    var colour = Colour.option();
    var spec = CommandSpec.create().name("toolwire").version(version());
    spec.addOption(Options.help()).addOption(versionHelp()).addOption(colour);
    spec.usageMessage()
        .description("Tools for any model, over real wires.")
        .synopsisSubcommandLabel("COMMAND");
    verbs.forEach(verb -> addVerb(spec, verb.name(), verb.spec().apply(around)));
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

package dev.toolwire.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The root of the `toolwire` command; each verb is a subcommand.
///
/// Exit codes are 0 for success, 1 for a failure and 2 for a command line that cannot be
/// understood. Answers go to standard output, everything else to standard error. Commands are
/// declared with picocli's model and not its annotations, whose reflection takes as long as
/// everything else a short command does.
public final class ToolwireCommand {
  private ToolwireCommand() {}

  /// Runs the command line and ends the process with its exit code.
  ///
  /// Halts where `System.exit` would first search every jar for a logger to tell of the exit. A
  /// command that has returned has nothing left for a shutdown hook to do; hooks still run when a
  /// signal ends it.
  public static void main(String[] args) {
    int exitCode = commandLine().execute(args);
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(exitCode);
  }

  /// A command line ready to execute, without ending the process.
  static CommandLine commandLine() {
    var spec = CommandSpec.create().name("toolwire").version(version()).addOption(help());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the versions of Toolwire and of Java.")
            .build());
    spec.usageMessage()
        .description("Tools for any model, over three wires.")
        .synopsisSubcommandLabel("COMMAND");
    var errors = new OneLineErrors();
    return new CommandLine(spec)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /// The option that every command has.
  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show how to use this command.")
        .build();
  }

  /// The two things a bug report needs; the jar's manifest knows the first.
  private static String version() {
    var version = ToolwireCommand.class.getPackage().getImplementationVersion();
    return "toolwire %s (Java %s)"
        .formatted(Objects.requireNonNullElse(version, "unpackaged"), Runtime.version());
  }
}

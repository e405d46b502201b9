package dev.toolwire.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Says what went wrong in one line on standard error. A stack trace follows only where the mistake
/// is Toolwire's own, so that it can be reported.
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    var command = mistake.getCommandLine();
    var hint = "; see '%s --help'".formatted(command.getCommandSpec().qualifiedName());
    print(command, oneLine(mistake) + hint);
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (isExplained(failure)) {
      print(command, oneLine(failure));
    } else {
      print(command, "this is a defect in Toolwire, please report it: " + oneLine(failure));
      failure.printStackTrace(command.getErr());
    }
    return ExitCode.SOFTWARE;
  }

  /// Whether the message alone tells a user what to do: the cause is an input, a file or a network,
  /// not our code.
  private static boolean isExplained(Exception failure) {
    return failure.getMessage() != null
        && (failure instanceof IllegalArgumentException
            || failure instanceof IOException
            || failure instanceof UncheckedIOException);
  }

  private static void print(CommandLine command, String line) {
    command.getErr().println(command.getColorScheme().errorText("toolwire: " + line));
  }

  private static String oneLine(Exception failure) {
    var message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().map(String::strip).collect(Collectors.joining(" "));
  }
}

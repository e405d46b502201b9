package dev.toolwire.cli;

import dev.toolwire.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what went wrong in one line on standard error. With `TOOLWIRE_DEBUG` set, the stack trace
/// follows.
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final String DEBUG = "TOOLWIRE_DEBUG";

  private final Surroundings around;

  OneLineErrors(Surroundings around) {
    this.around = around;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    var command = mistake.getCommandLine();
    var hint = "; see '%s --help'".formatted(command.getCommandSpec().qualifiedName());
    print(command, usage(mistake) + hint, mistake);
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    var line = oneLine(failure);
    print(
        command,
        isExplained(failure)
            ? line
            : "this is a defect in Toolwire: "
                + line
                + "; please report it with what "
                + DEBUG
                + "=1 adds",
        failure);
    return ExitCode.SOFTWARE;
  }

  private static String usage(ParameterException mistake) {
    return mistake instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched)
        : oneLine(mistake);
  }

  /// Names the first word that means nothing; those after it may belong to it.
  private static String unmatched(UnmatchedArgumentException mistake) {
    var word = mistake.getUnmatched().getFirst();
    var verbs = mistake.getCommandLine().getSubcommands().keySet();
    if (mistake.isUnknownOption()) {
      var near =
          mistake.getSuggestions().stream().filter(option -> option.startsWith("--")).toList();
      return "there is no option '%s'".formatted(word)
          + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
    }
    return verbs.isEmpty()
        ? "'%s' is one word too many; put a question of several words in quotes".formatted(word)
        : "there is no command '%s'; there are %s".formatted(word, String.join(", ", verbs));
  }

  /// Whether the message alone tells a user what to do: the cause is an input, a file or a network,
  /// not our code.
  private static boolean isExplained(Exception failure) {
    return failure.getMessage() != null
        && (failure instanceof IllegalArgumentException
            || failure instanceof ModelException
            || failure instanceof IOException
            || failure instanceof UncheckedIOException);
  }

  private void print(CommandLine command, String line, Exception failure) {
    boolean colour = command.getColorScheme().ansi().enabled();
    command.getErr().println(Ink.RED.on("toolwire: " + line, colour));
    if (around.variable(DEBUG).isPresent()) {
      failure.printStackTrace(command.getErr());
    }
  }

  private static String oneLine(Exception failure) {
    var message = words(failure);
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().map(String::strip).collect(Collectors.joining(" "));
  }

  /// What a failure says of itself. Those of files mostly say a name only, or that of their class.
  private static @Nullable String words(Exception failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof UncheckedIOException
        && cause instanceof IOException wrapped
        && wrapped.toString().equals(failure.getMessage())) {
      return words(wrapped);
    }
    return switch (failure) {
      case FileSystemException file when file.getReason() == null ->
          file.getMessage() + ": " + reason(file);
      default -> failure.getMessage();
    };
  }

  private static String reason(FileSystemException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "exists already";
      case NotDirectoryException _ -> "not a folder";
      default -> "cannot be used";
    };
  }
}

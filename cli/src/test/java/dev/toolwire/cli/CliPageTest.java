package dev.toolwire.cli;

import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `docs/cli.md` is what the commands say of themselves.
class CliPageTest {

  private static final Surroundings NOWHERE =
      new Surroundings(Map.of(), InputStream.nullInputStream(), () -> false, _ -> () -> {});

  @Test
  void thePageIsTheHelp() {
    Golden.assertPage(
        "cli.md",
        commands(ToolwireCommand.commandLine(NOWHERE))
            .map(CliPageTest::section)
            .collect(
                Collectors.joining(
                    "\n",
                    """
                    # The command

                    What `--help` says, written here by `make golden`. Exit codes are 0 for success, 1 for a
                    failure, 2 for a command line that cannot be understood, 130 after Ctrl-C, which is how
                    `simulate` ends (0), and 141 if whoever reads the output goes away. What was asked for goes to
                    standard output, everything else to standard error.

                    """,
                    "")));
  }

  /// A command and all those below it, each by its full name.
  private static Stream<String> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec().qualifiedName()),
        command.getSubcommands().values().stream().flatMap(CliPageTest::commands));
  }

  private static String section(String name) {
    var words = Stream.of((name + " --help").split(" ")).skip(1).toArray(String[]::new);
    return """
    ## %s

    ```text
    %s```
    """
        .formatted(name, Typed.words(words).run().out());
  }
}

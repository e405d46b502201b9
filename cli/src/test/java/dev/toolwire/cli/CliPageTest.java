package dev.toolwire.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/cli.md` is what the commands say of themselves.
class CliPageTest {

  @Test
  void thePageIsTheHelp() {
    Golden.assertPage(
        "cli.md",
        Stream.of(
                "",
                "ask",
                "resume",
                "simulate",
                "stall",
                "stall report",
                "stall advise",
                "rescue",
                "tools",
                "models",
                "completion")
            .map(CliPageTest::section)
            .collect(
                Collectors.joining(
                    "\n",
                    """
                    # The command

                    What `--help` says, written here by `make golden`. Exit codes are 0 for success, 1 for a
                    failure, 2 for a command line that cannot be understood, 130 after Ctrl-C and 141 if whoever
                    reads the output goes away. What was asked for goes to standard output, everything else to
                    standard error.

                    """,
                    "")));
  }

  private static String section(String verb) {
    var words = (verb + " --help").strip().split(" ");
    return """
    ## %s

    ```text
    %s```
    """
        .formatted(("toolwire " + verb).strip(), Typed.words(words).run().out());
  }
}

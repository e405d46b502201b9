package dev.toolwire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own on a real terminal, which `script` of util-linux has in front of it, is
/// stopped in the middle of a campaign as a person does it: by Ctrl-C.
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have another script and env")
class InterruptedCampaignTest {

  private static final int RUNS = 40;
  private static final char CTRL_C = 3;

  /// Whoever starts the tests in the background has them ignore Ctrl-C, and all that they start.
  private static final String TERMINAL = "stty cols 40 rows 10; exec env --default-signal=INT ";

  @TempDir private Path folder;

  @Test
  void whatIsDoneIsKeptTheTerminalIsLeftAsItWasAndResumeGoesOn()
      throws IOException, InterruptedException {
    Process terminal = start();
    List<String> seen = new ArrayList<>();
    try (BufferedReader screen = terminal.inputReader(UTF_8)) {
      for (String line = screen.readLine(); line != null; line = screen.readLine()) {
        seen.add(line);
        if (line.contains("(2 of " + RUNS + " runs")) {
          terminal.outputWriter().write(CTRL_C);
          terminal.outputWriter().flush();
        }
      }
    }
    String screen = String.join("\n", seen);

    assertThat(terminal.waitFor()).as(screen).isEqualTo(Interrupts.EXIT_CODE);
    assertThat(screen)
        .contains("/control ", " bytes", "toolwire: the report is in ")
        .contains("stopped; what is done is kept, go on with: toolwire stall --out " + folder);
    assertThat(count(screen, "\u001B[?7l")).isPositive().isEqualTo(count(screen, "\u001B[?7h"));
    assertThat(screen.replaceAll("\u001B\\[(K|\\?7[lh])", "")).doesNotContain("\u001B[?");
    assertThat(Files.readString(folder.resolve("stall.jsonl")))
        .contains("\"run\":\"finished\"")
        .endsWith("}\n");

    Typed.Result resumed = Typed.words("stall", "--out", folder.toString(), "--resume").run();

    assertThat(resumed.err()).containsPattern("toolwire: 1 routes, \\d+ of " + RUNS + " runs");
    assertThat(resumed.err()).contains(RUNS + " of " + RUNS + " runs");
  }

  private Process start() throws InterruptedException {
    String command =
        Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ToolwireCommand.class.getName(),
                "stall",
                "--watch",
                "--model",
                "simulator:toolwire.stall-streamed-v1:0",
                "--strategies",
                "messages",
                "--sizes",
                "200,400",
                "--shapes",
                "one",
                "--repeats",
                "10",
                "--out",
                folder.toString())
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    try {
      return new ProcessBuilder("script", "-qec", TERMINAL + command, "/dev/null")
          .redirectErrorStream(true)
          .start();
    } catch (IOException missing) {
      return abort("there is no script of util-linux to make a terminal: " + missing);
    }
  }

  private static long count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1L;
  }
}

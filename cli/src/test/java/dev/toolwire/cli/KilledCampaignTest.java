package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.recording.RecordingReader;
import dev.toolwire.lab.recording.RunLabel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own is killed in the middle of a campaign, as by `kill -9`.
class KilledCampaignTest {

  private static final int RUNS = 40;

  @TempDir private Path folder;

  @Test
  void noFinishedRunIsLostOrDoneAgain() throws IOException, InterruptedException {
    Path recording = folder.resolve("stall.jsonl");
    killInTheMiddle();
    List<RunLabel> kept = labels(recording);
    byte[] before = Files.readAllBytes(recording);

    Typed.Result resumed = Typed.words("stall", "--out", folder.toString(), "--resume").run();

    assertThat(kept).hasSizeBetween(RUNS / 10, RUNS - 1).doesNotHaveDuplicates();
    assertThat(resumed.err()).contains(kept.size() + " of " + RUNS + " runs");
    assertThat(labels(recording))
        .hasSize(RUNS)
        .doesNotHaveDuplicates()
        .startsWith(kept.toArray(RunLabel[]::new));
    assertThat(Files.readAllBytes(recording)).startsWith(whole(before));
  }

  /// The campaign tells of each tenth that is done; it is killed when it tells of the first.
  private void killInTheMiddle() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ToolwireCommand.class.getName(),
                "stall",
                "--model",
                "simulator:toolwire.stall-streamed-v1:0",
                "--strategies",
                "messages,chat",
                "--sizes",
                "200,400",
                "--shapes",
                "one",
                "--repeats",
                "5",
                "--parallel",
                "2",
                "--out",
                folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader err = process.errorReader()) {
      List<String> said = new ArrayList<>();
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.add(line);
        if (line.contains(" left")) {
          break;
        }
      }
      assertThat(said).last().asString().contains(" of " + RUNS + " runs");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static List<RunLabel> labels(Path recording) {
    List<RunLabel> labels = new ArrayList<>();
    RecordingReader.read(recording, run -> labels.add(run.label()));
    return labels;
  }

  /// The lines that were written to their end.
  private static byte[] whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }
}

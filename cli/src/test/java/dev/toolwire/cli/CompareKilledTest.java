package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A comparison in a process of its own, which is killed without a warning.
class CompareKilledTest {

  private static final int TRIALS = 150;
  private static final List<String> COMPARE =
      List.of("compare", "-m", "simulator:gpt-4o", "--trials", String.valueOf(TRIALS));

  @TempDir private Path folder;

  @Test
  void whatWasFinishedIsNeitherLostNorDoneAgain() throws IOException, InterruptedException {
    Process process = started();
    awaitRuns(process, 5);
    process.destroyForcibly().waitFor();
    List<String> before = runs();

    var resumed = resumed();
    List<String> after = runs();
    var again = resumed();

    assertThat(before).hasSizeBetween(5, TRIALS - 1);
    assertThat(after).hasSize(TRIALS).startsWith(before.toArray(String[]::new));
    assertThat(keys(after)).hasSize(TRIALS);
    assertThat(runs()).isEqualTo(after);
    assertThat(again.out()).isEqualTo(resumed.out()).contains(TRIALS + "/" + TRIALS);
  }

  private Process started() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                ToolwireCommand.class.getName()));
    command.addAll(COMPARE);
    command.addAll(List.of("--parallel", "1", "--record", folder.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitRuns(Process process, int count) throws IOException, InterruptedException {
    while (runs().size() < count) {
      assertThat(process.waitFor(5, TimeUnit.MILLISECONDS)).as("it ended by itself").isFalse();
    }
  }

  private Typed.Result resumed() {
    var words = new ArrayList<>(COMPARE);
    words.addAll(List.of("--record", folder.toString(), "--resume"));
    var result = Typed.words(words.toArray(String[]::new)).run();
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  /// The whole lines with a run.
  private List<String> runs() throws IOException {
    Path file = folder.resolve("runs.jsonl");
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> !line.startsWith("{\"comparison\""))
        .toList();
  }

  private static Set<String> keys(List<String> runs) {
    Set<String> keys = new HashSet<>();
    for (String run : runs) {
      var record = JsonText.read(run);
      keys.add(record.path("model").asString() + record.path("trial").asInt());
    }
    return keys;
  }
}

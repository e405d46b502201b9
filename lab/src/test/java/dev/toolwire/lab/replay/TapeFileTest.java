package dev.toolwire.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.lab.campaign.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeFileTest {

  @TempDir private Path folder;

  @Test
  void tapesAreFoundByTheirRunAndTheLaterOneCounts() {
    Path file = folder.resolve("wire.jsonl");
    try (Journal journal = Journal.open(file)) {
      journal.append(tape("häufig \"1\"", 1).toLine());
      journal.append(tape("b", 2).toLine());
      journal.append(tape("häufig \"1\"", 3).toLine());
    }

    TapeFile tapes = TapeFile.open(file);

    assertThat(tapes.size()).isEqualTo(2);
    assertThat(tapes.find("häufig \"1\"")).contains(tape("häufig \"1\"", 3));
    assertThat(tapes.find("b")).contains(tape("b", 2));
    assertThat(tapes.find("c")).isEmpty();
  }

  @Test
  void aFileOfSomethingElseIsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("other.jsonl");
    Files.writeString(file, tape("a", 1).toLine() + "\n{\"name\":1}\n");

    assertThatThrownBy(() -> TapeFile.open(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ", line 2: no recording of a run");
  }

  @Test
  void aFileThatIsNotThereHasNoTapes() {
    assertThat(TapeFile.open(folder.resolve("none")).size()).isZero();
  }

  private static Tape tape(String run, long seconds) {
    return new Tape(run, Instant.ofEpochSecond(seconds), List.of(), Map.of());
  }
}

package dev.toolwire.lab.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.jsonl");
  }

  @Test
  void keepsLinesInTheirOrderAcrossProcesses() {
    append("first", "zweite, über alles");
    append("third");

    assertThat(lines()).containsExactly("first", "zweite, über alles", "third");
  }

  @Test
  void aLineCanBeReadAsSoonAsItIsAppended() {
    try (Journal journal = Journal.open(file)) {
      journal.append("kept");

      assertThat(lines()).containsExactly("kept");
    }
  }

  /// A process can be killed at any byte, also in the middle of a character.
  @Test
  void wholeLinesSurviveACutAtAnyByte() throws IOException {
    byte[] whole = "eins\nzwölf\n€\n".getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      List<String> expected = new ArrayList<>();
      String kept = new String(whole, 0, cut, StandardCharsets.UTF_8);
      kept.substring(0, kept.lastIndexOf('\n') + 1).lines().forEach(expected::add);

      assertThat(lines()).as("read after a cut at %d", cut).isEqualTo(expected);

      append("next");
      expected.add("next");
      assertThat(lines()).as("continued after a cut at %d", cut).isEqualTo(expected);
    }
  }

  @Test
  void aLineMayBeLongerThanAnyBuffer() throws IOException {
    String line = "0123456789".repeat(20_000);
    append(line, "short");
    Files.writeString(file, Files.readString(file) + line);

    append("last");

    assertThat(lines()).containsExactly(line, "short", "last");
  }

  /// As Ctrl-C interrupts the thread that keeps what is finished.
  @Test
  void anInterruptLosesNothing() {
    try (Journal journal = Journal.open(file)) {
      Thread.currentThread().interrupt();
      journal.append("kept");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(lines()).containsExactly("kept");
  }

  @Test
  void noFileHasNoLines() {
    assertThat(lines()).isEmpty();
  }

  @Test
  void anEntryIsOneLine() {
    try (Journal journal = Journal.open(file)) {
      assertThatThrownBy(() -> journal.append("two\nlines"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("an entry of a journal is one line, got several");
    }
  }

  @Test
  void hasOneWriterAtATime() {
    try (Journal writer = Journal.open(file)) {
      writer.append("mine");

      assertThatThrownBy(() -> Journal.open(file))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage(
              file
                  + ": being written by another process;"
                  + " wait for its end or name another file");
    }

    append("yours");
    assertThat(lines()).containsExactly("mine", "yours");
  }

  private void append(String... lines) {
    try (Journal journal = Journal.open(file)) {
      for (String line : lines) {
        journal.append(line);
      }
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    Journal.read(file, lines::add);
    return lines;
  }
}

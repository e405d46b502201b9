package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.campaign.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are not there, are something else or cannot be written: each is one line that names
/// the file, before any work is done.
class FileMistakesTest {

  private static final byte[] BINARY = {'a', (byte) 0xff};

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare --script",
        "compare --prices",
        "models --models",
        "ask ? --models",
        "simulate --port 0 --script",
        "rescue --tools",
        "resume",
        "stall report",
        "stall advise --size 1k --idle-limit 9"
      })
  void aFileThatIsMissingOrAFolderIsNamed(String command) {
    var missing = folder.resolve("missing");

    assertUsage(command, missing, "there is no file " + missing);
    assertUsage(command, folder, folder + " is a folder, expected a file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare --prices",
        "models --models",
        "ask ? --models",
        "rescue --tools",
        "resume"
      })
  void aFileThatIsNoTextOrNoJsonIsNamed(String command) throws IOException {
    assertUsage(command, file("binary.json", BINARY), "binary.json is not UTF-8 text");

    var result = assertUsage(command, file("cut.json", '{', '\n', '1'), "cut.json");
    assertThat(result.err()).contains("not JSON: ", "at line 2, column 1").doesNotContain("Source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "compare --script", "simulate --port 0 --script"})
  void aYamlFileThatIsNoTextOrEmptyIsNamed(String command) throws IOException {
    assertUsage(command, file("binary.yaml", BINARY), "binary.yaml: not UTF-8 text");
    assertUsage(command, file("empty.yaml"), "empty.yaml: there is no sc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stall report", "stall advise --size 1k --idle-limit 9"})
  void aFileThatIsNoRecordingIsNamed(String command) throws IOException {
    assertUsage(command, file("text", 'n', 'o'), "text is no recording, expected a stall.jsonl");
    assertUsage(command, file("empty"), "empty is no recording, expected a stall.jsonl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare -o", "ask ? --put-away", "stall report any -o"})
  void aPlaceThatCannotBeWrittenIsToldBeforeAnythingIsAsked(String command) {
    var file = folder.resolve("missing").resolve("file.html");

    assertUsage(
        command,
        file,
        "there is no folder " + file.getParent() + ", in which " + file + " is to be written");
  }

  @Test
  void aFolderWhereAFileIsToBeWrittenIsNamed() throws IOException {
    var report = Files.createDirectory(folder.resolve("report.html"));

    assertUsage("compare -o", report, report + " is a folder, expected the name of a file");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedInPlainWords() throws IOException {
    var result = run("compare --record", file("file").resolve("runs"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err().lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("toolwire: " + folder)
        .doesNotContain("java", "defect");
  }

  @Test
  void aRecordingThatAnotherProcessWritesIsLeftToIt() {
    try (var _ = Journal.open(folder.resolve("runs.jsonl"))) {
      var result = run("compare --record", folder);

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.err())
          .endsWith(
              "toolwire: %s: being written by another process; wait for its end or name another file\n"
                  .formatted(folder.resolve("runs.jsonl")));
    }
  }

  private Path file(String name, int... bytes) throws IOException {
    var content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return file(name, content);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static Typed.Result assertUsage(String command, Path file, String words) {
    var result = run(command, file);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("toolwire: ").contains(words, "; see 'toolwire ");
    assertThat(result.err().lines()).hasSize(1);
    return result;
  }

  private static Typed.Result run(String command, Path file) {
    var words = Stream.concat(Stream.of(command.split(" ")), Stream.of(file.toString()));
    return Typed.words(words.toArray(String[]::new)).run();
  }
}

package dev.toolwire.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.Checked.Ready;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolInputCheck;
import dev.toolwire.tool.ToolOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FsWriteToolTest {

  @TempDir private Path temp;
  private Path root;
  private Path outside;
  private Tool tool;
  private ToolInputCheck check;

  @BeforeEach
  void prepareRootBesideAnOutside() throws IOException {
    root = Files.createDirectory(temp.resolve("root"));
    outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), "untouched");
    tool = FsWriteTool.under(ConfinedFolder.at(root));
    check = ToolInputCheck.of(tool.spec());
  }

  @Test
  void createWritesAFileAndTheDirectoriesAboveIt() throws Exception {
    assertThat(create("a/b/c.txt", "Grüße\n"))
        .isEqualTo(ToolOutcome.text("created a/b/c.txt, which now has 6 characters in 1 line"));
    assertThat(root.resolve("a/b/c.txt")).hasContent("Grüße\n");
    assertThat(files()).containsExactly("a", "a/b", "a/b/c.txt");
  }

  @Test
  void createReplacesAFileAndKeepsItsPermissions() throws Exception {
    Path script = Files.writeString(root.resolve("run.sh"), "old");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));

    assertThat(create("./run.sh", "new"))
        .isEqualTo(ToolOutcome.text("changed run.sh, which now has 3 characters in 1 line"));
    assertThat(script).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void appendAddsAtTheEndAndCreatesWhatIsMissing() throws Exception {
    append("log.txt", "one\n");
    append("log.txt", "two\n");

    assertThat(Files.readString(root.resolve("log.txt"))).isEqualTo("one\ntwo\n");
  }

  @Test
  void strReplaceReplacesTheOnlyOccurrence() throws Exception {
    create("a.txt", "red green blue");

    replace("a.txt", JsonObject.of("old_str", "green ").with("new_str", ""));
    replace("a.txt", JsonObject.of("old_str", "blue").with("new_str", "$1"));
    replace("a.txt", JsonObject.of("old_str", "red"));

    assertThat(Files.readString(root.resolve("a.txt"))).isEqualTo(" $1");
  }

  @Test
  void strReplaceSaysHowOftenTheTextOccurs() throws Exception {
    create("a.txt", "x\nx y\n\nx");

    assertThat(replace("a.txt", JsonObject.of("old_str", "x").with("new_str", "z")))
        .isEqualTo(
            ToolOutcome.retry(
                "old_str occurs 3 times (in lines 1, 2, 4), expected once; add lines around it"
                    + " until it is unique"));
    assertThat(replace("a.txt", JsonObject.of("old_str", "X").with("new_str", "z")))
        .isEqualTo(
            ToolOutcome.retry(
                "old_str does not occur in the file; it must match exactly, blanks and line ends"
                    + " too"));
    assertThat(Files.readString(root.resolve("a.txt"))).isEqualTo("x\nx y\n\nx");
  }

  @Test
  void overlappingOccurrencesCountEach() throws Exception {
    create("a.txt", "aaa");

    assertThat(replace("a.txt", JsonObject.of("old_str", "aa").with("new_str", "b")).toString())
        .contains("2 times (in lines 1, 1)");
  }

  @Test
  void insertPutsLinesAfterALine() throws Exception {
    create("a.txt", "one\ntwo");

    insert("a.txt", 0, "zero");
    insert("a.txt", 2, "one and a half\n");
    insert("a.txt", 4, "three");

    assertThat(Files.readString(root.resolve("a.txt")))
        .isEqualTo("zero\none\none and a half\ntwo\nthree\n");
  }

  @Test
  void insertedLinesEndAsTheOthersDo() throws Exception {
    create("dos.txt", "one\r\ntwo");

    insert("dos.txt", 2, "three");
    insert("dos.txt", 1, "one and a half");

    assertThat(Files.readString(root.resolve("dos.txt")))
        .isEqualTo("one\r\none and a half\r\ntwo\r\nthree\r\n");
  }

  /// Java would write a question mark in its place and say nothing.
  @Test
  void halfOfASurrogatePairIsRefused() throws Exception {
    create("a.txt", "old");

    assertThat(create("a.txt", "smile \ud83d"))
        .isEqualTo(
            ToolOutcome.retry(
                "the text has half of a surrogate pair, which UTF-8 cannot say, so nothing was"
                    + " written"));
    assertThat(create("\ude00.txt", "x"))
        .isEqualTo(
            ToolOutcome.retry(
                "the path \"\uFFFD.txt\" is not usable: it has half of a surrogate pair, which no"
                    + " file name can hold; expected one such as notes/today.txt"));
    assertThat(Files.readString(root.resolve("a.txt"))).isEqualTo("old");
    assertThat(create("b.txt", "smile 😀")).isInstanceOf(ToolOutcome.Ok.class);
  }

  @Test
  void insertBeyondTheEndIsRefused() throws Exception {
    create("a.txt", "one\ntwo\n");
    create("empty.txt", "");

    assertThat(insert("a.txt", 3, "x"))
        .isEqualTo(
            ToolOutcome.retry("insert_line is 3, but the file has 2 lines; expected 0 to 2"));
    assertThat(insert("empty.txt", 1, "x"))
        .isEqualTo(
            ToolOutcome.retry("insert_line is 1, but the file has 0 lines; expected 0 to 0"));
    assertThat(insert("empty.txt", 0, "x").toString()).contains("2 characters in 1 line");
  }

  @Test
  void changeOfAMissingFileCreatesNothing() throws Exception {
    assertThat(insert("new/a.txt", 0, "x"))
        .isEqualTo(ToolOutcome.retry("there is no file new/a.txt; create it first"));
    assertThat(files()).isEmpty();
  }

  @Test
  void memberThatTheCommandNeedsIsAskedFor() throws Exception {
    assertThat(run(tool, input("create", "a.txt")))
        .isEqualTo(ToolOutcome.retry("/file_text: missing, the command create needs it"));
    create("a.txt", "");
    assertThat(run(tool, input("insert", "a.txt").with("new_str", "x")))
        .isEqualTo(ToolOutcome.retry("/insert_line: missing, the command insert needs it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside/secret.txt",
        "a/../../outside/secret.txt",
        "..",
        "a/..",
        "/etc/passwd",
        "//host/share",
        "..\\outside\\secret.txt",
        "C:\\secret.txt",
        "C:secret.txt",
        "a\0.txt",
        "a/\0/b",
        "a//b",
        "a/",
        ".",
        "./",
        " ",
        "line\nbreak",
        "delete\u007f"
      })
  void pathThatLeadsOutOrIsNoneIsRefused(String path) throws Exception {
    assertThat(create(path, "changed")).isInstanceOf(ToolOutcome.Retry.class);
    assertOutsideIsUntouched();
    assertThat(files()).isEmpty();
  }

  @Test
  void pathsAreLimited() throws Exception {
    assertThat(create("a/".repeat(31) + "a", "x")).isInstanceOf(ToolOutcome.Ok.class);
    assertThat(create("b/".repeat(32) + "b", "x")).isInstanceOf(ToolOutcome.Retry.class);
    assertThat(create("n".repeat(255), "x")).isInstanceOf(ToolOutcome.Ok.class);
    assertThat(create("ü".repeat(128), "x")).isInstanceOf(ToolOutcome.Retry.class);
  }

  @Test
  void linkToAFileOutsideIsNotFollowed() throws Exception {
    Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));

    assertThat(create("link.txt", "changed"))
        .isEqualTo(
            ToolOutcome.retry("link.txt is a link, which is never followed, expected a file"));
    assertThat(append("link.txt", "changed")).isInstanceOf(ToolOutcome.Retry.class);
    assertThat(replace("link.txt", JsonObject.of("old_str", "untouched")))
        .isInstanceOf(ToolOutcome.Retry.class);
    assertOutsideIsUntouched();
  }

  @Test
  void linkToADirectoryOutsideIsNotFollowed() throws Exception {
    Files.createDirectory(root.resolve("sub"));
    Files.createSymbolicLink(root.resolve("sub/link"), outside);

    assertThat(create("sub/link/secret.txt", "changed")).isInstanceOf(ToolOutcome.Retry.class);
    assertThat(create("sub/link/new/deep.txt", "changed")).isInstanceOf(ToolOutcome.Retry.class);
    assertOutsideIsUntouched();
  }

  @Test
  void danglingLinkIsNotFollowed() throws Exception {
    Files.createSymbolicLink(root.resolve("dangling"), outside.resolve("new.txt"));

    assertThat(create("dangling", "changed")).isInstanceOf(ToolOutcome.Retry.class);
    assertThat(create("dangling/a.txt", "changed")).isInstanceOf(ToolOutcome.Retry.class);
    assertOutsideIsUntouched();
  }

  @Test
  void linkInsideTheRootIsNotFollowedEither() throws Exception {
    create("real/a.txt", "x");
    Files.createSymbolicLink(root.resolve("alias"), root.resolve("real"));

    assertThat(create("alias/a.txt", "y")).isInstanceOf(ToolOutcome.Retry.class);
    assertThat(root.resolve("real/a.txt")).hasContent("x");
  }

  @Test
  void hardLinkToAFileOutsideLosesItsTie() throws Exception {
    Files.createLink(root.resolve("hard.txt"), outside.resolve("secret.txt"));

    assertThat(create("hard.txt", "mine")).isInstanceOf(ToolOutcome.Ok.class);
    assertThat(root.resolve("hard.txt")).hasContent("mine");
    assertOutsideIsUntouched();
  }

  @Test
  void directorySwappedForALinkMeanwhileLeadsNowhere() throws Exception {
    Thread swapper = Thread.ofPlatform().start(this::swapUntilInterrupted);
    try {
      for (int i = 0; i < 60; i++) {
        create("swap/secret.txt", "changed");
        create("swap/new" + i + "/x.txt", "changed");
      }
    } finally {
      swapper.interrupt();
      swapper.join();
    }

    assertOutsideIsUntouched();
  }

  private void swapUntilInterrupted() {
    Path swap = root.resolve("swap");
    for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
      try {
        Files.createDirectories(swap);
        Files.move(swap, temp.resolve("aside" + i));
        Files.createSymbolicLink(swap, outside);
        Files.delete(swap);
      } catch (IOException toolWasFaster) {
        // The next round swaps again.
      }
    }
  }

  @Test
  void rootMayItselfBeALink() throws Exception {
    Path alias = Files.createSymbolicLink(temp.resolve("alias"), root);

    Tool through = FsWriteTool.under(ConfinedFolder.at(alias));

    assertThat(run(through, input("create", "a.txt").with("file_text", "x")))
        .isInstanceOf(ToolOutcome.Ok.class);
    assertThat(root.resolve("a.txt")).hasContent("x");
  }

  @Test
  void otherThingsThanFilesAreRefused() throws Exception {
    create("dir/a.txt", "x");

    assertThat(create("dir", "x"))
        .isEqualTo(ToolOutcome.retry("dir is a directory, expected a file"));
    assertThat(create("dir/a.txt/b", "x"))
        .isEqualTo(ToolOutcome.retry("dir/a.txt is a file, expected a directory"));
  }

  @Test
  void filesAreLimitedAndMustBeText() throws Exception {
    String most = "x".repeat(ConfinedFolder.LONGEST_FILE);

    assertThat(create("big.txt", most)).isInstanceOf(ToolOutcome.Ok.class);
    assertThat(append("big.txt", "y"))
        .isEqualTo(
            ToolOutcome.retry(
                "big.txt would have 10485761 bytes, expected at most 10485760; write several"
                    + " files"));
    Files.write(root.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(append("binary", "x"))
        .isEqualTo(ToolOutcome.retry("binary is not UTF-8 text, so it cannot be changed"));
    assertThat(files()).containsExactly("big.txt", "binary");
  }

  @Test
  void missingPermissionIsFinal() throws Exception {
    Path closed = Files.createDirectory(root.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(closed)).as("this user may write anywhere").isFalse();

    assertThat(create("closed/a.txt", "x"))
        .isEqualTo(ToolOutcome.failed("no permission to write \"closed/a.txt\""));
  }

  @Test
  void toolRunsAloneAndAtMostOnce() {
    assertThat(tool.traits().exclusive()).isTrue();
    assertThat(tool.traits().idempotent()).isFalse();
  }

  /// As a loop would: checked first.
  private ToolOutcome run(Tool tool, JsonObject input) throws Exception {
    Ready ready = (Ready) check.check(new ToolInput.Parsed(input));
    return tool.run(new ToolCall(new ToolUseId("u"), tool.spec().name(), ready.input()));
  }

  private ToolOutcome create(String path, String text) throws Exception {
    return run(tool, input("create", path).with("file_text", text));
  }

  private ToolOutcome append(String path, String text) throws Exception {
    return run(tool, input("append", path).with("file_text", text));
  }

  private ToolOutcome replace(String path, JsonObject strings) throws Exception {
    JsonObject input = input("str_replace", path);
    for (String name : strings.names()) {
      input = input.with(name, strings.text(name).orElseThrow());
    }
    return run(tool, input);
  }

  private ToolOutcome insert(String path, int line, String text) throws Exception {
    return run(tool, input("insert", path).with("insert_line", line).with("new_str", text));
  }

  private static JsonObject input(String command, String path) {
    return JsonObject.of("command", command).with("path", path);
  }

  private List<String> files() throws IOException {
    return below(root);
  }

  private void assertOutsideIsUntouched() throws IOException {
    assertThat(below(outside)).containsExactly("secret.txt");
    assertThat(outside.resolve("secret.txt")).hasContent("untouched");
  }

  private static List<String> below(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.skip(1).map(path -> directory.relativize(path).toString()).sorted().toList();
    }
  }
}

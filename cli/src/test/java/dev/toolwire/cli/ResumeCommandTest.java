package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that wait for a person in a file, and go on in another process.
class ResumeCommandTest {

  private static final String POEM = "Write a poem into poem.txt";
  private static final Pattern CALL = Pattern.compile("  (\\S+) fs_write \\{");

  @TempDir private Path root;
  @TempDir private Path elsewhere;
  private Path file = Path.of("set before each test");

  @BeforeEach
  void nameTheFile() {
    file = elsewhere.resolve("run.json");
  }

  @Test
  void anApprovedCallRunsInAnotherProcess() throws IOException {
    var paused = putAway(POEM);

    assertThat(paused.exitCode()).isEqualTo(1);
    assertThat(paused.err())
        .contains("toolwire: no answer: 1 call to be approved first; go on with: toolwire resume ");
    assertThat(root.resolve("poem.txt")).doesNotExist();

    var resumed = resume("--approve", callId(paused));

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.out()).contains("Done.");
    assertThat(Files.readString(root.resolve("poem.txt"))).isNotBlank();
    assertThat(file).doesNotExist();
  }

  @Test
  void anEditedCallRunsAsItWasEdited() throws IOException {
    var id = callId(putAway(POEM));

    var resumed =
        resume("--edit", id + "={\"command\":\"create\",\"path\":\"a.txt\",\"file_text\":\"Ah\"}");

    assertThat(resumed.exitCode()).isZero();
    assertThat(Files.readString(root.resolve("a.txt"))).isEqualTo("Ah");
  }

  @Test
  void aDeclinedCallDoesNotRunAndTheModelIsTold() {
    putAway(POEM);

    var resumed = resume("--decline", "all");

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.out()).contains("error: The user declined this call.");
    assertThat(root.resolve("poem.txt")).doesNotExist();
  }

  @Test
  void nothingRunsWithoutADecisionAndTheFileStays() {
    putAway(POEM);

    var resumed = resume();

    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).contains("toolwire: decisions are needed for the calls [tooluse_");
    assertThat(file).exists();
    assertThat(root.resolve("poem.txt")).doesNotExist();
  }

  @Test
  void anEditThatDoesNotFitRunsNothingAndTheFileStays() {
    var id = callId(putAway(POEM));

    var resumed = resume("--edit", id + "={\"command\":\"burn\",\"path\":\"a\"}");

    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).contains("the edited input of " + id + ": ");
    assertThat(file).exists();
  }

  @Test
  void anEditThatIsNoJsonIsNamed() {
    var id = callId(putAway(POEM));

    var resumed = resume("--edit", id + "={");

    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).contains("toolwire: --edit " + id + ": not JSON: ");
    assertThat(file).exists();
  }

  @Test
  void decisionsThatContradictEachOtherRunNothingAndTheFileStays() {
    var id = callId(putAway(POEM));

    var one = resume("--decline", id, "--approve", id);
    var all = resume("--decline", "all", "--approve", "all");

    assertThat(one.exitCode()).isEqualTo(2);
    assertThat(one.err())
        .contains("--approve " + id + ": another decision is said of this call already; say one");
    assertThat(all.err())
        .contains("--approve all: another decision is said of all calls already; say one");
    assertThat(file).exists();
    assertThat(root.resolve("poem.txt")).doesNotExist();
  }

  @Test
  void whatIsSaidOfOneCallCountsMoreThanWhatIsSaidOfAll() {
    var id = callId(putAway(POEM));

    var resumed = resume("--approve", "all", "--decline", id);

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.out()).contains("error: The user declined this call.");
  }

  @Test
  void aRunIsResumedOnce() {
    putAway(POEM);
    resume("--approve", "all");

    var again = resume("--approve", "all");

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).startsWith("toolwire: there is no file " + file + "; ");
  }

  @Test
  void aRunThatMetALimitGoesOnWithMore() {
    var limited =
        Typed.words(
                "ask",
                "--max-rounds",
                "1",
                "--put-away",
                file.toString(),
                "Which song is the most popular on WZPZ?")
            .run();
    assertThat(limited.exitCode()).isEqualTo(1);

    var resumed = resume("--show", "answer");

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.out()).contains("Elemental Hotel");
  }

  @Test
  void programsAreToldWhichCallsWait() {
    var paused = putAway(POEM, "--json");

    var document = JsonObject.parse(paused.out()).toNode();
    assertThat(document.path("outcome").asString()).isEqualTo("paused");
    assertThat(document.path("waiting").path(0).path("input").path("path").asString())
        .isEqualTo("poem.txt");
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    Files.writeString(file, "precious");

    var result = putAway(POEM);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo("precious");
  }

  @Test
  void aFileThatHoldsNoRunIsOneLine() throws IOException {
    Files.writeString(file, "{\"version\": 2}");

    assertThat(resume().err())
        .isEqualTo(
            "toolwire: "
                + file
                + ": not a run of version 1 that 'toolwire ask --put-away' wrote; see 'toolwire"
                + " resume --help'\n");
  }

  private Typed.Result putAway(String question, String... more) {
    var words = new ArrayList<>(List.of("ask", "--root", root.toString(), "--approve", "fs_write"));
    words.addAll(List.of("--put-away", file.toString()));
    words.addAll(List.of(more));
    words.add(question);
    return Typed.words(words.toArray(String[]::new)).run();
  }

  private Typed.Result resume(String... decisions) {
    var words = new ArrayList<>(List.of("resume"));
    words.addAll(List.of(decisions));
    words.add(file.toString());
    return Typed.words(words.toArray(String[]::new)).run();
  }

  private static String callId(Typed.Result paused) {
    Matcher call = CALL.matcher(paused.err());
    assertThat(call.find()).as(paused.err()).isTrue();
    return call.group(1);
  }
}

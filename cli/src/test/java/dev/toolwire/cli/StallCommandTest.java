package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On simulated models and in real time, so that no verdict of so few runs is asserted.
class StallCommandTest {

  private static final String MODEL = "simulator:toolwire.stall-buffered-v1:0";

  @TempDir private Path folder;
  private String out;

  @BeforeEach
  void namePlace() {
    out = folder.resolve("campaign").toString();
  }

  @Test
  void aCampaignLeavesItsRecordingItsFiguresAndItsReport() throws IOException {
    Typed.Result result = small().run();

    assertThat(result.err())
        .contains("toolwire: 1 routes, 0 of 4 runs, 600 characters to be written")
        .contains("4 of 4 runs")
        .contains("the report is in");
    assertThat(result.out()).contains("VERDICT").contains(MODEL).contains("messages");
    assertThat(Files.readString(folder.resolve("campaign/stall.jsonl")))
        .startsWith(
            "{\"campaign\":\"stall\",\"seed\":1,\"routes\":[{\"model\":\"%s\",\"strategy\":\"messages\"}]"
                .formatted(MODEL))
        .contains("\"kind\":\"tool_input_delta\"");
    assertThat(Files.readString(folder.resolve("campaign/stall.csv")))
        .startsWith("timestamp,implementation,input_size,tool_time_seconds,")
        .hasLineCount(5);
    assertThat(folder.resolve("campaign/report.html")).isNotEmptyFile();
  }

  @Test
  void aCampaignIsNotBegunTwiceButGoneOnWith() {
    small().run();

    assertThat(small().run().err()).contains("holds a recording; go on with it by --resume");
    assertThat(Typed.words("stall", "--out", out, "--resume").run().err())
        .contains("4 of 4 runs, 0 characters");
  }

  @Test
  void recordingsAreReportedAndAdvisedOnAgain() {
    small().run();
    String recording = folder.resolve("campaign/stall.jsonl").toString();
    String report = folder.resolve("both.html").toString();

    Typed.Result reported =
        Typed.words("stall", "report", recording, recording, "-o", report).run();
    Typed.Result advised =
        Typed.words("stall", "advise", recording, "--size", "200", "--idle-limit", "30").run();

    Typed.Result ofOthers =
        Typed.words(
                "stall", "advise", recording, "--size", "1", "--idle-limit", "1", "-m", "nobody")
            .run();

    assertThat(reported.exitCode()).isZero();
    assertThat(ofOthers.exitCode()).isEqualTo(2);
    assertThat(ofOthers.err())
        .startsWith("toolwire: no recorded model has 'nobody' in its name; there are " + MODEL);
    assertThat(reported.out().lines().filter(line -> line.startsWith(MODEL))).hasSize(2);
    assertThat(Path.of(report)).isNotEmptyFile();
    assertThat(advised.out())
        .startsWith(MODEL + " by messages is the best for inputs of 200 characters")
        .contains("yes");
  }

  /// A key can be set and the same typed again: nothing is in its way then.
  @Test
  void aCampaignThatCannotBeginLeavesNothingBehind() {
    var noKey = stall("--out", out, "--model", "anthropic:claude-sonnet-4-5");

    assertThat(noKey.exitCode()).isEqualTo(1);
    assertThat(noKey.err()).contains("ANTHROPIC_API_KEY");
    assertThat(stall("--out", out, "--piece-size", "0").err())
        .contains("--piece-size is 0, expected 1 or more");
    assertThat(stall("--out", out, "--parallel", "0").err())
        .contains("--parallel is 0, expected 1 or more");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void mistakesAreToldBeforeAnythingIsAsked() {
    assertThat(stall("--sizes", "5x").err()).contains("'5x' is no size");
    assertThat(stall("--strategies", "smoke").err())
        .contains("unknown strategy 'smoke', expected one of converse, converse-eager");
    assertThat(stall("--model", "openai:gpt-4o", "--strategies", "messages").err())
        .contains("none of these strategies asks openai:gpt-4o; there are chat");
    assertThat(stall("--model", "simulator:gpt-4o").err())
        .contains("no simulated model 'gpt-4o' stalls by rule; there are toolwire.stall-streamed");
    assertThat(stall("--resume").err()).contains("--resume needs --out");
    assertThat(stall("--out", out, "--resume").err()).contains("holds no campaign to go on with");
    assertThat(Typed.words("stall", "advise", out, "--size", "1k", "--idle-limit", "0").run().err())
        .isEqualTo(
            "toolwire: --idle-limit is 0, expected 1 or more; see 'toolwire stall advise --help'\n");
    assertThat(stall("--shapes", "round").err())
        .contains("expected one of one, halves, tenths, got 'round'");
  }

  private static Typed.Result stall(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "stall";
    System.arraycopy(words, 0, all, 1, words.length);
    Typed.Result result = Typed.words(all).run();
    assertThat(result.exitCode()).as(String.join(" ", all)).isNotZero();
    assertThat(result.err().lines()).singleElement().asString().doesNotContain("defect");
    assertThat(result.err().contains("; see 'toolwire stall --help'"))
        .isEqualTo(result.exitCode() == 2);
    return result;
  }

  private Typed small() {
    return Typed.words(
        "stall",
        "--model",
        MODEL,
        "--strategies",
        "messages",
        "--sizes",
        "100,200",
        "--shapes",
        "one",
        "--repeats",
        "1",
        "--out",
        out);
  }
}

package dev.toolwire.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.wire.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final List<Scenario> ECHO = List.of(Comparing.echo());

  @TempDir private Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private final Transport simulator = Comparing.simulator().transport();
  private final Entrant counted =
      Comparing.live(request -> {
        asked.incrementAndGet();
        return simulator.open(request);
      });

  @Test
  void whatIsFinishedIsNotDoneAgain() {
    List<RunRecord> first = compare(counted, 2, false);
    int before = asked.get();

    List<RunRecord> all = compare(counted, 5, true);

    assertThat(all).hasSize(5).startsWith(first.toArray(RunRecord[]::new));
    assertThat(asked.get()).isEqualTo(before / 2 * 5);
  }

  @Test
  void aFolderWithRunsIsNotBegunAnewByMistake() {
    compare(counted, 2, false);

    assertThatThrownBy(() -> RunFolder.open(folder, ECHO, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder + " holds 2 runs already; resume them, or name another folder");
  }

  @Test
  void runsThatTheNetworkBrokeAreDoneAgain() {
    compare(Comparing.live(Comparing.broken("reset")), 2, false);

    List<RunRecord> all = compare(counted, 2, true);

    assertThat(asked.get()).isPositive();
    assertThat(all).allSatisfy(run -> assertThat(run.rounds()).isEqualTo(2));
  }

  @Test
  void theFileMayEndAtAnyByte() throws IOException {
    compare(counted, 3, false);
    byte[] runs = Files.readAllBytes(folder.resolve("runs.jsonl"));
    byte[] wire = Files.readAllBytes(folder.resolve("wire.jsonl"));
    List<RunRecord> whole = compare(counted, 3, true);

    for (int end = runs.length - 1; end > runs.length - 600; end -= 37) {
      Files.write(folder.resolve("runs.jsonl"), Arrays.copyOf(runs, end));
      Files.write(folder.resolve("wire.jsonl"), Arrays.copyOf(wire, wire.length - 5));

      List<RunRecord> all = compare(counted, 3, true);

      assertThat(all.subList(0, 2)).isEqualTo(whole.subList(0, 2));
      assertThat(all).hasSize(3);
    }
  }

  @Test
  void otherExpectationsAreJudgedAnewAndOtherQuestionsAreRefused() {
    compare(counted, 1, false);
    Scenario stricter = scenario(Comparing.ECHO.replace("number: 42", "number: 41"));
    Scenario other = scenario(Comparing.ECHO.replace("6 times 7?", "6 times 7, please?"));

    try (RunFolder kept = RunFolder.open(folder, List.of(stricter), true)) {
      Comparison judged =
          Comparison.of(List.of(stricter), List.of(counted.name()), kept.finished().values());
      assertThat(judged.models().getFirst().passed()).hasToString("0/1");
    }
    assertThatThrownBy(() -> RunFolder.open(folder, List.of(other), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("what is asked in the scenario echo has changed since " + folder);
  }

  @Test
  void aFileOfSomethingElseIsNamedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("runs.jsonl"), "{\"run\":\"began\"}\n");

    assertThatThrownBy(() -> RunFolder.open(folder, ECHO, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(folder.resolve("runs.jsonl") + ", line 1: ");
  }

  @Test
  void aRecordingIsPlayedWithoutAskingAnybody() {
    List<RunRecord> recorded = compare(counted, 3, false);
    int before = asked.get();
    RecordedModels models = new RecordedModels(RunFolder.tapes(folder));

    ComparedRuns played =
        ComparisonRunner.of(Comparing.plan(models.of(counted), 3)).atMost(3).run(_ -> {});

    assertThat(played.runs()).isEqualTo(recorded);
    assertThat(asked.get()).isEqualTo(before);
    assertThat(models.refusals()).isEmpty();
  }

  @Test
  void aQuestionThatWasNotRecordedIsRefusedWithTheDifference() {
    compare(counted, 1, false);
    RecordedModels models = new RecordedModels(RunFolder.tapes(folder));
    Scenario other = scenario(Comparing.ECHO.replace("6 times 7?", "6 times 8?"));
    Entrant entrant = models.of(counted);

    ComparedRuns played =
        ComparisonRunner.of(
                List.of(new PlannedRun(other, entrant, 1), new PlannedRun(other, entrant, 2)))
            .run(_ -> {});

    assertThat(models.refusals())
        .containsExactly(
            """
            a request is not in the recording of echo/anthropic:echo-1/1; it differs from request 1 of 2 in
              /messages/0/content/0/text: recorded "What is 6 times 7?", now "What is 6 times 8?\"\
            """,
            "there is no recording of echo/anthropic:echo-1/2");
    assertThat(played.runs())
        .allSatisfy(
            run -> assertThat(run.turns().getLast().ending().kind().isTheModels()).isFalse());
  }

  @Test
  void aFolderWithoutARecordingIsTold() {
    assertThatThrownBy(() -> RunFolder.tapes(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no recording in " + folder + ", no wire.jsonl");
  }

  private static Scenario scenario(String yaml) {
    return Scenario.read("echo.yaml", yaml).getFirst();
  }

  private List<RunRecord> compare(Entrant entrant, int trials, boolean resume) {
    try (RunFolder kept = RunFolder.open(folder, ECHO, resume)) {
      return ComparisonRunner.of(Comparing.plan(entrant, trials)).keptIn(kept).run(_ -> {}).runs();
    }
  }
}

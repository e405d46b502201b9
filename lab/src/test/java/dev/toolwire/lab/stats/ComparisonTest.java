package dev.toolwire.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.judge.CallRecord;
import dev.toolwire.lab.judge.Ending;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.judge.RoundRecord;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.TurnRecord;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.rescue.Provenance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final List<Scenario> SCENARIOS =
      Scenario.read(
          "test.yaml",
          """
          scenario: one
          tools: [ { name: go, input: { properties: { to: { type: string } }, required: [to] }, result: gone } ]
          user: Go.
          expect: { calls: go, answer: gone }
          ---
          scenario: two
          user: Say yes.
          expect: { answer: "yes" }
          """);

  private static RunRecord run(
      String scenario, String model, int trial, Ending ending, String answer, CallRecord... calls) {
    List<RoundRecord> rounds = new ArrayList<>();
    for (CallRecord call : calls) {
      rounds.add(new RoundRecord(Duration.ZERO, Duration.ZERO, Duration.ZERO, "", List.of(call)));
    }
    rounds.add(new RoundRecord(Duration.ZERO, Duration.ZERO, Duration.ZERO, answer, List.of()));
    return new RunRecord(
        scenario,
        model,
        trial,
        false,
        Instant.EPOCH,
        List.of(new TurnRecord("?", rounds, ending, new Usage(10, 5), Duration.ofMillis(trial))),
        Optional.of(new BigDecimal("0.25")));
  }

  private static CallRecord call(boolean fits, boolean rescued) {
    return new CallRecord(
        "c",
        "go",
        new ToolInput.Parsed(JsonObject.of("to", fits ? "x" : 1)),
        fits ? Optional.of(JsonObject.of("to", "x")) : Optional.empty(),
        List.of(),
        rescued ? Optional.of(new Provenance("json", "marked", List.of())) : Optional.empty(),
        !fits,
        fits ? "gone" : "go was not run",
        Duration.ZERO,
        Duration.ZERO);
  }

  private static final List<RunRecord> RUNS =
      List.of(
          run("one", "good", 1, Ending.ANSWERED, "gone", call(true, false)),
          run("one", "good", 2, Ending.ANSWERED, "gone", call(true, false)),
          run("two", "good", 1, Ending.ANSWERED, "yes"),
          run("two", "good", 2, Ending.ANSWERED, "yes"),
          run("one", "poor", 1, Ending.ANSWERED, "gone", call(false, false), call(true, true)),
          run("one", "poor", 2, Ending.ANSWERED, "stayed"),
          run("two", "poor", 1, Ending.ANSWERED, "no"),
          run("two", "poor", 2, new Ending(Ending.Kind.INFRASTRUCTURE, "HTTP 503"), ""));

  private static final Comparison COMPARISON =
      Comparison.of(SCENARIOS, List.of("good", "poor"), RUNS);

  @Test
  void whatCannotBeJudgedCountsForNothing() {
    ModelSummary poor = COMPARISON.models().getLast();

    assertThat(poor.passed()).isEqualTo(new Proportion(1, 3));
    assertThat(poor.unjudged()).isEqualTo(1);
    assertThat(poor.usage()).isEqualTo(new Usage(30, 15));
    assertThat(poor.cost()).hasValue(new BigDecimal("0.75"));
    assertThat(poor.rounds()).isEqualTo(5);
    assertThat(COMPARISON.cells().getLast().passed()).isEqualTo(new Proportion(0, 1));
  }

  @Test
  void callsAreCounted() {
    ModelSummary poor = COMPARISON.models().getLast();

    assertThat(poor.firstTries()).isEqualTo(new Proportion(0, 1));
    assertThat(poor.rescued()).isEqualTo(new Proportion(1, 2));
    assertThat(poor.repaired()).isEqualTo(new Proportion(0, 2));
    assertThat(poor.reasons())
        .containsEntry(Reason.Kind.WRONG_ANSWER, 2)
        .containsEntry(Reason.Kind.RESCUED_CALL, 1)
        .doesNotContainKey(Reason.Kind.INFRASTRUCTURE);
  }

  @Test
  void theStandingFollowsFromTheRuns() {
    assertThat(COMPARISON.models())
        .extracting(ModelSummary::standing)
        .containsExactly(Standing.RELIABLE, Standing.FLAKY);
    assertThat(COMPARISON.models().getFirst().clean()).isEqualTo(new Proportion(4, 4));
    assertThat(COMPARISON.models().getLast().clean()).isEqualTo(new Proportion(0, 3));
  }

  @Test
  void passPowersGoAsFarAsEveryScenarioHasTrials() {
    assertThat(COMPARISON.models().getFirst().passPowers())
        .extracting(PassPower::k)
        .containsExactly(1, 2);
    assertThat(COMPARISON.models().getLast().passPowers())
        .singleElement()
        .satisfies(power -> assertThat(power.value()).isCloseTo(0.25, within(1e-12)));
  }

  @Test
  void pairsAreTrialsThatBothPlayed() {
    assertThat(COMPARISON.pairs())
        .containsExactly(new ModelPair("good", "poor", new PairedTest(1, 2, 0, 0)));
  }

  @Test
  void theOrderOfTheRunsDoesNotMatter() {
    List<RunRecord> shuffled = new ArrayList<>(RUNS);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(Comparison.of(SCENARIOS, List.of("good", "poor"), shuffled)).isEqualTo(COMPARISON);
    assertThat(COMPARISON.runs())
        .extracting(run -> run.run().key())
        .containsExactlyElementsOf(RUNS.stream().map(RunRecord::key).toList());
  }

  @Test
  void aModelThatHasNotBeenAskedIsUnknown() {
    ModelSummary nobody =
        Comparison.of(SCENARIOS, List.of("nobody"), List.of()).models().getFirst();

    assertThat(nobody.standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(nobody.latency()).isEmpty();
    assertThat(nobody.cost()).isEmpty();
    assertThat(nobody.passPowers()).isEmpty();
  }

  @Test
  void aStrangersRunIsRefused() {
    assertThatThrownBy(() -> Comparison.of(SCENARIOS, List.of("good"), RUNS))
        .hasMessage("one/poor/1 is a run of another comparison, or is there twice");
    assertThatThrownBy(() ->
            Comparison.of(SCENARIOS, List.of("good"), List.of(RUNS.getFirst(), RUNS.getFirst())))
        .hasMessageContaining("one/good/1");
  }
}

package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Usage;
import dev.toolwire.lab.judge.Ending.Kind;
import dev.toolwire.lab.judge.Verdict.Grade;
import dev.toolwire.lab.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which recordings can be judged at all.
class JudgeTest {

  private static final Scenario GREETING =
      Scenario.read(
              "greeting.yaml",
              """
              scenario: greeting
              turns:
                - user: Hello
                - user: And goodbye
              """)
          .getFirst();

  private static final Ending CUT = new Ending(Kind.INFRASTRUCTURE, "connection reset");

  private static RunRecord run(String scenario, int trial, Ending... endings) {
    List<TurnRecord> turns =
        List.of(endings).stream()
            .map(ending -> new TurnRecord("Hello", rounds(), ending, Usage.NONE, Duration.ZERO))
            .toList();
    return new RunRecord(
        scenario, "simulator:m", trial, false, Instant.EPOCH, turns, Optional.empty());
  }

  private static List<RoundRecord> rounds() {
    return List.of(
        new RoundRecord(Duration.ZERO, Duration.ZERO, Duration.ZERO, "Hello!", List.of()));
  }

  @Test
  void aRunWithAllItsTurnsPasses() {
    RunRecord run = run("greeting", 1, Ending.ANSWERED, Ending.ANSWERED);

    assertThat(Judge.judge(GREETING, run)).isEqualTo(new Verdict(Grade.PASSED, List.of()));
  }

  @Test
  void whatBrokeIsNamedWithItsTurn() {
    assertThat(Judge.judge(GREETING, run("greeting", 1, Ending.ANSWERED, CUT)))
        .isEqualTo(
            new Verdict(
                Grade.UNJUDGED,
                List.of(new Reason(Reason.Kind.INFRASTRUCTURE, 2, 0, "", "connection reset"))));
  }

  @Test
  void aRecordingThatEndsTooSoonIsNotJudged() {
    Verdict verdict = Judge.judge(GREETING, run("greeting", 1, Ending.ANSWERED));

    assertThat(verdict.grade()).isEqualTo(Grade.UNJUDGED);
    assertThat(verdict.reasons())
        .containsExactly(
            new Reason(Reason.Kind.INFRASTRUCTURE, 2, 0, "", "the recording ends before turn 2"));
  }

  @Test
  void aRunOfAnotherScenarioIsRefused() {
    assertThatThrownBy(() -> Judge.judge(GREETING, run("farewell", 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "farewell/simulator:m/3 with 0 turns is no run of the scenario greeting with 2");
    RunRecord longer = run("greeting", 1, Ending.ANSWERED, Ending.ANSWERED, Ending.ANSWERED);
    assertThatThrownBy(() -> Judge.judge(GREETING, longer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("with 3 turns");
  }

  @Test
  void trialsCountFromOne() {
    assertThatThrownBy(() -> run("greeting", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trials count from 1, got 0");
  }
}

package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.judge.Reason.Weight;
import dev.toolwire.lab.judge.Verdict.Grade;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The grade follows from the reasons.
class VerdictTest {

  private static final Reason FAILURE = reason(Kind.WRONG_ANSWER);
  private static final Reason FLAW = reason(Kind.RESCUED_CALL);
  private static final Reason NOTE = reason(Kind.TOOL_ERROR);

  private static Reason reason(Kind kind) {
    return new Reason(kind, 1, 1, "", "because");
  }

  @Test
  void oneFailureFailsARun() {
    Verdict verdict = Verdict.of(List.of(NOTE, FLAW, FAILURE));

    assertThat(verdict.grade()).isEqualTo(Grade.FAILED);
    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void aFlawLeavesItPassedButNotClean() {
    Verdict verdict = Verdict.of(List.of(FLAW, NOTE));

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void aNoteLeavesItClean() {
    assertThat(Verdict.of(List.of(NOTE)).isClean()).isTrue();
    assertThat(Verdict.of(List.of()).isClean()).isTrue();
  }

  @Test
  void anUnjudgedRunHasNotPassed() {
    Verdict verdict = new Verdict(Grade.UNJUDGED, List.of(reason(Kind.INFRASTRUCTURE)));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void reasonsCanBeAskedForByWeight() {
    Verdict verdict = Verdict.of(List.of(FAILURE, FLAW, NOTE, FLAW));

    assertThat(verdict.reasons(Weight.FAILURE)).containsExactly(FAILURE);
    assertThat(verdict.reasons(Weight.FLAW)).containsExactly(FLAW, FLAW);
    assertThat(verdict.reasons(Weight.NOTE)).containsExactly(NOTE);
  }

  @Test
  void aGradeThatDoesNotFollowIsRefused() {
    assertThatThrownBy(() -> new Verdict(Grade.PASSED, List.of(FAILURE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("PASSED does not follow from");
    assertThatThrownBy(() -> new Verdict(Grade.FAILED, List.of(FLAW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("FAILED does not follow from");
  }
}

package dev.toolwire.lab.judge;

import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.scenario.AnswerMatcher;
import dev.toolwire.lab.scenario.Expectation.Rounds;
import java.util.ArrayList;
import java.util.List;

/// Did it come to an answer, to the right one, and in how many rounds?
final class FinalAnswer {

  private FinalAnswer() {}

  static List<Reason> reasons(Played played) {
    List<Reason> reasons = new ArrayList<>(rounds(played));
    Ending ending = played.turn().ending();
    int last = played.turn().rounds().size();
    String answer = played.turn().answer();
    if (ending.kind() != Ending.Kind.ANSWERED) {
      reasons.add(played.because(Kind.NO_ANSWER, last, noAnswer(ending)));
    } else if (answer.isBlank()) {
      reasons.add(played.because(Kind.NO_ANSWER, last, "the answer has no text"));
    } else {
      for (AnswerMatcher matcher : played.expected().answer()) {
        matcher
            .objection(answer)
            .ifPresent(words ->
                reasons.add(
                    played.because(Kind.WRONG_ANSWER, last, "the answer is wrong: " + words)));
      }
    }
    return reasons;
  }

  private static String noAnswer(Ending ending) {
    return switch (ending.kind()) {
      case LIMITED -> "there is no answer: it reached the limit of " + ending.words();
      case STOPPED -> "there is no answer: the model stopped with " + ending.words();
      default -> "there is no answer: " + ending.words();
    };
  }

  private static List<Reason> rounds(Played played) {
    Rounds expected = played.expected().rounds();
    int rounds = played.turn().rounds().size();
    if (rounds > expected.most()) {
      return List.of(
          played.because(
              Kind.TOO_MANY_ROUNDS,
              rounds,
              "it took %s, expected at most %d".formatted(counted(rounds), expected.most())));
    }
    boolean ended = played.turn().ending().kind() == Ending.Kind.ANSWERED;
    return ended && rounds < expected.least()
        ? List.of(
            played.because(
                Kind.TOO_FEW_ROUNDS,
                rounds,
                "it took %s, expected at least %d".formatted(counted(rounds), expected.least())))
        : List.of();
  }

  private static String counted(int rounds) {
    return rounds == 1 ? "1 round" : rounds + " rounds";
  }
}

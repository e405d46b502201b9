package dev.toolwire.lab.judge;

import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.scenario.ExpectedCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What became of errors: were they overcome, and if not, was it tried?
final class Recovery {

  private final Played played;
  private final Set<String> needed = new HashSet<>();
  private final List<Reason> reasons = new ArrayList<>();

  private Recovery(Played played, Assignment assignment) {
    this.played = played;
    needed.addAll(played.expected().recovers());
    List<ExpectedCall> expected = played.expected().calls();
    for (int i = 0; i < expected.size(); i++) {
      if (assignment.made(i).isEmpty()) {
        needed.add(expected.get(i).tool());
      }
    }
  }

  static List<Reason> reasons(Played played, Assignment assignment) {
    Recovery recovery = new Recovery(played, assignment);
    Set<String> tools = new LinkedHashSet<>(played.expected().recovers());
    played.made().forEach(made -> tools.add(made.tool()));
    tools.forEach(recovery::look);
    return recovery.reasons;
  }

  private void look(String tool) {
    List<Made> calls = played.made().stream().filter(made -> made.tool().equals(tool)).toList();
    if (calls.isEmpty()) {
      reasons.add(played.because(Kind.MISSING_CALL, 0, tool + " was never called"));
      return;
    }
    calls.stream()
        .filter(made -> made.call().isError() && !made.call().isRefused())
        .forEach(made ->
            reasons.add(
                played.because(
                    Kind.TOOL_ERROR, made, tool + " answered with an error: " + firstLine(made))));
    calls.stream()
        .filter(made -> !made.succeeded())
        .findFirst()
        .ifPresent(failed -> outcome(tool, failed, calls));
  }

  /// What followed the first error of a tool.
  private void outcome(String tool, Made failed, List<Made> calls) {
    List<Made> later = calls.stream().filter(failed::isBefore).toList();
    Optional<Made> success = later.stream().filter(Made::succeeded).findFirst();
    if (success.isPresent()) {
      reasons.add(
          played.because(
              Kind.RECOVERED,
              success.get(),
              "%s failed in round %d and succeeded in round %d"
                  .formatted(tool, failed.round(), success.get().round())));
    } else if (needed.contains(tool)) {
      boolean gaveUp = later.isEmpty() && played.turn().ending().kind() == Ending.Kind.ANSWERED;
      reasons.add(
          gaveUp
              ? played.because(
                  Kind.GAVE_UP,
                  failed,
                  "after the error of %s in round %d it made no further attempt"
                      .formatted(tool, failed.round()))
              : played.because(
                  Kind.NOT_RECOVERED,
                  failed,
                  "%s failed in round %d and never succeeded after that"
                      .formatted(tool, failed.round())));
    }
  }

  private static String firstLine(Made made) {
    return made.call().result().lines().findFirst().orElse("(no text)");
  }
}

package dev.toolwire.lab.judge;

import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.scenario.Expectation.Order;
import dev.toolwire.lab.scenario.ExpectedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Were the expected calls made, with the right arguments, and when they should be?
final class ExpectedCalls {

  private final Played played;
  private final Assignment assignment;
  private final List<ExpectedCall> expected;
  private final Set<Made> misfits = new HashSet<>();
  private final List<Reason> reasons = new ArrayList<>();

  ExpectedCalls(Played played, Assignment assignment) {
    this.played = played;
    this.assignment = assignment;
    this.expected = played.expected().calls();
    for (int i = 0; i < expected.size(); i++) {
      if (assignment.made(i).isEmpty()) {
        reasons.add(missing(i));
      }
    }
    order();
    together();
  }

  List<Reason> reasons() {
    return reasons;
  }

  /// Calls that were meant for an expected one and differ from it.
  Set<Made> misfits() {
    return misfits;
  }

  private Reason missing(int index) {
    ExpectedCall wanted = expected.get(index);
    Optional<Made> nearest = nearest(index);
    if (nearest.isEmpty()) {
      return played.because(Kind.MISSING_CALL, 0, wanted + " was never " + verb(wanted.tool()));
    }
    Made made = nearest.get();
    misfits.add(made);
    CallFit fit = assignment.fit(index, made).orElseThrow();
    Kind kind = fit.wrong().isEmpty() ? Kind.INVENTED_ARGUMENTS : Kind.WRONG_ARGUMENTS;
    return played.because(kind, made, "In " + wanted.tool() + ", " + fit.words());
  }

  private String verb(String tool) {
    List<Made> tries = played.made().stream().filter(made -> made.tool().equals(tool)).toList();
    if (tries.isEmpty() || tries.stream().anyMatch(Made::succeeded)) {
      return "called";
    }
    return tries.stream().allMatch(made -> made.call().isRefused())
        ? "called with an input that fits its schema"
        : "called with success";
  }

  /// The call that is most like the expected one and is nothing else.
  private Optional<Made> nearest(int index) {
    List<Made> candidates = new ArrayList<>();
    for (int call = 0; call < played.made().size(); call++) {
      Made made = played.made().get(call);
      if (made.succeeded()
          && !assignment.isExpected(call)
          && !misfits.contains(made)
          && made.tool().equals(expected.get(index).tool())) {
        candidates.add(made);
      }
    }
    return candidates.stream()
        .min(
            Comparator.comparingInt(
                made -> assignment.fit(index, made).map(CallFit::differences).orElseThrow()));
  }

  private void order() {
    for (int i = 0; i < expected.size(); i++) {
      Optional<Made> made = assignment.made(i);
      for (int needed : assignment.before(i)) {
        Optional<Made> first = assignment.made(needed);
        if (made.isPresent() && first.isPresent() && made.get().round() <= first.get().round()) {
          reasons.add(
              played.because(
                  Kind.WRONG_ORDER,
                  made.get(),
                  "%s came in round %d, but belongs after the result of %s, which came in round %d"
                      .formatted(
                          expected.get(i),
                          made.get().round(),
                          expected.get(needed),
                          first.get().round())));
        }
      }
    }
  }

  private void together() {
    if (played.expected().order() == Order.PARALLEL) {
      if (assignment.isComplete() && rounds() > 1) {
        reasons.add(
            played.because(
                Kind.NOT_PARALLEL,
                0,
                "the %d calls came in %d rounds, expected in one"
                    .formatted(expected.size(), rounds())));
      }
      return;
    }
    for (int later = 1; later < expected.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (couldBeTogether(earlier, later)) {
          reasons.add(
              played.because(
                  Kind.ONE_AT_A_TIME,
                  assignment.made(later).orElseThrow(),
                  "%s and %s do not need each other and could have been called in one round"
                      .formatted(expected.get(earlier), expected.get(later))));
          return;
        }
      }
    }
  }

  private long rounds() {
    return IntStream.range(0, expected.size())
        .mapToObj(assignment::made)
        .flatMap(Optional::stream)
        .map(Made::round)
        .distinct()
        .count();
  }

  /// Both were made, in different rounds, and neither needs the other nor waited for an error.
  private boolean couldBeTogether(int one, int other) {
    Optional<Made> first = assignment.made(one);
    Optional<Made> second = assignment.made(other);
    return first.isPresent()
        && second.isPresent()
        && first.get().round() != second.get().round()
        && assignment.due(one) == assignment.due(other)
        && !assignment.areTied(one, other)
        && !wasTriedBefore(first.get())
        && !wasTriedBefore(second.get());
  }

  private boolean wasTriedBefore(Made made) {
    return played.made().stream()
        .anyMatch(earlier ->
            earlier.isBefore(made) && earlier.tool().equals(made.tool()) && !earlier.succeeded());
  }
}

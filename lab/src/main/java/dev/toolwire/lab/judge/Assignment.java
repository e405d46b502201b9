package dev.toolwire.lab.judge;

import dev.toolwire.lab.scenario.Expectation;
import dev.toolwire.lab.scenario.Expectation.Order;
import dev.toolwire.lab.scenario.ExpectedCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which call that was made is which call that was expected: as many as can be, each once. Of two
/// that would do, the one that comes when it should, and then the earlier one.
final class Assignment {

  private static final int NOBODY = -1;

  private final Played played;
  private final List<ExpectedCall> expected;

  /// By expected call, the expected calls that must come before it.
  private final List<Set<Integer>> before = new ArrayList<>();

  /// By call that was made, the expected one that it is.
  private final int[] meaning;

  private Assignment(Played played, Predicate<Made> counts) {
    this.played = played;
    this.expected = played.expected().calls();
    this.meaning = new int[played.made().size()];
    Arrays.fill(meaning, NOBODY);
    for (int i = 0; i < expected.size(); i++) {
      before.add(prerequisites(played.expected(), i));
    }
    for (int i = 0; i < expected.size(); i++) {
      assign(i, counts, new HashSet<>());
    }
  }

  static Assignment of(Played played) {
    if (played.expected().order() == Order.PARALLEL) {
      for (int round = 1; round <= played.turn().rounds().size(); round++) {
        int only = round;
        Assignment together = new Assignment(played, made -> made.round() == only);
        if (together.isComplete()) {
          return together;
        }
      }
    }
    return new Assignment(played, _ -> true);
  }

  private static Set<Integer> prerequisites(Expectation expectation, int index) {
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < index; i++) {
      if (expectation.calls().get(index).after().contains(expectation.calls().get(i).id())) {
        all.add(i);
      }
    }
    if (expectation.order() == Order.SEQUENTIAL && index > 0) {
      all.add(index - 1);
    }
    return all;
  }

  /// Finds a call for `index`, moving others to calls that do for them as well (Kuhn's algorithm).
  private boolean assign(int index, Predicate<Made> counts, Set<Integer> tried) {
    int due = due(index);
    List<Integer> fitting =
        IntStream.range(0, meaning.length)
            .filter(call -> counts.test(played.made().get(call)) && fits(index, call))
            .boxed()
            .sorted(Comparator.comparing(call -> played.made().get(call).round() < due))
            .toList();
    for (int call : fitting) {
      if (tried.add(call) && (meaning[call] == NOBODY || assign(meaning[call], counts, tried))) {
        meaning[call] = index;
        return true;
      }
    }
    return false;
  }

  private boolean fits(int index, int call) {
    Made made = played.made().get(call);
    return made.succeeded() && fit(index, made).filter(CallFit::isFull).isPresent();
  }

  /// How `made` differs from an expected call; empty if it is a call of another tool.
  Optional<CallFit> fit(int index, Made made) {
    ExpectedCall wanted = expected.get(index);
    return played
        .tools()
        .input(wanted.tool())
        .filter(_ -> made.tool().equals(wanted.tool()))
        .map(input -> CallFit.of(wanted, made.call().arguments(), input));
  }

  /// The first round in which the results are there that an expected call needs; past all rounds if
  /// one of them never comes.
  int due(int index) {
    return before.get(index).stream()
        .mapToInt(needed -> made(needed).map(made -> made.round() + 1).orElse(Integer.MAX_VALUE))
        .max()
        .orElse(1);
  }

  /// The call that is the expected one, if it was made.
  Optional<Made> made(int index) {
    OptionalInt call =
        IntStream.range(0, meaning.length).filter(i -> meaning[i] == index).findFirst();
    return call.isPresent() ? Optional.of(played.made().get(call.getAsInt())) : Optional.empty();
  }

  /// Whether this call, as the n-th that was made, is an expected one.
  boolean isExpected(int call) {
    return meaning[call] != NOBODY;
  }

  boolean isComplete() {
    return IntStream.range(0, expected.size()).allMatch(index -> made(index).isPresent());
  }

  /// The expected calls that must come before this one.
  Set<Integer> before(int index) {
    return before.get(index);
  }

  /// Whether one of the two needs the result of the other.
  boolean areTied(int one, int other) {
    return before.get(one).contains(other) || before.get(other).contains(one);
  }
}

package dev.toolwire.lab.judge;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.scenario.ExpectedCall;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How were the calls made: as calls, with inputs that fit, and no more of them than are needed?
final class Conduct {

  private final Played played;
  private final Assignment assignment;
  private final Set<Made> misfits;
  private final List<Reason> reasons = new ArrayList<>();

  Conduct(Played played, Assignment assignment, Set<Made> misfits) {
    this.played = played;
    this.assignment = assignment;
    this.misfits = misfits;
  }

  List<Reason> reasons() {
    for (int call = 0; call < played.made().size(); call++) {
      Made made = played.made().get(call);
      form(made);
      if (!assignment.isExpected(call) && !Restraint.isForbidden(played, made)) {
        need(call, made);
      }
    }
    UnreadCalls.in(played)
        .forEach((round, what) ->
            reasons.add(played.because(Kind.UNREAD_CALL, round, "nobody ran " + what)));
    return reasons;
  }

  private void form(Made made) {
    CallRecord call = made.call();
    if (!played.declares(made.tool())) {
      add(Kind.UNKNOWN_TOOL, made, "there is no tool " + made.tool());
    } else if (call.isRefused()) {
      add(Kind.INVALID_ARGUMENTS, made, problem(call));
    }
    if (call.isRepaired()) {
      add(Kind.REPAIRED_CALL, made, "the call of " + made.tool() + " was mended: " + repairs(call));
    }
    if (call.rescued().isPresent() && !played.prompted()) {
      add(
          Kind.RESCUED_CALL,
          made,
          "the call of %s was found in the text, in the format %s"
              .formatted(made.tool(), call.rescued().get().format()));
    }
  }

  private static String problem(CallRecord call) {
    String what =
        switch (call.written()) {
          case ToolInput.Parsed _ -> "did not fit its schema";
          case ToolInput.Malformed _ -> "was no JSON object";
          case ToolInput.Truncated _ -> "was cut off";
        };
    String detail =
        call.result().lines().filter(line -> line.startsWith("- ")).findFirst().orElse("");
    return "the input of "
        + call.tool()
        + " "
        + what
        + (detail.isEmpty() ? "" : ": " + detail.substring(2));
  }

  private static String repairs(CallRecord call) {
    Stream<String> text = call.rescued().map(Provenance::repairs).orElse(List.of()).stream();
    Stream<String> input =
        call.repairs().stream()
            .map(InputChange::kind)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT));
    return Stream.concat(text, input)
        .map(word -> word.replace('_', ' '))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// Looks at a call that is none of the expected ones.
  private void need(int index, Made made) {
    if (isPremature(made)) {
      add(
          Kind.PREMATURE_CALL,
          made,
          made.call() + " came before the results that it needs were there");
    } else if (misfits.contains(made)) {
      return; // said already: it is what an expected call should have been
    } else if (made.succeeded() && isRepeated(index, made)) {
      add(Kind.REPEATED_CALL, made, made.call() + " had been answered before");
    } else if (isNeedless(made)) {
      add(
          played.expected().onlyThese() ? Kind.UNEXPECTED_CALL : Kind.NEEDLESS_CALL,
          made,
          "nothing asks for " + made.call());
    }
  }

  /// Whether all calls that are expected of the tool need results, and came these too late for it.
  private boolean isPremature(Made made) {
    List<ExpectedCall> expected = played.expected().calls();
    List<Integer> alike =
        IntStream.range(0, expected.size())
            .filter(i -> expected.get(i).tool().equals(made.tool()))
            .boxed()
            .toList();
    return !alike.isEmpty() && alike.stream().allMatch(i -> made.round() < assignment.due(i));
  }

  private boolean isRepeated(int index, Made made) {
    return played.made().subList(0, index).stream()
        .anyMatch(earlier -> earlier.succeeded() && earlier.isLike(made));
  }

  /// Whether a call serves nothing: it is no try at an expected call, whether it failed or not.
  private boolean isNeedless(Made made) {
    boolean anythingGoes = played.expected().calls().isEmpty() && !played.expected().onlyThese();
    boolean tries =
        played.expected().recovers().contains(made.tool())
            || (!made.succeeded() && isExpectedTool(made.tool()));
    return !anythingGoes && !tries && played.declares(made.tool());
  }

  private boolean isExpectedTool(String tool) {
    return played.expected().calls().stream().anyMatch(call -> call.tool().equals(tool));
  }

  private void add(Kind kind, Made made, String words) {
    reasons.add(played.because(kind, made, words));
  }
}

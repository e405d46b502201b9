package dev.toolwire.simulator;

import dev.toolwire.model.ModelId;
import dev.toolwire.wire.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is to play, which run, and what is to go wrong, as one request asks for it.
///
/// A client that can set headers asks with `x-toolwire-run` and `x-toolwire-fault`; any other with
/// words behind the model id: `toolwire.scripted-v1:0--run-2--fault-throttling`.
///
/// @param model the id without those words
record Casting(ModelId model, OptionalInt run, List<Fault> faults) {

  static final String FAULT_HEADER = "x-toolwire-fault";

  private static final String SEPARATOR = "--";
  private static final String RUN = "run-";
  private static final String FAULT = "fault-";

  Casting {
    faults = List.copyOf(faults);
  }

  /// @throws IllegalArgumentException if a wish cannot be understood
  static Casting of(ModelId asked, Headers headers) {
    List<String> words = List.of(asked.value().split(SEPARATOR, -1));
    List<String> wishes = words.subList(1, words.size());
    boolean ours = wishes.stream().allMatch(wish -> wish.startsWith(RUN) || wish.startsWith(FAULT));
    OptionalInt run = number(headers);
    List<Fault> faults = new ArrayList<>();
    for (String header : headers.all(FAULT_HEADER)) {
      Arrays.stream(header.split(";", -1)).map(Fault::parse).forEach(faults::add);
    }
    if (!ours || wishes.isEmpty()) {
      return new Casting(asked, run, faults);
    }
    for (String wish : wishes) {
      if (wish.startsWith(RUN)) {
        run = OptionalInt.of(number(wish.substring(RUN.length())));
      } else {
        faults.add(Fault.parse(wish.substring(FAULT.length())));
      }
    }
    return new Casting(new ModelId(words.getFirst()), run, faults);
  }

  /// Requires that the run asked for is one of those that there are.
  ///
  /// @param runs of the model; if there are none, any will do, since nothing is played
  /// @throws IllegalArgumentException if it is not
  void requireRun(Set<Integer> runs) {
    if (run.isPresent() && !runs.isEmpty() && !runs.contains(run.getAsInt())) {
      String there = runs.stream().map(String::valueOf).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "the script of " + model + " has no run " + run.getAsInt() + "; choose one of " + there);
    }
  }

  private static OptionalInt number(Headers headers) {
    return headers
        .first(Simulator.RUN_HEADER)
        .map(text -> OptionalInt.of(number(text.strip())))
        .orElse(OptionalInt.empty());
  }

  private static int number(String run) {
    if (!run.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException("runs are numbered from 1, got \"" + run + "\"");
    }
    return Integer.parseInt(run);
  }
}

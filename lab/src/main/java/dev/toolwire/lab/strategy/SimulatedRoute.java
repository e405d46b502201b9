package dev.toolwire.lab.strategy;

import dev.toolwire.lab.stall.Behaviour;
import dev.toolwire.simulator.FaultRule;
import dev.toolwire.simulator.Pace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Simulated models that stall by rule, so that what is measured can be held against what is known.
/// Each writes 2,000 characters a second.
public enum SimulatedRoute {
  /// Lets an input out as it is written.
  STREAMED("every 4ms, delta 8", Behaviour.STREAMED),
  /// The same, unevenly.
  JITTERED("every 4ms, jitter 3ms, delta 8", Behaviour.STREAMED),
  /// The same, in bursts of 128 characters.
  BURSTY("every 4ms, delta 8, burst 16", Behaviour.STREAMED),
  /// Lets out each parameter when it is complete.
  BY_PARAMETER("every 4ms, delta 8, tool_input by_parameter", Behaviour.PER_PARAMETER),
  /// Lets an input out when all of it is complete.
  BUFFERED("every 4ms, delta 8, tool_input buffered", Behaviour.FULLY_BUFFERED),
  /// Streams, but hangs for a while in half of its inputs, however long they are.
  ERRATIC("every 4ms, delta 8", "50% of requests: stall 900ms in tool input"),
  /// Falls silent in every input, and then the connection breaks.
  DYING("every 4ms, delta 8", "stall 400ms in tool input then drop");

  private static final String FIRST = "first 40ms, ";

  @SuppressWarnings("ImmutableEnumChecker") // a record of values
  private final Pace pace;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<String> faults;

  private final Optional<Behaviour> truth;

  SimulatedRoute(String pace, Behaviour truth) {
    this(pace, List.of(), Optional.of(truth));
  }

  SimulatedRoute(String pace, String fault) {
    this(pace, List.of(fault), Optional.empty());
  }

  SimulatedRoute(String pace, List<String> faults, Optional<Behaviour> truth) {
    this.pace = Pace.parse(FIRST + pace);
    this.faults = faults;
    this.truth = truth;
  }

  /// The id of the model, such as `toolwire.stall-buffered-v1:0`.
  public String model() {
    return "toolwire.stall-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-v1:0";
  }

  /// What a verdict on it has to say if it is asked by `strategy`; empty if it has to be
  /// inconclusive. What is asked for eagerly, as text or in small pieces is not held back.
  public Optional<Behaviour> truth(Strategy strategy) {
    return switch (strategy.manner()) {
      case PLAIN -> truth;
      case EAGER, PROMPTED, CHUNKED -> truth.map(_ -> Behaviour.STREAMED);
    };
  }

  /// The one whose model has this id.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists those that there are
  public static SimulatedRoute of(String model) {
    return Arrays.stream(values())
        .filter(route -> route.model().equals(model))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no simulated model '"
                    + model
                    + "' stalls by rule; there are "
                    + String.join(
                        ", ", Arrays.stream(values()).map(SimulatedRoute::model).toList())));
  }

  Pace pace() {
    return pace;
  }

  FaultRule[] faults() {
    return faults.stream().map(FaultRule::parse).toArray(FaultRule[]::new);
  }
}

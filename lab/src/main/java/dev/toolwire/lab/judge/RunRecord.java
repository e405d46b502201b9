package dev.toolwire.lab.judge;

import dev.toolwire.conversation.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one model did in one scenario, once.
///
/// @param scenario its name
/// @param model as `provider:id`
/// @param trial from 1
/// @param prompted whether the model was told of its tools by a prompt, because it has none of its
///   own; calls in its text are then what was asked for
/// @param began the wall-clock time of the first request
/// @param turns what was played, in order; the last may be the one at which it broke off
/// @param cost what its tokens cost, if there is a price for the model
public record RunRecord(
    String scenario,
    String model,
    int trial,
    boolean prompted,
    Instant began,
    List<TurnRecord> turns,
    Optional<BigDecimal> cost) {

  public RunRecord {
    turns = List.copyOf(turns);
    if (trial < 1) {
      throw new IllegalArgumentException("trials count from 1, got " + trial);
    }
  }

  /// Which run it is, such as `peppers/simulator:gpt-4o/2`: no two of a comparison have the same.
  public String key() {
    return scenario + "/" + model + "/" + trial;
  }

  /// The tokens of all requests, as far as the provider told.
  public Usage usage() {
    return turns.stream().map(TurnRecord::usage).reduce(Usage.NONE, Usage::plus);
  }

  /// From the first request to the last answer, tools included.
  public Duration latency() {
    return turns.stream().map(TurnRecord::took).reduce(Duration.ZERO, Duration::plus);
  }

  /// All calls, in order.
  public Stream<CallRecord> calls() {
    return turns.stream().flatMap(TurnRecord::calls);
  }

  /// Requests to the model.
  public int rounds() {
    return turns.stream().mapToInt(turn -> turn.rounds().size()).sum();
  }

  /// As one line of JSON, for [#fromJson] in this or another process.
  public String toJson() {
    return RunRecordJson.FORM.write(this);
  }

  /// Reads what [#toJson] wrote.
  ///
  /// @throws IllegalArgumentException if `line` is not a record that this version can read
  public static RunRecord fromJson(String line) {
    return RunRecordJson.FORM.read(line);
  }
}

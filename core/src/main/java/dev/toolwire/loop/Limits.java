package dev.toolwire.loop;

import dev.toolwire.model.Price;
import java.math.BigDecimal;
import java.util.Optional;

/// How much a run may use up. A limit that is reached ends the run as [Outcome.Limited], with
/// everything done so far and a valid conversation; time is bounded by [Clocks].
///
/// @param rounds requests to the model
/// @param consecutiveErrors rounds in a row in which every call gave an error result, whatever the
///   reason: bad input, a tool that failed or asked to try again, a veto
/// @param sameResults rounds in a row that hold the same call, with an equal input and an equal
///   result
/// @param callsPerTurn calls in one answer of the model
/// @param totalCalls calls in the whole run
/// @param parallelCalls calls that run at the same time; more wait, this one ends nothing
/// @param totalTokens tokens of all requests; checked before each request
/// @param toolInputBytes UTF-8 bytes of one tool input while it arrives
/// @param cost what the tokens of all requests may cost
public record Limits(
    int rounds,
    int consecutiveErrors,
    int sameResults,
    int callsPerTurn,
    int totalCalls,
    int parallelCalls,
    long totalTokens,
    long toolInputBytes,
    Optional<CostLimit> cost) {

  /// 25 rounds, three errors in a row, three equal results in a row, 32 calls a turn and 256 in
  /// all, 16 at the same time, tokens and cost without limit, 8 MiB for one input.
  public static final Limits DEFAULTS =
      new Limits(25, 3, 3, 32, 256, 16, Long.MAX_VALUE, 8 << 20, Optional.empty());

  /// A limit that can end a run.
  public enum Name {
    ROUNDS("rounds"),
    CONSECUTIVE_ERRORS("consecutive errors"),
    SAME_RESULTS("same results"),
    CALLS_PER_TURN("calls per turn"),
    TOTAL_CALLS("total calls"),
    TOTAL_TOKENS("total tokens"),
    TOOL_INPUT_BYTES("tool input bytes"),
    TOTAL_TIME("total time"),
    COST("cost");

    private final String words;

    Name(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public Limits {
    requirePositive(rounds, Name.ROUNDS.words);
    requirePositive(consecutiveErrors, Name.CONSECUTIVE_ERRORS.words);
    requirePositive(sameResults, Name.SAME_RESULTS.words);
    requirePositive(callsPerTurn, Name.CALLS_PER_TURN.words);
    requirePositive(totalCalls, Name.TOTAL_CALLS.words);
    requirePositive(parallelCalls, "parallel calls");
    requirePositive(totalTokens, Name.TOTAL_TOKENS.words);
    requirePositive(toolInputBytes, Name.TOOL_INPUT_BYTES.words);
  }

  private static void requirePositive(long value, String limit) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "the limit \"" + limit + "\" is " + value + ", expected 1 or more");
    }
  }

  public Limits withRounds(int max) {
    Draft draft = new Draft(this);
    draft.rounds = max;
    return draft.limits();
  }

  public Limits withConsecutiveErrors(int max) {
    Draft draft = new Draft(this);
    draft.consecutiveErrors = max;
    return draft.limits();
  }

  public Limits withSameResults(int max) {
    Draft draft = new Draft(this);
    draft.sameResults = max;
    return draft.limits();
  }

  public Limits withCallsPerTurn(int max) {
    Draft draft = new Draft(this);
    draft.callsPerTurn = max;
    return draft.limits();
  }

  public Limits withTotalCalls(int max) {
    Draft draft = new Draft(this);
    draft.totalCalls = max;
    return draft.limits();
  }

  public Limits withParallelCalls(int max) {
    Draft draft = new Draft(this);
    draft.parallelCalls = max;
    return draft.limits();
  }

  public Limits withTotalTokens(long max) {
    Draft draft = new Draft(this);
    draft.totalTokens = max;
    return draft.limits();
  }

  public Limits withToolInputBytes(long max) {
    Draft draft = new Draft(this);
    draft.toolInputBytes = max;
    return draft.limits();
  }

  /// With a limit on what the tokens of all requests may cost.
  ///
  /// @param most in the currency of `price`
  public Limits withCost(BigDecimal most, Price price) {
    Draft draft = new Draft(this);
    draft.cost = Optional.of(new CostLimit(most, price));
    return draft.limits();
  }

  /// Limits while one of them changes.
  private static final class Draft {
    private int rounds;
    private int consecutiveErrors;
    private int sameResults;
    private int callsPerTurn;
    private int totalCalls;
    private int parallelCalls;
    private long totalTokens;
    private long toolInputBytes;
    private Optional<CostLimit> cost;

    Draft(Limits from) {
      rounds = from.rounds;
      consecutiveErrors = from.consecutiveErrors;
      sameResults = from.sameResults;
      callsPerTurn = from.callsPerTurn;
      totalCalls = from.totalCalls;
      parallelCalls = from.parallelCalls;
      totalTokens = from.totalTokens;
      toolInputBytes = from.toolInputBytes;
      cost = from.cost;
    }

    Limits limits() {
      return new Limits(
          rounds,
          consecutiveErrors,
          sameResults,
          callsPerTurn,
          totalCalls,
          parallelCalls,
          totalTokens,
          toolInputBytes,
          cost);
    }
  }
}

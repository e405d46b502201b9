package dev.toolwire.loop;

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
public record Limits(
    int rounds,
    int consecutiveErrors,
    int sameResults,
    int callsPerTurn,
    int totalCalls,
    int parallelCalls,
    long totalTokens,
    long toolInputBytes) {

  /// 25 rounds, three errors in a row, three equal results in a row, 32 calls a turn and 256 in
  /// all, 16 at the same time, tokens without limit, 8 MiB for one input.
  public static final Limits DEFAULTS = new Limits(25, 3, 3, 32, 256, 16, Long.MAX_VALUE, 8 << 20);

  /// A limit that can end a run.
  public enum Name {
    ROUNDS("rounds"),
    CONSECUTIVE_ERRORS("consecutive errors"),
    SAME_RESULTS("same results"),
    CALLS_PER_TURN("calls per turn"),
    TOTAL_CALLS("total calls"),
    TOTAL_TOKENS("total tokens"),
    TOOL_INPUT_BYTES("tool input bytes"),
    TOTAL_TIME("total time");

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
    return new Limits(
        max,
        consecutiveErrors,
        sameResults,
        callsPerTurn,
        totalCalls,
        parallelCalls,
        totalTokens,
        toolInputBytes);
  }

  public Limits withConsecutiveErrors(int max) {
    return new Limits(
        rounds,
        max,
        sameResults,
        callsPerTurn,
        totalCalls,
        parallelCalls,
        totalTokens,
        toolInputBytes);
  }

  public Limits withSameResults(int max) {
    return new Limits(
        rounds,
        consecutiveErrors,
        max,
        callsPerTurn,
        totalCalls,
        parallelCalls,
        totalTokens,
        toolInputBytes);
  }

  public Limits withCallsPerTurn(int max) {
    return new Limits(
        rounds,
        consecutiveErrors,
        sameResults,
        max,
        totalCalls,
        parallelCalls,
        totalTokens,
        toolInputBytes);
  }

  public Limits withTotalCalls(int max) {
    return new Limits(
        rounds,
        consecutiveErrors,
        sameResults,
        callsPerTurn,
        max,
        parallelCalls,
        totalTokens,
        toolInputBytes);
  }

  public Limits withParallelCalls(int max) {
    return new Limits(
        rounds,
        consecutiveErrors,
        sameResults,
        callsPerTurn,
        totalCalls,
        max,
        totalTokens,
        toolInputBytes);
  }

  public Limits withTotalTokens(long max) {
    return new Limits(
        rounds,
        consecutiveErrors,
        sameResults,
        callsPerTurn,
        totalCalls,
        parallelCalls,
        max,
        toolInputBytes);
  }

  public Limits withToolInputBytes(long max) {
    return new Limits(
        rounds,
        consecutiveErrors,
        sameResults,
        callsPerTurn,
        totalCalls,
        parallelCalls,
        totalTokens,
        max);
  }
}

package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.StopReason.Known;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The faults that change what is said.
final class TakeFaults {

  private static final String REPEATED = "tooluse_repeated";

  private TakeFaults() {}

  /// @param says whether the wire has a word for a stop reason
  static Take apply(Take take, List<Fault> faults, Predicate<StopReason> says) {
    Take faulty = take;
    for (Fault fault : faults) {
      faulty = fault instanceof Oddity odd ? apply(faulty, odd, says) : faulty;
    }
    return faulty;
  }

  private static Take apply(Take take, Oddity odd, Predicate<StopReason> says) {
    return switch (odd) {
      case EMPTY_INPUT -> withCalls(take, call -> call.withInput(""));
      case REPEATED_IDS -> withCalls(take, call -> call.withId(REPEATED));
      case INVALID_EAGER_INPUT ->
          withCalls(take, call -> call.eager() ? call.withInput(spoilt(call.input())) : call);
      case LYING_STOP_REASON ->
          take.stop() == Known.TOOL_USE ? take.withStop(Known.END_TURN) : take;
      case PAUSE_TURN ->
          says.test(Known.PAUSE_TURN) ? said(take, "Let me think.", Known.PAUSE_TURN) : take;
      case REFUSAL ->
          says.test(Known.REFUSAL) ? said(take, "I cannot help with that.", Known.REFUSAL) : take;
      case EMPTY_TURN -> take.withBlocks(List.of()).withStop(Known.END_TURN);
      case NO_MESSAGE_STOP,
          NO_BLOCK_STOP,
          NO_END_MARK,
          PING_STORM,
          WHOLE_CALLS,
          INTERLEAVED_CALLS,
          NO_CALL_INDEX,
          LATE_CALL_NAMES,
          OBJECT_ARGUMENTS ->
          take;
    };
  }

  /// A text that no longer is JSON, nor can be read as if it were.
  private static String spoilt(String input) {
    return input.replaceFirst(":", "}:");
  }

  private static Take said(Take take, String words, StopReason stop) {
    return take.withBlocks(List.of(new Take.Speech(words))).withStop(stop);
  }

  private static Take withCalls(Take take, UnaryOperator<Take.Call> change) {
    return take.withBlocks(
        take.blocks().stream()
            .map(block -> block instanceof Take.Call call ? change.apply(call) : block)
            .toList());
  }
}

package dev.toolwire.simulator;

import java.util.Arrays;
import java.util.Optional;

/// A [Fault] that is just what its name says.
public enum Oddity implements Fault {
  /// A stream that ends without saying why it stopped, or what it cost.
  NO_MESSAGE_STOP("no messageStop"),
  /// Blocks that do not end. Chat has no ends of blocks.
  NO_BLOCK_STOP("no contentBlockStop"),
  /// A stream that says why it stopped, but lacks the sign that it is over: `message_stop`,
  /// `[DONE]`. Converse has no such sign.
  NO_END_MARK("no end mark"),
  /// Calls whose input is the empty text.
  EMPTY_INPUT("empty input"),
  /// Calls that all have the same id.
  REPEATED_IDS("repeated ids"),
  /// Calls whose input is wanted as it is generated, and is no JSON.
  INVALID_EAGER_INPUT("invalid eager input"),
  /// An answer with calls whose stop reason says that there are none.
  LYING_STOP_REASON("lying stop reason"),
  /// A hundred signs of life between any two events. Converse has none.
  PING_STORM("ping storm"),
  /// The model wants to be asked again before it calls anything. Only Messages can say that.
  PAUSE_TURN("pause turn"),
  /// The model declines. Converse has no word for that.
  REFUSAL("refusal"),
  /// The model says nothing at all.
  EMPTY_TURN("empty turn"),
  /// Inputs that come in one delta; on Chat, the whole call comes in one chunk.
  WHOLE_CALLS("whole calls"),
  /// Calls whose pieces come in turns. Only on Chat.
  INTERLEAVED_CALLS("interleaved calls"),
  /// Pieces of calls that do not say of which call they are. Only on Chat.
  NO_CALL_INDEX("no call index"),
  /// Calls whose id and name come with the first piece of their input. Only on Chat.
  LATE_CALL_NAMES("late call names"),
  /// Calls whose input comes as a JSON object where a text is due. Only on Chat.
  OBJECT_ARGUMENTS("object arguments");

  private final String words;

  Oddity(String words) {
    this.words = words;
  }

  static Optional<Oddity> named(String words) {
    return Arrays.stream(values()).filter(odd -> odd.words.equalsIgnoreCase(words)).findFirst();
  }

  @Override
  public String toString() {
    return words;
  }
}

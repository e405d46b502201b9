package dev.toolwire.conversation;

import java.util.List;

/// One thing that was changed in a foreign history so that it became a [Conversation].
///
/// @param kind what was done
/// @param at the index of the message, in the history as it was given
/// @param detail the block or id concerned, for a person
public record Repair(Kind kind, int at, String detail) {

  /// The repairs, in the order in which they are tried.
  public enum Kind {
    /// A blank text block was left out.
    BLANK_TEXT_DROPPED,
    /// A result that answers no call of the turn before was left out.
    ORPHAN_RESULT_DROPPED,
    /// A second result for the same call was left out.
    DUPLICATE_RESULT_DROPPED,
    /// A second call with the same id was left out.
    DUPLICATE_CALL_DROPPED,
    /// A call without a result was answered with an error that says so.
    MISSING_RESULT_ADDED,
    /// Results were moved to the front of their message.
    RESULTS_MOVED_FIRST,
    /// Neighbours of the same role were joined.
    NEIGHBOURS_MERGED,
    /// A message with nothing left in it was left out.
    EMPTY_MESSAGE_DROPPED,
    /// A history that began with the assistant was given a user message in front.
    OPENING_ADDED
  }

  /// A history after repair.
  public record Repaired(Conversation conversation, List<Repair> repairs) {
    public Repaired {
      repairs = List.copyOf(repairs);
    }
  }

  /// Turns `history` into a valid conversation and tells everything it changed. A valid history
  /// comes back as it is, with no repairs.
  public static Repaired repair(List<Message> history) {
    return new HistoryRepair().repair(history);
  }
}

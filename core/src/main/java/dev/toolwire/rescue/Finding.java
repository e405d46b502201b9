package dev.toolwire.rescue;

import java.util.List;

/// One piece of a message: text to show, or text that is or looks like calls. The texts of all
/// findings, one after the other, are the message.
public sealed interface Finding {

  /// Text to show.
  record Prose(String text) implements Finding {}

  /// A call, or several, with their markers.
  ///
  /// @param text the text with all its markers
  /// @param calls what is in it; empty for markers left over from the calls before
  /// @param taken whether the text is spent on calls; if not, it is text to show
  record Envelope(Span span, String text, List<TextCall> calls, boolean taken) implements Finding {
    public Envelope {
      calls = List.copyOf(calls);
    }
  }

  /// A piece of the input of a call that is still being written, and will probably be one: in the
  /// format that was asked for, of a declared tool. The [Envelope] that follows tells whether it
  /// is; if prose follows, it was none. Says nothing about text.
  ///
  /// @param number counts the calls of the envelope from 0
  /// @param input a piece of JSON, cut anywhere
  /// @param isWhole whether this is the last piece
  /// @param provenance what will be said of the call, if nothing in it has to be mended
  record Draft(int number, String tool, String input, boolean isWhole, Provenance provenance)
      implements Finding {}

  /// Everything before this was thinking, as only its end shows: its calls were rehearsals. Says
  /// nothing about text.
  record ThoughtSoFar() implements Finding {}
}

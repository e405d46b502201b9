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

  /// Everything before this was thinking, as only its end shows: its calls were rehearsals. Says
  /// nothing about text.
  record ThoughtSoFar() implements Finding {}
}

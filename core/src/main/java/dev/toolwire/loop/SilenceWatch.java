package dev.toolwire.loop;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.SilenceException;
import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.Optional;

/// How long one answer has been silent, about what, and how much longer that may go on.
///
/// While events flow it costs no look at the clock: an event brings its own time.
final class SilenceWatch {

  private static final String FIRST_EVENT = "first event";
  private static final String TEXT = "text";
  private static final int NO_BLOCK = -1;

  private final Clocks clocks;
  private final int round;
  private String about = FIRST_EVENT;
  private int toolBlock = NO_BLOCK;
  private long bytes;
  private long lastSign;
  private long lastContent;
  private long nextReport;

  SilenceWatch(Clocks clocks, int round, long askedAt) {
    this.clocks = clocks;
    this.round = round;
    this.lastSign = askedAt;
    contentAt(askedAt);
  }

  /// Takes note of an event.
  void heard(Arrival.Event arrival) {
    lastSign = arrival.lastByteNanos();
    if (arrival.event() instanceof StreamEvent.Ping) {
      return;
    }
    contentAt(lastSign);
    switch (arrival.event()) {
      case StreamEvent.TextDelta _, StreamEvent.ToolInputDelta _, StreamEvent.ReasoningDelta _ ->
          bytes += arrival.event().contentBytes();
      case StreamEvent.ToolUseStart start -> begin(start.name().value(), start.index());
      case StreamEvent.ContentBlockStop _, StreamEvent.MessageStart _ -> begin(TEXT, NO_BLOCK);
      case StreamEvent.WholeBlock _,
          StreamEvent.SignatureDelta _,
          StreamEvent.RedactedDelta _,
          StreamEvent.CitationDelta _,
          StreamEvent.MessageStop _,
          StreamEvent.Metadata _,
          StreamEvent.Ping _,
          StreamEvent.Unrecognized _ -> {}
    }
  }

  private void contentAt(long nanos) {
    lastContent = nanos;
    nextReport = nanos + clocks.silentEvery().toNanos();
  }

  private void begin(String what, int block) {
    about = what;
    toolBlock = block;
    bytes = 0;
  }

  /// Bytes of the tool input that is being written; zero between tool inputs.
  long toolInputBytes() {
    return toolBlock == NO_BLOCK ? 0 : bytes;
  }

  /// Nanoseconds from `now` until there is something to report or a clock runs out.
  long patience(long now) {
    return Math.max(1, Math.min(nextReport - now, limit().toNanos() - (now - lastSign)));
  }

  /// Nothing has come until `now`: a report if one is due.
  ///
  /// @throws SilenceException if a clock ran out
  Optional<LoopEvent.Silent> quiet(long now) {
    if (now - lastSign >= limit().toNanos()) {
      throw new SilenceException(clock(), limit());
    }
    if (now - nextReport < 0) {
      return Optional.empty();
    }
    nextReport = now + clocks.silentEvery().toNanos();
    return Optional.of(
        new LoopEvent.Silent(round, about, Duration.ofNanos(now - lastContent), bytes));
  }

  /// The time of the last sign of life.
  long lastSign() {
    return lastSign;
  }

  private String clock() {
    return toolBlock != NO_BLOCK
        ? "tool input silence"
        : about.equals(FIRST_EVENT) ? FIRST_EVENT : "between events";
  }

  private Duration limit() {
    return toolBlock != NO_BLOCK
        ? clocks.toolInputSilence()
        : about.equals(FIRST_EVENT) ? clocks.firstEvent() : clocks.betweenEvents();
  }
}

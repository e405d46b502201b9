package dev.toolwire.loop;

import dev.toolwire.model.ModelStream;
import java.time.Duration;

/// How long a run waits. The fifth clock, for a tool that runs, is that tool's own
/// ([deadline][dev.toolwire.tool.ToolTraits#deadline()]).
///
/// A breach of one of the three clocks of silence ends the run as [Outcome.Failed] with a
/// [SilenceException][dev.toolwire.model.SilenceException]; `total` ends it as [Outcome.Limited].
///
/// @param total of the run, pauses for approval not counted; without end unless set
/// @param firstEvent from the request to the first event; for an answer that does not stream that
///   is the whole answer
/// @param betweenEvents between two events, pings included
/// @param toolInputSilence in place of `betweenEvents` while a tool's input is being written: some
///   models say nothing until the input is complete
/// @param silentEvery how often [LoopEvent.Silent] tells that nothing but pings has come
public record Clocks(
    Duration total,
    Duration firstEvent,
    Duration betweenEvents,
    Duration toolInputSilence,
    Duration silentEvery) {

  /// No total; ten minutes to the first event, two minutes between events, ten minutes of silence
  /// in a tool input, a [LoopEvent.Silent] every five seconds.
  public static final Clocks DEFAULTS =
      new Clocks(
          ModelStream.FOREVER,
          Duration.ofMinutes(10),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofSeconds(5));

  public Clocks {
    requirePositive(total, "total");
    requirePositive(firstEvent, "first event");
    requirePositive(betweenEvents, "between events");
    requirePositive(toolInputSilence, "tool input silence");
    requirePositive(silentEvery, "silent every");
  }

  private static void requirePositive(Duration value, String clock) {
    if (!value.isPositive() || value.compareTo(ModelStream.FOREVER) > 0) {
      throw new IllegalArgumentException(
          "the clock \""
              + clock
              + "\" is "
              + value
              + ", expected more than zero, at most "
              + ModelStream.FOREVER);
    }
  }

  public Clocks withTotal(Duration limit) {
    return new Clocks(limit, firstEvent, betweenEvents, toolInputSilence, silentEvery);
  }

  public Clocks withFirstEvent(Duration limit) {
    return new Clocks(total, limit, betweenEvents, toolInputSilence, silentEvery);
  }

  public Clocks withBetweenEvents(Duration limit) {
    return new Clocks(total, firstEvent, limit, toolInputSilence, silentEvery);
  }

  public Clocks withToolInputSilence(Duration limit) {
    return new Clocks(total, firstEvent, betweenEvents, limit, silentEvery);
  }

  public Clocks withSilentEvery(Duration schedule) {
    return new Clocks(total, firstEvent, betweenEvents, toolInputSilence, schedule);
  }
}

package dev.toolwire.loop;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonEvent;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.tool.InputChange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A [LoopEvent] as one line of aligned columns: round, kind, what.
final class EventLine {

  private static final int LONGEST_INPUT = 80;

  private EventLine() {}

  static String of(LoopEvent event) {
    return switch (event) {
      case LoopEvent.RoundStarted(int round, var request) ->
          line(
              round,
              "ask",
              request.model() + ", " + request.conversation().messages().size() + " messages");
      case LoopEvent.ModelEvent(int round, var arrival) ->
          line(round, "event", streamed(arrival.event()));
      case LoopEvent.InputGrew(int round, var id, var tool, var grown) ->
          line(round, "grow", tool + "(" + id + ") " + grown(grown));
      case LoopEvent.Silent(int round, var about, var lasted, long bytes) ->
          line(round, "silent", about + " for " + time(lasted) + " after " + bytes + " B");
      case LoopEvent.CallRescued(int round, var id, var name, var from) ->
          line(round, "rescue", name + "(" + id + ") from text: " + from);
      case LoopEvent.ReplyReceived(int round, var reply) ->
          line(
              round,
              "reply",
              "%s, %d calls, %d+%d tokens"
                  .formatted(
                      reply.stopReason().value(),
                      reply.toolUses().size(),
                      reply.usage().inputTokens(),
                      reply.usage().outputTokens()));
      case LoopEvent.InputRepaired(int round, var call, _, var repairs) ->
          line(round, "repair", name(call) + " " + changes(repairs));
      case LoopEvent.CallStarted(int round, var call) ->
          line(round, "call", name(call) + " " + input(call));
      case LoopEvent.CallFinished(int round, var call, var result, var took) ->
          line(
              round,
              "result",
              name(call) + " " + lower(result.status().name()) + " in " + time(took));
      case LoopEvent.CallDropped(int round, var call) -> line(round, "drop", name(call));
      case LoopEvent.ApprovalNeeded(int round, var call) ->
          line(round, "approve", name(call) + " " + input(call));
      case LoopEvent.Finished(var outcome) -> line(outcome.rounds(), "end", end(outcome));
    };
  }

  private static String line(int round, String kind, String what) {
    return String.format(Locale.ROOT, "#%-3d %-8s %s", round, kind, what);
  }

  private static String streamed(StreamEvent event) {
    return switch (event) {
      case StreamEvent.MessageStart _ -> "messageStart";
      case StreamEvent.ToolUseStart(int index, var id, var name, _) ->
          "contentBlockStart  block=" + index + " toolUse " + name + "(" + id + ")";
      case StreamEvent.WholeBlock(int index, var block) ->
          "contentBlock       block=" + index + " " + block.getClass().getSimpleName();
      case StreamEvent.TextDelta(int index, var text) -> delta(index, "text", text.length());
      case StreamEvent.ToolInputDelta(int index, var text) -> delta(index, "input", text.length());
      case StreamEvent.ReasoningDelta(int index, var text) ->
          delta(index, "reasoning", text.length());
      case StreamEvent.SignatureDelta(int index, var text) ->
          delta(index, "signature", text.length());
      case StreamEvent.RedactedDelta(int index, var data) -> delta(index, "redacted", data.size());
      case StreamEvent.CitationDelta(int index, _) ->
          "contentBlockDelta  block=" + index + " citation";
      case StreamEvent.ContentBlockStop(int index) -> "contentBlockStop   block=" + index;
      case StreamEvent.MessageStop(StopReason reason, _) -> "messageStop        " + reason.value();
      case StreamEvent.Metadata(var usage, _, _) ->
          "metadata           %d+%d tokens".formatted(usage.inputTokens(), usage.outputTokens());
      case StreamEvent.Ping _ -> "ping";
      case StreamEvent.Unrecognized(var type, _) -> "unrecognized       " + type;
    };
  }

  private static String grown(JsonEvent event) {
    return event.path()
        + switch (event) {
          case JsonEvent.ObjectOpened _ -> " {";
          case JsonEvent.ArrayOpened _ -> " [";
          case JsonEvent.StringGrew(_, String piece) -> "+" + piece.length();
          case JsonEvent.Completed _ -> " complete";
        };
  }

  private static String delta(int index, String what, int size) {
    return "contentBlockDelta  block=" + index + " " + what + "+" + size;
  }

  private static String end(Outcome outcome) {
    String how =
        switch (outcome) {
          case Outcome.Answered _ -> "answered";
          case Outcome.Limited limited -> "limited by " + limited.limit();
          case Outcome.Paused paused ->
              "paused for " + paused.state().pending().awaiting().size() + " decisions";
          case Outcome.Stopped stopped -> "stopped by " + stopped.reason().value();
          case Outcome.Failed failed -> "failed: " + failed.cause().getMessage();
          case Outcome.Cancelled _ -> "cancelled";
        };
    return "%s, %d calls, %d tokens in %s"
        .formatted(how, outcome.calls(), outcome.usage().totalTokens(), time(outcome.elapsed()));
  }

  private static String changes(List<InputChange> repairs) {
    return repairs.stream()
        .map(change -> change.path() + " " + change.before() + " -> " + change.after())
        .collect(Collectors.joining(", "));
  }

  private static String name(ToolUse call) {
    return call.name() + "(" + call.id() + ")";
  }

  private static String input(ToolUse call) {
    String text =
        switch (call.input()) {
          case ToolInput.Parsed(var value) -> value.toString();
          case ToolInput.Malformed(var words, _) -> "malformed " + words;
          case ToolInput.Truncated(var words) -> "truncated " + words;
        };
    String flat = text.replaceAll("\\s+", " ");
    return flat.length() <= LONGEST_INPUT ? flat : flat.substring(0, LONGEST_INPUT) + "…";
  }

  static String time(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return millis < 1000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}

package dev.toolwire.cli;

import dev.toolwire.conversation.ToolResult.Status;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopEvent.CallFinished;
import dev.toolwire.loop.LoopEvent.InputRepaired;
import dev.toolwire.loop.LoopEvent.ModelEvent;
import dev.toolwire.loop.LoopEvent.Silent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.StreamEvent.TextDelta;
import java.io.PrintWriter;

/// Shows the model's text as it arrives and, between its texts, each call:
///
/// ```text
/// ▸ CalculatorTool {"expr":"9 * 8"}
///   → 72  (0.1 ms)
/// ```
///
/// An empty line separates text from calls.
final class CallsScreen implements Screen {

  /// How much of an input or a result is shown.
  static final int LONGEST = 500;

  /// What stands at the end of the output.
  private enum Last {
    NOTHING,
    TEXT,
    CALL
  }

  private final PrintWriter out;
  private final PrintWriter notes;
  private final boolean colour;
  private final CallOrder calls = new CallOrder(this::show);
  private Last last = Last.NOTHING;
  private boolean lineOpen;

  /// @param notes for what is not a part of the conversation
  CallsScreen(PrintWriter out, PrintWriter notes, boolean colour) {
    this.out = out;
    this.notes = notes;
    this.colour = colour;
  }

  @Override
  public void show(LoopEvent event) {
    calls.accept(event);
    switch (event) {
      case ModelEvent(_, var arrival) -> {
        if (arrival.event() instanceof TextDelta(_, var text)) {
          show(text);
        }
      }
      case InputRepaired repaired -> show(repaired);
      case Silent(_, var about, var lasted, _) ->
          notes.println(
              Ink.FAINT.on("waiting for %s, %s".formatted(about, CallText.of(lasted)), colour));
      case LoopEvent.CallRescued(_, _, var name, var from) -> {
        closeLine();
        out.flush();
        notes.println(
            Ink.FAINT.on(
                Printable.line("call of %s rescued from text: %s".formatted(name, from), LONGEST),
                colour));
      }
      case CallFinished _,
          LoopEvent.InputGrew _,
          LoopEvent.RoundStarted _,
          LoopEvent.ReplyReceived _,
          LoopEvent.CallStarted _,
          LoopEvent.CallDropped _,
          LoopEvent.ApprovalNeeded _,
          LoopEvent.Finished _ -> {}
    }
    out.flush();
  }

  @Override
  public void end(Outcome outcome) {
    closeLine();
    out.flush();
  }

  private void show(String text) {
    if (text.isEmpty()) {
      return;
    }
    turnTo(Last.TEXT);
    out.print(Printable.text(text));
    lineOpen = !text.endsWith("\n");
  }

  private void show(CallFinished call) {
    turnTo(Last.CALL);
    boolean failed = call.result().status() == Status.ERROR;
    var result = Printable.line(call.result().text(), LONGEST);
    out.println(
        "▸ %s %s"
            .formatted(
                Ink.CYAN.on(call.call().name().value(), colour),
                Printable.line(CallText.of(call.call().input()), LONGEST)));
    out.println(
        "  → %s  %s"
            .formatted(
                failed ? Ink.RED.on("error: " + result, colour) : Ink.BOLD.on(result, colour),
                Ink.FAINT.on("(" + CallText.of(call.took()) + ")", colour)));
  }

  private void show(InputRepaired repaired) {
    turnTo(Last.CALL);
    for (var change : repaired.repairs()) {
      var line =
          "input of %s repaired at \"%s\": %s became %s"
              .formatted(repaired.call().name(), change.path(), change.before(), change.after());
      out.println("  " + Ink.FAINT.on(Printable.line(line, LONGEST), colour));
    }
  }

  private void turnTo(Last next) {
    if (last != next) {
      closeLine();
      if (last != Last.NOTHING) {
        out.println();
      }
      last = next;
    }
  }

  private void closeLine() {
    if (lineOpen) {
      out.println();
      lineOpen = false;
    }
  }
}

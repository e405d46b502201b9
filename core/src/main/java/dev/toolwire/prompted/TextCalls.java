package dev.toolwire.prompted;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.rescue.Finding;
import dev.toolwire.rescue.TextScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the events of an answer into those that it would have had if the calls in its text had
/// been native ones: prose streams on at once, a call becomes a block of its own, and the answer
/// stops for `tool_use` if it holds calls.
///
/// A call in the text, and what follows it, waits for the end of the answer: if a native call
/// comes, the text was only a comment on it; if it turns out that the model was still thinking, the
/// text was a rehearsal. Either way it stays text.
final class TextCalls {

  private final CallReading reading;
  private final CallIds ids;
  private final EventWriter out = new EventWriter();
  private final Set<Integer> texts = new HashSet<>();
  private final List<Finding> held = new ArrayList<>();
  private @Nullable TextScanner scanner;
  private int textBlock;
  private boolean sawNative;
  private boolean sawCall;
  private boolean sawCut;

  TextCalls(CallReading reading, CallIds ids) {
    this.reading = reading;
    this.ids = ids;
  }

  /// What becomes of the next event; nothing, if it is not certain yet what it means.
  List<StreamEvent> take(StreamEvent event) {
    switch (event) {
      case StreamEvent.TextDelta(int index, String text) -> text(index, text);
      case StreamEvent.CitationDelta(int index, var citation) when texts.contains(index) ->
          out.write(new StreamEvent.CitationDelta(out.text(), citation));
      case StreamEvent.ContentBlockStop(int index) when texts.contains(index) -> {}
      case StreamEvent.MessageStart _ -> {
        beginAnew();
        out.write(event);
      }
      case StreamEvent.MessageStop(var reason, var extra) -> {
        endText(isCut(reason));
        release(true);
        out.endText();
        out.write(new StreamEvent.MessageStop(reasonInsteadOf(reason), extra));
      }
      case StreamEvent.Metadata _, StreamEvent.Ping _, StreamEvent.Unrecognized _ ->
          out.write(event);
      case StreamEvent.ToolUseStart(int index, var id, var name, var extra) -> {
        otherBlock(true);
        out.write(new StreamEvent.ToolUseStart(out.number(index), id, name, extra));
      }
      case StreamEvent.WholeBlock(int index, var block) -> {
        otherBlock(block instanceof ToolUse);
        out.write(new StreamEvent.WholeBlock(out.number(index), block));
      }
      case StreamEvent.ReasoningDelta(int index, String text) -> {
        otherBlock(false);
        out.write(new StreamEvent.ReasoningDelta(out.number(index), text));
      }
      case StreamEvent.ToolInputDelta(int index, String text) ->
          out.write(new StreamEvent.ToolInputDelta(out.number(index), text));
      case StreamEvent.SignatureDelta(int index, String text) ->
          out.write(new StreamEvent.SignatureDelta(out.number(index), text));
      case StreamEvent.RedactedDelta(int index, var data) ->
          out.write(new StreamEvent.RedactedDelta(out.number(index), data));
      case StreamEvent.CitationDelta(int index, var citation) ->
          out.write(new StreamEvent.CitationDelta(out.number(index), citation));
      case StreamEvent.ContentBlockStop(int index) ->
          out.write(new StreamEvent.ContentBlockStop(out.number(index)));
    }
    return out.drained();
  }

  /// What is left of an answer that breaks off.
  List<StreamEvent> breakOff() {
    endText(true);
    release(false);
    out.endText();
    return out.drained();
  }

  private void text(int index, String text) {
    if (scanner == null || textBlock != index) {
      endText(false);
      scanner = reading.scanner(this::take);
      textBlock = index;
      texts.add(index);
    }
    scanner.feed(text);
  }

  private void endText(boolean cut) {
    if (scanner != null) {
      scanner.finish(cut);
      scanner = null;
    }
    if (held.isEmpty()) {
      out.endText();
    }
  }

  private void take(Finding finding) {
    switch (finding) {
      case Finding.Prose(String text) when held.isEmpty() -> out.prose(text);
      case Finding.Envelope(_, String text, _, _) when sawNative -> out.prose(text);
      case Finding.Envelope envelope when held.isEmpty() && reading.blocks(envelope).isEmpty() ->
          write(envelope);
      case Finding.Prose _, Finding.Envelope _ -> held.add(finding);
      case Finding.ThoughtSoFar _ -> release(false);
    }
  }

  private void write(Finding.Envelope envelope) {
    List<CallBlock> blocks = reading.blocks(envelope);
    if (blocks.isEmpty() && !envelope.taken()) {
      out.prose(envelope.text());
    }
    for (CallBlock block : blocks) {
      sawCall = true;
      sawCut |= !block.whole();
      out.call(block, ids.next(block.id()));
    }
  }

  /// Lets go of what was held.
  ///
  /// @param asCalls whether the calls in it are calls
  private void release(boolean asCalls) {
    for (Finding finding : held) {
      switch (finding) {
        case Finding.Prose(String text) -> out.prose(text);
        case Finding.Envelope envelope when asCalls -> write(envelope);
        case Finding.Envelope(_, String text, _, _) -> out.prose(text);
        case Finding.ThoughtSoFar _ -> {}
      }
    }
    held.clear();
  }

  /// Another block has its turn, so the text before it is complete.
  private void otherBlock(boolean isCall) {
    endText(false);
    if (isCall) {
      sawNative = true;
      release(false);
      out.endText();
    }
  }

  private void beginAnew() {
    out.beginAnew();
    texts.clear();
    held.clear();
    scanner = null;
    sawNative = false;
    sawCall = false;
    sawCut = false;
  }

  private static boolean isCut(StopReason reason) {
    return reason == StopReason.Known.MAX_TOKENS
        || reason == StopReason.Known.MODEL_CONTEXT_WINDOW_EXCEEDED;
  }

  /// An answer that was cut keeps its reason if it was cut inside a call; then nothing of that call
  /// may run. A call that is whole in the text is whole, whatever came after it.
  private StopReason reasonInsteadOf(StopReason reason) {
    return sawCall && !sawCut && mayCall(reason) ? StopReason.Known.TOOL_USE : reason;
  }

  private static boolean mayCall(StopReason reason) {
    return switch (reason) {
      case StopReason.Known known ->
          switch (known) {
            case END_TURN,
                TOOL_USE,
                MAX_TOKENS,
                STOP_SEQUENCE,
                MALFORMED_MODEL_OUTPUT,
                MALFORMED_TOOL_USE,
                MODEL_CONTEXT_WINDOW_EXCEEDED ->
                true;
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED, PAUSE_TURN, REFUSAL, COMPACTION -> false;
          };
      case StopReason.Other _ -> true;
    };
  }
}

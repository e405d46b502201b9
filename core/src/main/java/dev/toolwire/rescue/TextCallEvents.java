package dev.toolwire.rescue;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.StreamEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the events of one answer into those that it would have had if the calls in its text had
/// been native ones: prose streams on, a call becomes a block of its own, and the answer stops for
/// `tool_use` if it holds calls.
///
/// What looks like a call may still prove to be none: if a native call comes, the text was only a
/// comment on it; if it turns out that the model was still thinking, the text was a rehearsal. A
/// *bold* one tells of calls at once and says when that [was wrong][#isWrong]; a careful one waits
/// with the first call, and all that follows it, for the end of the answer, and is never wrong.
final class TextCallEvents {

  private final CallBlocks blocks;
  private final boolean bold;
  private final BlockWriter out = new BlockWriter();
  private final DraftedCalls drafted;
  private final Set<Integer> texts = new HashSet<>();
  private final List<Finding> held = new ArrayList<>();
  private @Nullable TextScanner scanner;
  private int textBlock;
  private boolean sawNative;
  private boolean sawCall;
  private boolean wrong;

  TextCallEvents(CallBlocks blocks, CallIds ids, boolean bold) {
    this.blocks = blocks;
    this.bold = bold;
    this.drafted = new DraftedCalls(out, ids);
  }

  /// Whether a call was told of that is none. What was told of this answer is void then.
  boolean isWrong() {
    return wrong;
  }

  /// What becomes of the next event; nothing, if it is not certain yet what it means.
  List<StreamEvent> take(StreamEvent event) {
    switch (event) {
      case StreamEvent.TextDelta(int index, String text) -> text(index, text);
      case StreamEvent.CitationDelta(int index, var citation) when texts.contains(index) ->
          out.write(new StreamEvent.CitationDelta(out.text(), citation));
      case StreamEvent.ContentBlockStop(int index) when texts.contains(index) -> stop(index);
      case StreamEvent.MessageStop(var reason, var extra) -> {
        endText(isCut(reason));
        release(true);
        out.endText();
        out.write(new StreamEvent.MessageStop(reasonInsteadOf(reason), extra));
      }
      case StreamEvent.MessageStart _,
          StreamEvent.Metadata _,
          StreamEvent.Ping _,
          StreamEvent.Unrecognized _ ->
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
      scanner = new TextScanner(blocks.tools(), blocks.config(), this::take);
      textBlock = index;
      texts.add(index);
    }
    scanner.feed(text);
  }

  /// A text ends at once if it makes no difference how the answer ends.
  private void stop(int index) {
    if (scanner != null && index == textBlock && scanner.isSettled()) {
      endText(false);
    }
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
      case Finding.Draft piece -> {
        if (bold && !sawNative) {
          sawCall = true;
          drafted.write(piece);
        }
      }
      case Finding.Prose(String text) when held.isEmpty() -> {
        wrong |= !drafted.isEmpty();
        out.prose(text);
      }
      case Finding.Envelope(_, String text, _, _) when sawNative -> out.prose(text);
      case Finding.Envelope envelope
          when held.isEmpty() && (bold || blocks.of(envelope).isEmpty()) ->
          write(envelope);
      case Finding.Prose _, Finding.Envelope _ -> held.add(finding);
      case Finding.ThoughtSoFar _ -> {
        wrong |= sawCall;
        release(false);
      }
    }
  }

  private void write(Finding.Envelope envelope) {
    List<CallBlock> calls = blocks.of(envelope);
    wrong |= !drafted.became(calls);
    if (wrong) {
      return;
    }
    if (calls.isEmpty() && !envelope.taken()) {
      out.prose(envelope.text());
    }
    sawCall |= !calls.isEmpty();
    drafted.complete(calls);
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
        case Finding.ThoughtSoFar _, Finding.Draft _ -> {}
      }
    }
    held.clear();
  }

  /// Another block has its turn, so the text before it is complete.
  private void otherBlock(boolean isCall) {
    endText(false);
    if (isCall) {
      wrong |= sawCall;
      sawNative = true;
      release(false);
      out.endText();
    }
  }

  private static boolean isCut(StopReason reason) {
    return reason == StopReason.Known.MAX_TOKENS
        || reason == StopReason.Known.MODEL_CONTEXT_WINDOW_EXCEEDED;
  }

  /// A call that is whole in the text is whole, whatever ended the answer behind it; one that was
  /// cut is text.
  private StopReason reasonInsteadOf(StopReason reason) {
    return sawCall && mayCall(reason) ? StopReason.Known.TOOL_USE : reason;
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

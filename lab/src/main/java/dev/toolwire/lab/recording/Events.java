package dev.toolwire.lab.recording;

import dev.toolwire.lab.stall.Moment;
import dev.toolwire.model.StreamEvent;

/// What a timeline keeps of an event: its kind and its block.
final class Events {

  private static final int NO_BLOCK = -1;

  private Events() {}

  static Moment.Kind kind(StreamEvent event) {
    return switch (event) {
      case StreamEvent.MessageStart _ -> Moment.Kind.MESSAGE_START;
      case StreamEvent.TextDelta _ -> Moment.Kind.TEXT_DELTA;
      case StreamEvent.ReasoningDelta _ -> Moment.Kind.REASONING_DELTA;
      case StreamEvent.ToolUseStart _ -> Moment.Kind.TOOL_USE_START;
      case StreamEvent.ToolInputDelta _ -> Moment.Kind.TOOL_INPUT_DELTA;
      case StreamEvent.WholeBlock _,
          StreamEvent.SignatureDelta _,
          StreamEvent.RedactedDelta _,
          StreamEvent.CitationDelta _ ->
          Moment.Kind.OTHER_CONTENT;
      case StreamEvent.ContentBlockStop _ -> Moment.Kind.CONTENT_BLOCK_STOP;
      case StreamEvent.MessageStop _ -> Moment.Kind.MESSAGE_STOP;
      case StreamEvent.Metadata _ -> Moment.Kind.METADATA;
      case StreamEvent.Ping _ -> Moment.Kind.PING;
      case StreamEvent.Unrecognized _ -> Moment.Kind.UNRECOGNIZED;
    };
  }

  static int block(StreamEvent event) {
    return switch (event) {
      case StreamEvent.TextDelta(int index, _) -> index;
      case StreamEvent.ReasoningDelta(int index, _) -> index;
      case StreamEvent.ToolUseStart start -> start.index();
      case StreamEvent.ToolInputDelta(int index, _) -> index;
      case StreamEvent.WholeBlock(int index, _) -> index;
      case StreamEvent.SignatureDelta(int index, _) -> index;
      case StreamEvent.RedactedDelta(int index, _) -> index;
      case StreamEvent.CitationDelta(int index, _) -> index;
      case StreamEvent.ContentBlockStop(int index) -> index;
      case StreamEvent.MessageStart _,
          StreamEvent.MessageStop _,
          StreamEvent.Metadata _,
          StreamEvent.Ping _,
          StreamEvent.Unrecognized _ ->
          NO_BLOCK;
    };
  }
}

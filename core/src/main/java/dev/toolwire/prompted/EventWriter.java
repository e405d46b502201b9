package dev.toolwire.prompted;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.StreamEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the events of an answer whose blocks are numbered anew.
final class EventWriter {

  private static final int NONE = -1;

  private final Map<Integer, Integer> numbers = new HashMap<>();
  private List<StreamEvent> out = new ArrayList<>();
  private int next;
  private int openText = NONE;

  List<StreamEvent> drained() {
    List<StreamEvent> events = out;
    out = new ArrayList<>();
    return events;
  }

  void write(StreamEvent event) {
    out.add(event);
  }

  /// The new number of the block that has the number `index` in the answer as it comes.
  int number(int index) {
    return numbers.computeIfAbsent(index, _ -> next++);
  }

  /// The block of text that is being written.
  int text() {
    if (openText == NONE) {
      openText = next++;
    }
    return openText;
  }

  void prose(String text) {
    if (!text.isEmpty()) {
      out.add(new StreamEvent.TextDelta(text(), text));
    }
  }

  void endText() {
    if (openText != NONE) {
      out.add(new StreamEvent.ContentBlockStop(openText));
      openText = NONE;
    }
  }

  void call(CallBlock call, ToolUseId id) {
    endText();
    int index = next++;
    out.add(new StreamEvent.ToolUseStart(index, id, new ToolName(call.tool()), call.extra()));
    if (!call.input().isEmpty()) {
      out.add(new StreamEvent.ToolInputDelta(index, call.input()));
    }
    out.add(new StreamEvent.ContentBlockStop(index));
  }

  void beginAnew() {
    numbers.clear();
    next = 0;
    openText = NONE;
  }
}

package dev.toolwire.rescue;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.StreamEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the events of an answer whose blocks are numbered anew, since one of text may become
/// several.
final class BlockWriter {

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

  /// Begins a call, which ends the text before it.
  ///
  /// @return its number
  int beginCall(String tool, ToolUseId id, JsonObject extra) {
    endText();
    int index = next++;
    out.add(new StreamEvent.ToolUseStart(index, id, new ToolName(tool), extra));
    return index;
  }

  void input(int index, String json) {
    if (!json.isEmpty()) {
      out.add(new StreamEvent.ToolInputDelta(index, json));
    }
  }

  void endCall(int index) {
    out.add(new StreamEvent.ContentBlockStop(index));
  }

  void call(CallBlock call, ToolUseId id) {
    int index = beginCall(call.tool(), id, call.extra());
    input(index, call.input());
    endCall(index);
  }
}

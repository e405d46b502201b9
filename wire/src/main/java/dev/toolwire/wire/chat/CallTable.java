package dev.toolwire.wire.chat;

import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The calls of one answer, put together from deltas that servers number, name and repeat as they
/// like. All stay open until the answer ends, since pieces of several may come in turns.
final class CallTable {

  /// For a delta without an index.
  private static final int NO_KEY = -1;

  /// For the one call of the form of old.
  private static final int LEGACY_KEY = -2;

  private final List<OpenCall> calls = new ArrayList<>();
  private final Consumer<StreamEvent> events;
  private final IntSupplier nextBlock;
  private @Nullable OpenCall last;

  /// @param nextBlock closes what is open and says the number of the next block
  CallTable(Consumer<StreamEvent> events, IntSupplier nextBlock) {
    this.events = events;
    this.nextBlock = nextBlock;
  }

  boolean isEmpty() {
    for (OpenCall call : calls) {
      if (!call.isPhantom()) {
        return false;
      }
    }
    return true;
  }

  /// Whether all inputs are whole objects, in the strict sense that an answer without a finish
  /// reason must be held to.
  boolean areWhole() {
    return calls.stream().allMatch(call -> call.isPhantom() || call.hasWholeInput());
  }

  /// Arguments for the call with this index, the form of nearly all deltas; false if there is none.
  boolean arguments(int key, String piece) {
    OpenCall call = last;
    if (call == null || call.key() != key) {
      call = find(key);
      if (call == null) {
        return false;
      }
      last = call;
    }
    call.input(piece, events);
    tellIfKnown(call);
    return true;
  }

  /// An entry of `tool_calls` in a delta.
  void delta(WireObject entry) {
    Entry read = entry(entry);
    OpenCall call = callOf(read);
    last = call;
    add(call, read);
  }

  /// An entry of `tool_calls` in a whole message, which is a call of its own.
  void whole(WireObject entry) {
    Entry read = entry(entry);
    add(begin(calls.size(), read.type), read);
  }

  /// The member `function_call`, of which an answer has at most one.
  void legacy(WireObject call, String answer) {
    OpenCall open = find(LEGACY_KEY);
    open = open == null ? begin(LEGACY_KEY, ChatWords.FUNCTION_CALL) : open;
    open.invent(answer, 0);
    add(open, entry(NO_KEY, "", ChatWords.FUNCTION_CALL, call, ChatWords.ARGUMENTS));
  }

  /// Tells what has not been told yet, and that all is complete.
  void close(String answer) {
    for (int i = 0; i < calls.size(); i++) {
      OpenCall call = calls.get(i);
      if (!call.isTold() && !call.isPhantom()) {
        call.invent(answer, i);
        call.tell(nextBlock.getAsInt(), events);
      }
    }
    calls.stream().filter(OpenCall::isTold).forEach(call -> call.stop(events));
  }

  /// What a delta says of a call.
  private record Entry(
      int key, String id, String type, String name, String input, boolean hasInput) {}

  private static Entry entry(WireObject entry) {
    JsonNode index = entry.find("index");
    int key = index != null && index.isIntegralNumber() ? index.intValue() : NO_KEY;
    String id = entry.has("id") ? text(entry, "id") : "";
    boolean custom = entry.has(ChatWords.CUSTOM);
    String member = custom ? ChatWords.CUSTOM : ChatWords.FUNCTION;
    WireObject body =
        entry.has(member)
            ? entry.requireObject(member)
            : WireObject.of(member, entry.node().objectNode());
    return entry(key, id, member, body, custom ? ChatWords.INPUT : ChatWords.ARGUMENTS);
  }

  private static Entry entry(int key, String id, String type, WireObject body, String input) {
    JsonNode value = body.find(input);
    String text = value == null ? "" : value.isString() ? value.stringValue() : value.toString();
    return new Entry(
        key, id, type, body.has("name") ? body.requireText("name") : "", text, value != null);
  }

  private static String text(WireObject entry, String member) {
    JsonNode value = entry.find(member);
    return value == null ? "" : value.asString("");
  }

  private OpenCall callOf(Entry entry) {
    OpenCall known = entry.key == NO_KEY ? withoutIndex(entry) : withIndex(entry);
    return known != null ? known : begin(entry.key, entry.type);
  }

  /// Servers use an index again: another id, or another name behind arguments, is another call.
  private @Nullable OpenCall withIndex(Entry entry) {
    OpenCall known = find(entry.key);
    return known == null || isAnother(known, entry) ? null : known;
  }

  private static boolean isAnother(OpenCall known, Entry entry) {
    if (!entry.id.isEmpty() && !known.id().isEmpty()) {
      return !entry.id.equals(known.id());
    }
    return !entry.name.isEmpty()
        && !known.name().isEmpty()
        && known.hasInput()
        && !entry.name.equals(known.name());
  }

  /// An id not seen before is another call, and so is a name behind a call that is complete.
  private @Nullable OpenCall withoutIndex(Entry entry) {
    if (!entry.id.isEmpty()) {
      for (OpenCall call : calls) {
        if (call.id().equals(entry.id)) {
          return call;
        }
      }
      return last != null && last.id().isEmpty() && entry.name.isEmpty() ? last : null;
    }
    OpenCall before = last;
    if (before == null || entry.name.isEmpty() || !before.hasInput() || !before.hasWholeInput()) {
      return before;
    }
    boolean repeats = !entry.hasInput && entry.name.equals(before.name());
    return repeats ? before : null;
  }

  private @Nullable OpenCall find(int key) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).key() == key) {
        return calls.get(i);
      }
    }
    return null;
  }

  private OpenCall begin(int key, String type) {
    OpenCall call = new OpenCall(key, type);
    calls.add(call);
    return call;
  }

  private void add(OpenCall call, Entry entry) {
    call.id(entry.id);
    call.name(entry.name);
    if (entry.hasInput) {
      call.input(entry.input, events);
    }
    tellIfKnown(call);
  }

  private void tellIfKnown(OpenCall call) {
    if (call.canBeTold()) {
      call.tell(nextBlock.getAsInt(), events);
    }
  }
}

package dev.toolwire.wire.chat;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.Leftovers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.io.JsonStringEncoder;

/// One call of an answer while it arrives.
///
/// It is told as soon as its id and its whole name are known; what comes of its arguments before
/// that is held back. A name is whole once arguments have begun, be they empty: OpenAI sends both
/// in the first delta, while a server that sends a name in pieces sends it alone.
final class OpenCall {

  private static final int UNTOLD = -1;
  private static final int ID_DIGITS = 24;

  /// The input of a custom tool is any text; ours is an object, so it stands in a member.
  private static final String CUSTOM_HEAD = "{\"" + ChatWords.INPUT + "\":\"";

  private static final String CUSTOM_TAIL = "\"}";

  private final int key;
  private final String type;
  private String id = "";
  private String name = "";
  private boolean nameIsWhole;
  private final StringBuilder text = new StringBuilder();
  private int block = UNTOLD;

  /// @param key the wire's index; any other number if it gives none
  /// @param type `function`, `custom`, or `function_call` for the form of old
  OpenCall(int key, String type) {
    this.key = key;
    this.type = type;
  }

  int key() {
    return key;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  boolean hasInput() {
    return !text.isEmpty();
  }

  /// Whether what has come of the input is a whole JSON object.
  boolean hasWholeInput() {
    if (type.equals(ChatWords.CUSTOM)) {
      return true;
    }
    try {
      JsonObject.parse(text.toString());
      return true;
    } catch (IllegalArgumentException notYet) {
      return false;
    }
  }

  /// The first id that is not empty counts.
  void id(String given) {
    id = id.isEmpty() ? given : id;
  }

  /// A name, or a piece of it; a name that comes again in full is no piece.
  void name(String piece) {
    if (piece.isEmpty() || piece.equals(name)) {
      return;
    }
    if (nameIsWhole && !name.isEmpty()) {
      throw new MalformedWireException(
          "the call "
              + id
              + " of the tool "
              + name
              + " was given the name "
              + piece
              + " after its arguments had begun");
    }
    name += piece;
  }

  /// A piece of the input, told if the call has been told. The whole input over again says nothing.
  void input(String piece, Consumer<StreamEvent> events) {
    nameIsWhole = true;
    if (piece.isEmpty() || repeats(piece)) {
      return;
    }
    text.append(piece);
    if (block != UNTOLD) {
      events.accept(new StreamEvent.ToolInputDelta(block, onWire(piece)));
    }
  }

  /// Behind a whole object nothing can follow that begins like an object.
  private boolean repeats(String piece) {
    return piece.length() == text.length()
        && piece.charAt(0) == '{'
        && piece.charAt(piece.length() - 1) == '}'
        && text.compareTo(new StringBuilder(piece)) == 0;
  }

  boolean isTold() {
    return block != UNTOLD;
  }

  boolean canBeTold() {
    return !isTold() && !id.isEmpty() && nameIsWhole && !name.isEmpty();
  }

  /// A call of which nothing came: a gap in a server's numbering.
  boolean isPhantom() {
    return id.isEmpty() && name.isEmpty() && text.isEmpty();
  }

  /// Gives a call without an id one of its own, the same for the same answer.
  void invent(String answer, int position) {
    if (id.isEmpty()) {
      byte[] seed = (answer + '/' + position).getBytes(StandardCharsets.UTF_8);
      String digits = UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
      id = "call_" + digits.substring(0, ID_DIGITS);
    }
  }

  void tell(int index, Consumer<StreamEvent> events) {
    if (name.isEmpty()) {
      throw new MalformedWireException(
          "the call " + id + " has no name; expected the name of a tool");
    }
    block = index;
    events.accept(
        new StreamEvent.ToolUseStart(index, new ToolUseId(id), new ToolName(name), extra()));
    String held = onWire(text.toString());
    String input = type.equals(ChatWords.CUSTOM) ? CUSTOM_HEAD + held : held;
    if (!input.isEmpty()) {
      events.accept(new StreamEvent.ToolInputDelta(index, input));
    }
  }

  void stop(Consumer<StreamEvent> events) {
    if (type.equals(ChatWords.CUSTOM)) {
      events.accept(new StreamEvent.ToolInputDelta(block, CUSTOM_TAIL));
    }
    events.accept(new StreamEvent.ContentBlockStop(block));
  }

  private JsonObject extra() {
    return type.equals(ChatWords.FUNCTION)
        ? JsonObject.EMPTY
        : JsonObject.of(ChatWords.TYPE, type).with(Leftovers.WIRE, ChatWords.WIRE);
  }

  private String onWire(String piece) {
    return type.equals(ChatWords.CUSTOM)
        ? new String(JsonStringEncoder.getInstance().quoteAsCharArray(piece))
        : piece;
  }
}

package dev.toolwire.wire.chat;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Leftovers;
import tools.jackson.core.JsonGenerator;

/// Writes a call as an entry of `tool_calls`: its arguments are a text, whatever is in it.
final class CallWriter {

  private CallWriter() {}

  static void write(JsonGenerator out, ToolUse call) {
    out.writeStartObject();
    members(out, call);
    Leftovers.write(ChatWords.WIRE, call.extra().without(ChatWords.TYPE), out);
    out.writeEndObject();
  }

  /// Writes the members of an entry that the caller has opened.
  static void members(JsonGenerator out, ToolUse call) {
    boolean custom = isCustom(call);
    out.writeStringProperty("id", call.id().value());
    String type = custom ? ChatWords.CUSTOM : ChatWords.FUNCTION;
    out.writeStringProperty(ChatWords.TYPE, type);
    out.writeObjectPropertyStart(type);
    out.writeStringProperty("name", call.name().value());
    if (custom) {
      out.writeStringProperty(ChatWords.INPUT, customInput(call.input()));
    } else {
      out.writeStringProperty(ChatWords.ARGUMENTS, arguments(call.input()));
    }
    out.writeEndObject();
  }

  /// Writes the member `function_call`, the form of old, or a piece of it.
  ///
  /// @param name empty in a piece that only goes on
  static void functionCall(JsonGenerator out, String name, String arguments) {
    function(out, ChatWords.FUNCTION_CALL, name, arguments);
  }

  /// Writes a function as the member `member`.
  ///
  /// @param name empty in a piece that only goes on
  static void function(JsonGenerator out, String member, String name, String arguments) {
    out.writeObjectPropertyStart(member);
    if (!name.isEmpty()) {
      out.writeStringProperty("name", name);
    }
    out.writeStringProperty(ChatWords.ARGUMENTS, arguments);
    out.writeEndObject();
  }

  /// Whether it is the call of a tool that takes any text.
  static boolean isCustom(ToolUse call) {
    return call.extra().text(ChatWords.TYPE).orElse("").equals(ChatWords.CUSTOM);
  }

  /// The input as text: as it came, if it never became an object.
  static String arguments(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(JsonObject value) -> value.toString();
      case ToolInput.Malformed(String text, _) -> text;
      case ToolInput.Truncated(String text) -> text;
    };
  }

  static String customInput(ToolInput input) {
    return input instanceof ToolInput.Parsed(JsonObject value)
        ? value.text(ChatWords.INPUT).orElseGet(value::toString)
        : arguments(input);
  }
}

package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.toolwire.json.JsonObject;

/// The input of a [ToolUse]: an object, or the text of one that never came to be.
///
/// Only a [Parsed] input can be given to a tool. The other two keep every character that arrived,
/// so that the model can be told what was wrong with it.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
public sealed interface ToolInput {

  /// A complete JSON object.
  record Parsed(JsonObject value) implements ToolInput {}

  /// A finished text that is not a JSON object; `problem` says why, for people and for the model.
  record Malformed(String text, String problem) implements ToolInput {}

  /// A text that was cut: the model reached its token limit, or the stream died, inside it.
  record Truncated(String text) implements ToolInput {}

  /// Reads a complete text. The empty text is the empty object: that is how models call a tool
  /// without parameters.
  static ToolInput of(String text) {
    if (text.isBlank()) {
      return new Parsed(JsonObject.EMPTY);
    }
    try {
      return new Parsed(JsonObject.parse(text));
    } catch (IllegalArgumentException notAnObject) {
      return new Malformed(text, String.valueOf(notAnObject.getMessage()));
    }
  }
}

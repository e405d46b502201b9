package dev.toolwire.simulator;

import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A call of the conversation together with what came of it.
record AnsweredCall(ToolUse call, ToolResult result) {

  /// How a client says that a tool failed where a wire or a model has no field for it.
  private static final Pattern ERROR_MARK = Pattern.compile("error:\\s*", Pattern.CASE_INSENSITIVE);

  String tool() {
    return call.name().value();
  }

  boolean failed() {
    return result.status() == ToolResult.Status.ERROR || ERROR_MARK.matcher(words()).lookingAt();
  }

  /// The input; an empty object if the model wrote none that can be read.
  JsonNode input() {
    return call.input() instanceof ToolInput.Parsed(var value)
        ? value.toNode()
        : JsonNodeFactory.instance.objectNode();
  }

  /// The result's JSON if that is all there is, else its texts. A text that is a JSON object counts
  /// as one, because many clients send every result as text.
  JsonNode value() {
    if (result.content().size() == 1 && result.content().getFirst() instanceof Json(var value)) {
      return value.toNode();
    }
    String text = text();
    return object(text).orElseGet(() -> JsonNodeFactory.instance.stringNode(text));
  }

  private static Optional<JsonNode> object(String text) {
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonObject.parse(text).toNode());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The result's texts, and its JSON as text, one below the other. That it is an error is left
  /// out.
  String text() {
    Matcher mark = ERROR_MARK.matcher(words());
    return mark.lookingAt() ? words().substring(mark.end()) : words();
  }

  private String words() {
    StringBuilder text = new StringBuilder();
    for (ResultBlock block : result.content()) {
      String words =
          block instanceof Text plain
              ? plain.text()
              : block instanceof Json(var json) ? json.toString() : "";
      text.append(text.isEmpty() || words.isEmpty() ? "" : "\n").append(words);
    }
    return text.toString();
  }
}

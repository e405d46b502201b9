package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/// The answer to one [ToolUse]. Wires without a status field say an error in words instead.
public record ToolResult(ToolUseId id, Status status, List<ResultBlock> content, JsonObject extra)
    implements ContentBlock {

  /// Whether the tool did its work; Converse's `toolResult.status`.
  public enum Status {
    SUCCESS,
    ERROR
  }

  public ToolResult {
    content = List.copyOf(content);
    if (status == Status.ERROR && content.isEmpty()) {
      throw new IllegalArgumentException(
          "the error result for " + id + " has no content; say what went wrong");
    }
  }

  public ToolResult(ToolUseId id, Status status, List<ResultBlock> content) {
    this(id, status, content, JsonObject.EMPTY);
  }

  /// What it says, one block below the other: texts and JSON as they stand, anything else as a
  /// remark in brackets.
  public String text() {
    return content.stream().map(ToolResult::text).collect(Collectors.joining("\n"));
  }

  private static String text(ResultBlock block) {
    return switch (block) {
      case Text(String text, _) -> text;
      case Json(JsonObject value) -> value.toString();
      case Image _ -> "[image]";
      case Document document -> "[document " + document.name() + "]";
      case Opaque _ -> "[content of another kind]";
    };
  }

  public static ToolResult success(ToolUseId id, ResultBlock... content) {
    return new ToolResult(id, Status.SUCCESS, List.of(content));
  }

  public static ToolResult error(ToolUseId id, String words) {
    return new ToolResult(id, Status.ERROR, List.of(new Text(words)));
  }
}

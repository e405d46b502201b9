package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// One turn: who speaks and what, in order; at least one block.
public record Message(Role role, List<ContentBlock> content, JsonObject extra) {

  public Message {
    content = List.copyOf(content);
    if (content.isEmpty()) {
      throw new IllegalArgumentException(role + " message has no content; give it a block");
    }
  }

  public Message(Role role, List<? extends ContentBlock> content) {
    this(role, List.copyOf(content), JsonObject.EMPTY);
  }

  public static Message user(String text) {
    return new Message(Role.USER, List.of(new Text(text)));
  }

  public static Message assistant(String text) {
    return new Message(Role.ASSISTANT, List.of(new Text(text)));
  }

  /// The requests to run tools in this message, in order.
  public List<ToolUse> toolUses() {
    return blocks(ToolUse.class);
  }

  /// The tool results in this message, in order.
  public List<ToolResult> toolResults() {
    return blocks(ToolResult.class);
  }

  /// The text of this message, its text blocks joined as they stand.
  public String text() {
    return content.stream()
        .map(block ->
            switch (block) {
              case Text(String text, _) -> text;
              case Citations(List<String> texts, _, _) -> String.join("", texts);
              case ToolUse _,
                  ToolResult _,
                  Reasoning _,
                  RedactedReasoning _,
                  Image _,
                  Document _,
                  CachePoint _,
                  Opaque _ ->
                  "";
            })
        .collect(Collectors.joining());
  }

  private <B extends ContentBlock> List<B> blocks(Class<B> kind) {
    List<B> blocks = new ArrayList<>();
    for (ContentBlock block : content) {
      if (kind.isInstance(block)) {
        blocks.add(kind.cast(block));
      }
    }
    return Collections.unmodifiableList(blocks);
  }
}

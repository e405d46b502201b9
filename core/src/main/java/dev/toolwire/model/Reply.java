package dev.toolwire.model;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model's whole answer. Streaming or not, the same answer gives an equal reply.
///
/// @param content the blocks, in order; a model may have nothing to say
/// @param latency the provider's own figure, zero if it gives none
/// @param extra what else the wire said about the answer, such as `additionalModelResponseFields`
///   and `trace`
public record Reply(
    List<ContentBlock> content,
    StopReason stopReason,
    Usage usage,
    Duration latency,
    JsonObject extra) {

  public Reply {
    content = cutShort(stopReason) ? withCutInput(content) : List.copyOf(content);
  }

  public Reply(List<? extends ContentBlock> content, StopReason stopReason, Usage usage) {
    this(List.copyOf(content), stopReason, usage, Duration.ZERO, JsonObject.EMPTY);
  }

  private static boolean cutShort(StopReason reason) {
    return reason == StopReason.Known.MAX_TOKENS
        || reason == StopReason.Known.MODEL_CONTEXT_WINDOW_EXCEEDED;
  }

  /// A call that ends an answer cut short is whole only if its input is an object with members: a
  /// cut call arrives as no characters at all, or as an empty object, as often as it arrives in
  /// part.
  private static List<ContentBlock> withCutInput(List<ContentBlock> content) {
    if (content.isEmpty() || !(content.getLast() instanceof ToolUse call)) {
      return List.copyOf(content);
    }
    ToolInput input =
        switch (call.input()) {
          case ToolInput.Parsed(var value) when value.isEmpty() -> new ToolInput.Truncated("");
          case ToolInput.Malformed(String text, _) -> new ToolInput.Truncated(text);
          case ToolInput.Parsed _, ToolInput.Truncated _ -> call.input();
        };
    List<ContentBlock> cut = new ArrayList<>(content);
    cut.set(cut.size() - 1, call.withInput(input));
    return List.copyOf(cut);
  }

  /// The answer as an assistant message; empty if the model had nothing to say.
  public Optional<Message> message() {
    return content.isEmpty() ? Optional.empty() : Optional.of(new Message(Role.ASSISTANT, content));
  }

  public List<ToolUse> toolUses() {
    return message().map(Message::toolUses).orElse(List.of());
  }

  /// The text of the answer; empty if it has none.
  public String text() {
    return message().map(Message::text).orElse("");
  }

  /// The reply that these events fold into.
  ///
  /// @throws ModelException as [MessageFold] does
  public static Reply of(Iterable<StreamEvent> events) {
    MessageFold fold = new MessageFold();
    events.forEach(fold::accept);
    return fold.reply();
  }

  /// Events that fold into this reply, one delta for each block.
  public List<StreamEvent> events() {
    return ReplyEvents.of(this);
  }
}

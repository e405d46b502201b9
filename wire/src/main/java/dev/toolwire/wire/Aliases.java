package dev.toolwire.wire;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.StreamEvent;
import java.util.Map;

/// The ids and names that a request could not carry as they are, each by what stands in its place.
/// Immutable.
///
/// @param ids from what was sent to what was meant
/// @param names from what was sent to what was meant
public record Aliases(Map<ToolUseId, ToolUseId> ids, Map<ToolName, ToolName> names) {

  /// Everything is sent under its own name.
  public static final Aliases NONE = new Aliases(Map.of(), Map.of());

  public Aliases {
    ids = Map.copyOf(ids);
    names = Map.copyOf(names);
  }

  /// What the caller calls the tool that the model calls `sent`.
  public ToolName original(ToolName sent) {
    return names.getOrDefault(sent, sent);
  }

  /// What the caller calls the call that was sent as `sent`.
  public ToolUseId original(ToolUseId sent) {
    return ids.getOrDefault(sent, sent);
  }

  /// `event` with the name that the caller gave the tool. New ids of calls are the model's own.
  public StreamEvent original(StreamEvent event) {
    return switch (event) {
      case StreamEvent.ToolUseStart(int index, ToolUseId id, ToolName name, JsonObject extra) ->
          new StreamEvent.ToolUseStart(index, id, original(name), extra);
      case StreamEvent.WholeBlock(int index, ToolUse call) ->
          new StreamEvent.WholeBlock(
              index, new ToolUse(call.id(), original(call.name()), call.input(), call.extra()));
      default -> event;
    };
  }
}

package dev.toolwire.model;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import java.util.ArrayList;
import java.util.List;

/// Tells a whole reply as a stream: the inverse of [MessageFold].
final class ReplyEvents {

  private ReplyEvents() {}

  static List<StreamEvent> of(Reply reply) {
    List<StreamEvent> events = new ArrayList<>();
    events.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    for (int i = 0; i < reply.content().size(); i++) {
      tell(i, reply.content().get(i), events);
      events.add(new StreamEvent.ContentBlockStop(i));
    }
    events.add(new StreamEvent.MessageStop(reply.stopReason(), dev.toolwire.json.JsonObject.EMPTY));
    events.add(new StreamEvent.Metadata(reply.usage(), reply.latency(), reply.extra()));
    return events;
  }

  private static void tell(int index, ContentBlock block, List<StreamEvent> events) {
    switch (block) {
      case Text text when text.extra().isEmpty() ->
          events.add(new StreamEvent.TextDelta(index, text.text()));
      case ToolUse call when !(call.input() instanceof ToolInput.Truncated) -> {
        events.add(new StreamEvent.ToolUseStart(index, call.id(), call.name(), call.extra()));
        events.add(new StreamEvent.ToolInputDelta(index, inputText(call.input())));
      }
      case Reasoning reasoning when reasoning.extra().isEmpty() -> {
        events.add(new StreamEvent.ReasoningDelta(index, reasoning.text()));
        if (!reasoning.signature().isEmpty()) {
          events.add(new StreamEvent.SignatureDelta(index, reasoning.signature()));
        }
      }
      case Text _,
          ToolUse _,
          ToolResult _,
          Reasoning _,
          RedactedReasoning _,
          Image _,
          Document _,
          Citations _,
          CachePoint _,
          Opaque _ ->
          events.add(new StreamEvent.WholeBlock(index, block));
    }
  }

  private static String inputText(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(var value) -> value.toString();
      case ToolInput.Malformed(String text, _) -> text;
      case ToolInput.Truncated(String text) -> text;
    };
  }
}

package dev.toolwire.wire.chat;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Leftovers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes the body of a whole answer.
final class ReplyWriter {

  private final JsonGenerator out;
  private final ChatHead head;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private final List<ToolUse> calls = new ArrayList<>();
  private final List<Opaque> others = new ArrayList<>();
  private final List<Citations> cited = new ArrayList<>();

  private ReplyWriter(JsonGenerator out, ChatHead head) {
    this.out = out;
    this.head = head;
  }

  /// @param choices one or several
  /// @param usage of all of them
  static void write(JsonGenerator out, ChatHead head, List<Reply> choices, Usage usage) {
    out.writeStartObject();
    head(out, head, "chat.completion");
    out.writeArrayPropertyStart("choices");
    for (int index = 0; index < choices.size(); index++) {
      new ReplyWriter(out, head).choice(index, choices.get(index));
    }
    out.writeEndArray();
    out.writeName("usage");
    UsageFigures.write(out, usage);
    out.writeEndObject();
  }

  private void choice(int index, Reply reply) {
    reply.content().forEach(this::sort);
    out.writeStartObject();
    out.writeNumberProperty("index", index);
    message();
    out.writeNullProperty("logprobs");
    out.writeStringProperty(
        "finish_reason", head.finishReason(reply.stopReason(), !refusal.isEmpty()));
    out.writeEndObject();
  }

  /// Writes what whole answers and chunks have in common.
  static void head(JsonGenerator out, ChatHead head, String object) {
    out.writeStringProperty("id", head.id());
    out.writeStringProperty("object", object);
    out.writeNumberProperty("created", head.created());
    out.writeStringProperty("model", head.model().value());
    out.writeStringProperty("service_tier", "default");
    out.writeStringProperty("system_fingerprint", "fp_toolwire");
  }

  private void sort(ContentBlock block) {
    switch (block) {
      case Text words when PartWriter.isRefusal(words) -> refusal.append(words.text());
      case Text(String words, _) -> text.append(words);
      case Citations citations -> {
        text.append(String.join("", citations.content()));
        cited.add(citations);
      }
      case Reasoning thought -> reasoning.append(thought.text());
      case ToolUse call -> calls.add(own(call));
      case Opaque opaque when opaque.type().equals(ChatWords.REASONING_DETAILS) ->
          others.add(opaque);
      case RedactedReasoning _ -> {}
      case Opaque _, ToolResult _, Image _, Document _, CachePoint _ ->
          throw new UnsupportedOnWireException(
              "Chat has no word for a " + block.getClass().getSimpleName() + " of the assistant");
    }
  }

  /// The call without what another wire says beside it.
  private static ToolUse own(ToolUse call) {
    return Leftovers.areForeign(ChatWords.WIRE, call.extra())
        ? new ToolUse(call.id(), call.name(), call.input(), JsonObject.EMPTY)
        : call;
  }

  private void message() {
    out.writeObjectPropertyStart("message");
    out.writeStringProperty("role", "assistant");
    nullable("content", text, !calls.isEmpty() || !refusal.isEmpty());
    nullable(ChatWords.REFUSAL, refusal, true);
    if (!reasoning.isEmpty()) {
      out.writeStringProperty(ChatWords.REASONING_CONTENT, reasoning.toString());
    }
    others.forEach(opaque -> opaque.json().writeMembers(out));
    annotations();
    calls();
    out.writeEndObject();
  }

  private void calls() {
    head.requireSayable(calls.size());
    if (calls.isEmpty()) {
      return;
    }
    if (head.functionCall()) {
      CallWriter.functionCall(
          out, calls.getFirst().name().value(), CallWriter.arguments(calls.getFirst().input()));
      return;
    }
    out.writeArrayPropertyStart(ChatWords.TOOL_CALLS);
    calls.forEach(call -> CallWriter.write(out, call));
    out.writeEndArray();
  }

  private void annotations() {
    Annotations.write(
        out, cited.stream().flatMap(citations -> citations.citations().stream()).toList());
  }

  private void nullable(String member, StringBuilder value, boolean orNull) {
    if (value.isEmpty() && orNull) {
      out.writeNullProperty(member);
    } else {
      out.writeStringProperty(member, value.toString());
    }
  }
}

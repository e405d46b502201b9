package dev.toolwire.wire.messages;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes the body of a unary answer.
final class ReplyWriter {

  /// Members of every message that are null when there is nothing to say.
  private static final List<String> NULLABLE =
      List.of("stop_sequence", "stop_details", "container");

  private ReplyWriter() {}

  static void write(JsonGenerator out, MessageHead head, Reply reply) {
    out.writeStartObject();
    start(out, head, reply.extra());
    out.writeArrayPropertyStart("content");
    BlockWriter blocks = new BlockWriter(out);
    reply.content().forEach(block -> blocks.block(whole(block)));
    out.writeEndArray();
    out.writeStringProperty("stop_reason", word(reply.stopReason()));
    ending(out, reply.extra());
    UsageFigures.write(out, reply.usage());
    rest(reply.extra()).writeMembers(out);
    out.writeEndObject();
  }

  static void start(JsonGenerator out, MessageHead head, JsonObject extra) {
    out.writeStringProperty("id", extra.text("id").orElse(head.id()));
    out.writeStringProperty("type", "message");
    out.writeStringProperty("role", "assistant");
    out.writeStringProperty("model", extra.text("model").orElse(head.model().value()));
  }

  /// The members that say how the answer ended, beside the reason.
  static void ending(JsonGenerator out, JsonObject extra) {
    for (String member : NULLABLE) {
      out.writeName(member);
      extra.member(member).ifPresentOrElse(out::writeTree, out::writeNull);
    }
  }

  /// The members that have no place of their own.
  static JsonObject rest(JsonObject extra) {
    JsonObject rest = extra.without("id").without("model");
    for (String member : NULLABLE) {
      rest = rest.without(member);
    }
    return rest;
  }

  /// The reason in the words of this wire, which has none for some that only Bedrock gives.
  static String word(StopReason reason) {
    return switch (reason) {
      case StopReason.Known.GUARDRAIL_INTERVENED, StopReason.Known.CONTENT_FILTERED ->
          StopReason.Known.REFUSAL.value();
      case StopReason.Known.MALFORMED_MODEL_OUTPUT, StopReason.Known.MALFORMED_TOOL_USE ->
          StopReason.Known.END_TURN.value();
      case StopReason.Known _, StopReason.Other _ -> reason.value();
    };
  }

  /// A unary answer has no form for half an input. An empty object at the end of an answer that was
  /// cut short is what a client takes for one ([Reply]).
  private static ContentBlock whole(ContentBlock block) {
    return block instanceof ToolUse call && call.input() instanceof ToolInput.Truncated
        ? call.withInput(new ToolInput.Parsed(JsonObject.EMPTY))
        : block;
  }
}

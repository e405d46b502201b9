package dev.toolwire.wire.converse;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes the body of a unary answer.
final class ReplyWriter {

  private ReplyWriter() {}

  static void write(JsonGenerator out, Reply reply) {
    out.writeStartObject();
    out.writeObjectPropertyStart("output");
    out.writeObjectPropertyStart("message");
    out.writeStringProperty("role", "assistant");
    List<ContentBlock> content = reply.content().stream().map(ReplyWriter::whole).toList();
    new BlockWriter(out).blocks("content", content);
    out.writeEndObject();
    out.writeEndObject();
    out.writeStringProperty("stopReason", reply.stopReason().value());
    AnswerFigures.write(out, reply.usage(), reply.latency(), reply.extra());
    out.writeEndObject();
  }

  /// A unary answer has no form for half an input. An empty object at the end of an answer that was
  /// cut short is what a client takes for one ([Reply]).
  private static ContentBlock whole(ContentBlock block) {
    return block instanceof ToolUse call && call.input() instanceof ToolInput.Truncated
        ? call.withInput(new ToolInput.Parsed(JsonObject.EMPTY))
        : block;
  }
}

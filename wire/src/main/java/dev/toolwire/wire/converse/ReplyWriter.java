package dev.toolwire.wire.converse;

import dev.toolwire.model.Reply;
import tools.jackson.core.JsonGenerator;

/// Writes the body of a unary answer.
final class ReplyWriter {

  private ReplyWriter() {}

  static void write(JsonGenerator out, Reply reply) {
    out.writeStartObject();
    out.writeObjectPropertyStart("output");
    out.writeObjectPropertyStart("message");
    out.writeStringProperty("role", "assistant");
    new BlockWriter(out, true).blocks("content", reply.content());
    out.writeEndObject();
    out.writeEndObject();
    out.writeStringProperty("stopReason", reply.stopReason().value());
    AnswerFigures.write(out, reply.usage(), reply.latency());
    reply.extra().writeMembers(out);
    out.writeEndObject();
  }
}

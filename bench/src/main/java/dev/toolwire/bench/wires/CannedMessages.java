package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.CannedHttp;
import dev.toolwire.bench.loop.CannedWire;
import dev.toolwire.bench.loop.Workload;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.messages.MessageHead;
import dev.toolwire.wire.messages.MessagesServerCodec;

/// Messages as Anthropic's own service says it.
final class CannedMessages implements CannedWire {

  private static final String ID = "request-id: req_011CVHaHTmqzeFdMYTx9vEGj";
  private static final ModelId MODEL = new ModelId(Wire.MESSAGES.model(Workload.STREAMING));

  private final MessagesServerCodec codec = new MessagesServerCodec();

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public String longInputMark() {
    return Wire.MESSAGES.longInputModel();
  }

  @Override
  public String streamMark() {
    return "\"stream\":true";
  }

  @Override
  public String resultMark() {
    return "\"tool_use_id\":";
  }

  @Override
  public byte[] unary(Reply reply) {
    return CannedHttp.whole(ID, codec.reply(head(reply), reply));
  }

  @Override
  public byte[] streamed(Reply reply) {
    return CannedHttp.streamed(
        "text/event-stream; charset=utf-8", ID, reply, codec.encoder(head(reply))::event);
  }

  private static MessageHead head(Reply reply) {
    return new MessageHead("msg_01XFDUDYJgAACzvnptvVoYEL", MODEL, reply.usage());
  }
}

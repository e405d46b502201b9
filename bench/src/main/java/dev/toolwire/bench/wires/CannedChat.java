package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.CannedHttp;
import dev.toolwire.bench.loop.CannedWire;
import dev.toolwire.bench.loop.Workload;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.chat.ChatHead;
import dev.toolwire.wire.chat.ChatServerCodec;
import java.util.Optional;
import java.util.SplittableRandom;

/// Chat Completions as OpenAI's own service says it to who turns nothing off: with padding.
final class CannedChat implements CannedWire {

  private static final String ID = "x-request-id: req_5b8f0e8c2e1d4f63a0b1c2d3e4f50617";
  private static final ModelId MODEL = new ModelId(Wire.CHAT.model(Workload.STREAMING));
  private static final long CREATED = 1_795_176_000;

  private final ChatServerCodec codec = new ChatServerCodec();

  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public String longInputMark() {
    return Wire.CHAT.longInputModel();
  }

  @Override
  public String streamMark() {
    return "\"stream\":true";
  }

  @Override
  public String resultMark() {
    return "\"tool_call_id\":";
  }

  @Override
  public byte[] unary(Reply reply) {
    return CannedHttp.whole(ID, codec.reply(head(), reply));
  }

  @Override
  public byte[] streamed(Reply reply) {
    return CannedHttp.streamed(
        "text/event-stream; charset=utf-8", ID, reply, codec.encoder(head())::event);
  }

  private static ChatHead head() {
    return new ChatHead(
        "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
        MODEL,
        CREATED,
        true,
        Optional.of(new SplittableRandom(7)));
  }
}

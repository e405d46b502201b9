package dev.toolwire.bench.loop;

import dev.toolwire.model.Reply;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.Padding;
import java.util.SplittableRandom;

/// Converse, with padding as the service writes it.
public final class CannedConverse implements CannedWire {

  private static final String ID = "x-amzn-RequestId: 0b9c1e7e-58e4-4a0e-a5c0-6b1df5e55b0f";

  private final ConverseServerCodec codec = new ConverseServerCodec();

  @Override
  public String path() {
    return "/model/";
  }

  @Override
  public String longInputMark() {
    return "opus";
  }

  @Override
  public String streamMark() {
    return "converse-stream";
  }

  @Override
  public String resultMark() {
    return "\"toolResult\":";
  }

  @Override
  public byte[] unary(Reply reply) {
    return CannedHttp.whole(ID, codec.reply(reply));
  }

  @Override
  public byte[] streamed(Reply reply) {
    return CannedHttp.streamed(
        "application/vnd.amazon.eventstream",
        ID,
        reply,
        codec.encoder(Padding.random(new SplittableRandom(7)))::event);
  }
}

package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.invoke.InvokePath;
import dev.toolwire.wire.invoke.InvokeServerCodec;
import dev.toolwire.wire.invoke.InvokeStreamEncoder;
import dev.toolwire.wire.messages.MessageHead;

/// One InvokeModel, of a Claude.
///
/// @param padding whether the frames of a stream are padded, as the service does
record InvokeCall(Visit visit, InvokePath path, boolean padding) implements BedrockCall {

  private static final int ID_LETTERS = 22;

  @Override
  public ModelId asked() {
    return path.model();
  }

  @Override
  public ModelRequest read(ModelId model) {
    return codec().read(new InvokePath(model, path.streaming()), visit.request().body());
  }

  @Override
  public boolean takesOneCall(ModelRequest asked) {
    return MessageHead.isForOneCall(asked);
  }

  @Override
  public ToolIds toolIds() {
    return ToolIds.BEDROCK_MESSAGES;
  }

  @Override
  public Headers headers(boolean streaming) {
    return streaming
        ? codec().streamHeaders().and("x-amzn-RequestId", requestId())
        : ConverseCall.headers(false, requestId());
  }

  @Override
  public Headers headers(Reply reply) {
    return codec()
        .replyHeaders(reply.usage(), reply.latency())
        .and("x-amzn-RequestId", requestId());
  }

  @Override
  public byte[] whole(ModelRequest asked, Reply reply) {
    return codec().reply(head(asked, Usage.NONE), reply);
  }

  private MessageHead head(ModelRequest asked, Usage usage) {
    return new MessageHead(
        "msg_bdrk_01" + ToolIds.letters(visit.random(), ID_LETTERS), asked.model(), usage);
  }

  @Override
  public boolean says(StopReason reason) {
    return true;
  }

  @Override
  public StreamWriter writer(ModelRequest asked, Take take) {
    InvokeStreamEncoder encoder =
        codec().encoder(head(asked, take.usageAtStart()), take.pace().first(), pads());
    return StreamWriter.of(encoder::event, encoder::exception, EventStreamFrames::of);
  }

  @Override
  public Fault named(Fault error) {
    return codec().fault(error);
  }

  @Override
  public Answer.Response error(Fault error, long dueNanos) {
    return Answer.whole(
        error.status(), codec().errorHeaders(error), codec().error(error), dueNanos);
  }

  private static InvokeServerCodec codec() {
    return InvokeService.codec();
  }
}

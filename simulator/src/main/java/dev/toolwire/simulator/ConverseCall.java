package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.converse.ConversePath;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.ConverseStreamEncoder;
import java.nio.charset.StandardCharsets;

/// One Converse or ConverseStream.
///
/// @param padding whether the events of a stream are padded, as the service does
record ConverseCall(Visit visit, ConversePath path, boolean padding) implements BedrockCall {

  private static final String JSON = "application/json";
  private static final String STREAM = "application/vnd.amazon.eventstream";

  @Override
  public ModelId asked() {
    return path.model();
  }

  @Override
  public ModelRequest read(ModelId model) {
    return codec().read(model, path.streaming(), visit.request().body());
  }

  @Override
  public ToolIds toolIds() {
    return ToolIds.CONVERSE;
  }

  @Override
  public Headers headers(boolean streaming) {
    return headers(streaming, visit.requestId());
  }

  /// The headers of an answer of Bedrock's runtime.
  static Headers headers(boolean streaming, String requestId) {
    return Headers.of("Content-Type", streaming ? STREAM : JSON, "x-amzn-RequestId", requestId);
  }

  @Override
  public byte[] whole(ModelRequest asked, Reply reply) {
    return codec().reply(reply);
  }

  @Override
  public boolean says(StopReason reason) {
    return reason != StopReason.Known.PAUSE_TURN && reason != StopReason.Known.REFUSAL;
  }

  @Override
  public StreamWriter writer(ModelRequest asked, Take take) {
    ConverseStreamEncoder encoder = codec().encoder(pads());
    return StreamWriter.of(encoder::event, encoder::exception, EventStreamFrames::of);
  }

  @Override
  public Fault named(Fault error) {
    return atBedrock(error);
  }

  /// What Bedrock's runtime calls an error.
  static Fault atBedrock(Fault error) {
    return codec().fault(error);
  }

  @Override
  public Answer.Response error(Fault error, long dueNanos) {
    return refusal(error, dueNanos);
  }

  /// An error of Bedrock's runtime.
  static Answer.Response refusal(Fault error, long dueNanos) {
    return Answer.whole(
        error.status(), codec().errorHeaders(error), codec().error(error), dueNanos);
  }

  /// The front end, which knows who may come in but not what models do, says `Message`.
  static Answer frontEnd(Refused why, String requestId) {
    Headers headers =
        Headers.of(
            "Content-Type", JSON, "x-amzn-ErrorType", why.type(), "x-amzn-RequestId", requestId);
    byte[] body =
        JsonObject.of("Message", why.message()).toString().getBytes(StandardCharsets.UTF_8);
    return Answer.whole(why.status(), headers, body, 0);
  }

  private static ConverseServerCodec codec() {
    return ConverseService.codec();
  }
}

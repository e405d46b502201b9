package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.ModelPath;
import dev.toolwire.wire.eventstream.EventStreamEncoder;
import dev.toolwire.wire.messages.MessageHead;
import dev.toolwire.wire.messages.MessagesServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One InvokeModel, of a Claude.
///
/// @param padding whether the frames of a stream are padded, as the service does
record InvokeCall(Visit visit, ModelPath path, boolean padding) implements ModelCall {

  private static final int ID_LETTERS = 22;
  private static final int LONGEST_PADDING = 32;

  @Override
  public ModelId asked() {
    return path.model();
  }

  @Override
  public String requestId() {
    return visit.requestId();
  }

  private boolean streaming() {
    return path.operation().equals(InvokeService.STREAMING);
  }

  @Override
  public ModelRequest read(ModelId model) {
    return MessagesService.codec().readInvoke(model, streaming(), visit.request().body());
  }

  @Override
  public ToolIds toolIds() {
    return ToolIds.BEDROCK_MESSAGES;
  }

  @Override
  public Headers headers(boolean streaming) {
    return ConverseCall.headers(streaming, visit.requestId());
  }

  @Override
  public byte[] whole(ModelRequest asked, Reply reply) {
    return MessagesService.codec().reply(head(asked, Usage.NONE), reply);
  }

  private MessageHead head(ModelRequest asked, Usage usage) {
    return new MessageHead(
        "msg_bdrk_01" + ToolIds.letters(visit.random(), ID_LETTERS), asked.model(), usage);
  }

  @Override
  public boolean says(StopReason reason) {
    return true;
  }

  /// Nobody has seen a ping on this wire.
  @Override
  public Optional<Heartbeat> heartbeat() {
    return Optional.empty();
  }

  @Override
  public boolean hasChecksums() {
    return true;
  }

  @Override
  public boolean saysAnyInput() {
    return false;
  }

  @Override
  public StreamWriter writer(ModelRequest asked, Take take) {
    return new Chunks(this, head(asked, take.usage()), take.usage());
  }

  /// Events of Messages, each in base64 in a frame of its own.
  private static final class Chunks implements StreamWriter {
    private final InvokeCall call;
    private final Usage usage;
    private final Consumer<StreamEvent> texts;
    private final EventStreamEncoder encoder = new EventStreamEncoder();
    private final List<byte[]> frames = new ArrayList<>();

    Chunks(InvokeCall call, MessageHead head, Usage usage) {
      this.call = call;
      this.usage = usage;
      this.texts = MessagesServerCodec.texts(head, this::frame);
    }

    @Override
    public List<byte[]> event(StreamEvent event) {
      frames.clear();
      if (!(event instanceof StreamEvent.Ping)) {
        texts.accept(event);
      }
      return List.copyOf(frames);
    }

    private void frame(String type, byte[] array, int length) {
      byte[] text = Arrays.copyOf(array, length);
      String event =
          Base64.getEncoder()
              .encodeToString(type.equals("message_stop") ? withMetrics(text) : text);
      JsonObject payload = JsonObject.of("bytes", event);
      byte[] bytes = utf8(call.padding ? payload.with("p", call.pad()) : payload);
      encoder.event("chunk", bytes, 0, bytes.length);
      frames.add(encoder.take());
    }

    private byte[] withMetrics(byte[] messageStop) {
      JsonObject metrics =
          JsonObject.of("inputTokenCount", usage.inputTokens())
              .with("outputTokenCount", usage.outputTokens());
      return utf8(
          JsonObject.parse(new String(messageStop, StandardCharsets.UTF_8))
              .with("amazon-bedrock-invocationMetrics", metrics.toNode()));
    }

    @Override
    public List<byte[]> failure(Fault fault) {
      byte[] message = utf8(JsonObject.of("message", fault.message()));
      encoder.exception(fault.type(), message, 0, message.length);
      return List.of(encoder.take());
    }

    @Override
    public List<byte[]> end() {
      return List.of();
    }

    private static byte[] utf8(JsonObject json) {
      return json.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private String pad() {
    return ToolIds.letters(visit.random(), 1 + visit.random().nextInt(LONGEST_PADDING));
  }

  @Override
  public Fault named(Fault error) {
    return ConverseCall.atBedrock(error);
  }

  @Override
  public Answer.Response error(Fault error, long dueNanos) {
    return ConverseCall.refusal(error, dueNanos);
  }
}

package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.messages.MessageHead;
import dev.toolwire.wire.messages.MessagesServerCodec;
import dev.toolwire.wire.messages.MessagesStreamEncoder;
import java.time.Duration;
import java.util.Optional;

/// One request for a message.
record MessagesCall(Visit visit, NamedBody body, RateLimits limits) implements SseCall {

  private static final String BETA = "anthropic-beta";
  private static final int ID_LETTERS = 22;

  /// About as often as traces of the service show it.
  private static final Duration PING_EVERY = Duration.ofSeconds(15);

  MessagesCall(Visit visit, RateLimits limits) {
    this(visit, NamedBody.of(visit.request().body()), limits);
  }

  @Override
  public ModelRequest read(ModelId model) {
    Headers headers = visit.request().headers();
    ModelRequest request = codec().read(headers, body.naming(model));
    boolean eager =
        headers.all(BETA).stream().anyMatch(flags -> flags.contains(Director.FINE_GRAINED));
    return eager
        ? request.withTools(request.tools().stream().map(MessagesCall::eager).toList())
        : request;
  }

  private static ToolSpec eager(ToolSpec tool) {
    return new ToolSpec(tool.name(), tool.description(), tool.inputSchema(), tool.strict(), true);
  }

  @Override
  public boolean takesOneCall(ModelRequest asked) {
    return MessageHead.isForOneCall(asked);
  }

  @Override
  public ToolIds toolIds() {
    return ToolIds.MESSAGES;
  }

  @Override
  public Headers headers(boolean streaming) {
    Headers headers = SseFrames.headers(streaming);
    return limits.anthropic(headers.and("request-id", requestId()), visit.number());
  }

  @Override
  public byte[] whole(ModelRequest asked, Reply reply) {
    return codec().reply(head(Usage.NONE), reply);
  }

  @Override
  public boolean says(StopReason reason) {
    return true;
  }

  @Override
  public Optional<Heartbeat> heartbeat() {
    return Optional.of(new Heartbeat(PING_EVERY, true));
  }

  @Override
  public boolean saysAnyInput() {
    return false;
  }

  @Override
  public StreamWriter writer(ModelRequest asked, Take take) {
    MessagesStreamEncoder encoder = codec().encoder(head(take.usageAtStart()));
    return StreamWriter.of(encoder::event, encoder::exception, SseFrames::of);
  }

  private MessageHead head(Usage usage) {
    return new MessageHead(
        "msg_01" + ToolIds.letters(visit.random(), ID_LETTERS), body.model(), usage);
  }

  @Override
  public Fault named(Fault error) {
    return codec().fault(error);
  }

  @Override
  public Answer.Response error(Fault error, long dueNanos) {
    Headers headers = limits.anthropic(codec().errorHeaders(error), visit.number());
    return Answer.whole(error.status(), headers, codec().error(error), dueNanos);
  }

  private static MessagesServerCodec codec() {
    return MessagesService.codec();
  }
}

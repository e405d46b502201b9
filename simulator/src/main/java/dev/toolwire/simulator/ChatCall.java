package dev.toolwire.simulator;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.chat.ChatHead;
import dev.toolwire.wire.chat.ChatServerCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// One request for a chat completion.
record ChatCall(Visit visit, NamedBody body, Setting setting) implements SseCall {

  private static final int ID_LETTERS = 29;

  /// What all requests have in common.
  ///
  /// @param clock when an answer is made, to the second
  /// @param comments how long a stream may be silent before a comment comes; zero for no comments
  record Setting(RateLimits limits, InstantSource clock, Duration comments) {}

  ChatCall(Visit visit, Setting setting) {
    this(visit, NamedBody.of(visit.request().body()), setting);
  }

  @Override
  public ModelRequest read(ModelId model) {
    return codec().read(visit.request().headers(), body.naming(model));
  }

  @Override
  public boolean takesOneCall(ModelRequest asked) {
    return ChatHead.isForOneCall(asked);
  }

  @Override
  public ToolIds toolIds() {
    return ToolIds.CHAT;
  }

  @Override
  public Headers headers(boolean streaming) {
    Headers headers = SseFrames.headers(streaming);
    return setting
        .limits()
        .openAi(
            headers.and("x-request-id", requestId()).and("openai-version", "2020-10-01"),
            visit.number());
  }

  @Override
  public byte[] whole(ModelRequest asked, Reply reply) {
    tellLosses(asked, reply.content());
    return choices(asked).whole(reply);
  }

  @Override
  public boolean says(StopReason reason) {
    return reason != StopReason.Known.PAUSE_TURN;
  }

  @Override
  public Optional<Heartbeat> heartbeat() {
    return setting.comments().isZero()
        ? Optional.empty()
        : Optional.of(new Heartbeat(setting.comments(), false));
  }

  /// Arguments are a text here.
  @Override
  public boolean saysAnyInput() {
    return true;
  }

  @Override
  public StreamWriter writer(ModelRequest asked, Take take) {
    tellLosses(asked, take.content());
    return choices(asked).writer();
  }

  private ChatChoices choices(ModelRequest asked) {
    return new ChatChoices(
        codec(),
        head(asked),
        ChatHead.choices(asked),
        _ -> new ToolUseId(toolIds().next(visit.random())));
  }

  private static void tellLosses(ModelRequest asked, List<ContentBlock> content) {
    Losses lost = codec().losses(content);
    if (!lost.isEmpty()) {
      LossPolicy.log().decide(asked, lost);
    }
  }

  private ChatHead head(ModelRequest asked) {
    return ChatHead.answering(
        asked,
        "chatcmpl-" + ToolIds.letters(visit.random(), ID_LETTERS),
        setting.clock().instant().getEpochSecond(),
        new SplittableRandom(visit.random().nextLong()));
  }

  /// Another wire's name is left out, so that the kind decides.
  @Override
  public Fault named(Fault error) {
    boolean foreign =
        error.kind() != ErrorKind.UNKNOWN
            && (error.type().endsWith("Exception") || FOREIGN.contains(error.type()));
    return codec().fault(foreign ? error.renamed("Error", error.status()) : error);
  }

  private static final List<String> FOREIGN =
      List.of("overloaded_error", "api_error", "billing_error", "timeout_error", "not_found_error");

  @Override
  public Answer.Response error(Fault error, long dueNanos) {
    Headers headers = setting.limits().openAi(codec().errorHeaders(error), visit.number());
    return Answer.whole(error.status(), headers, codec().error(error), dueNanos);
  }

  private static ChatServerCodec codec() {
    return ChatService.codec();
  }
}

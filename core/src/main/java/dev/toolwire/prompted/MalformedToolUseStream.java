package dev.toolwire.prompted;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.MessageFold;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextCallStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stream of a [MalformedToolUse]: that of its latest attempt.
final class MalformedToolUseStream implements ModelStream {

  private static final Logger LOG = LoggerFactory.getLogger(MalformedToolUse.class);

  private final MalformedToolUse model;
  private final ModelRequest request;
  private volatile ModelStream current;
  private volatile boolean closed;

  /// The end of an answer that could not be read: kept back until it is clear what to do about it.
  private final Queue<Arrival> malformedEnd = new ArrayDeque<>();

  private final Queue<Arrival> ready = new ArrayDeque<>();
  private MessageFold fold = new MessageFold();
  private Usage spent = Usage.NONE;
  private long firstByte;
  private long lastByte;
  private int attempt = 1;
  private boolean over;

  MalformedToolUseStream(MalformedToolUse model, ModelRequest request, ModelStream first) {
    this.model = model;
    this.request = request;
    this.current = first;
  }

  @Override
  public Arrival next(Duration patience) {
    if (!ready.isEmpty()) {
      return ready.remove();
    }
    if (over) {
      return Arrival.END;
    }
    try {
      return switch (current.next(patience)) {
        case Arrival.Event arrival -> heard(arrival);
        case Arrival.Nothing nothing -> nothing;
        case Arrival.End end -> malformedEnd.isEmpty() ? end : afterMalformed();
      };
    } catch (ProviderException failure) {
      return afterFailure(failure);
    }
  }

  private Arrival heard(Arrival.Event arrival) {
    firstByte = arrival.firstByteNanos();
    lastByte = arrival.lastByteNanos();
    Arrival.Event told = withAllTokens(arrival);
    if (!(told.event() instanceof StreamEvent.ToolInputDelta)) {
      // What is wanted in the end is text; inputs, which may be long, are for others to fold.
      fold.accept(told.event());
    }
    boolean malformed =
        told.event() instanceof StreamEvent.MessageStop(var reason, _)
            && (reason == StopReason.Known.MALFORMED_TOOL_USE
                || reason == StopReason.Known.MALFORMED_MODEL_OUTPUT);
    if (malformed || !malformedEnd.isEmpty()) {
      malformedEnd.add(told);
      return Arrival.NOTHING;
    }
    return told;
  }

  /// What the attempts before this one cost is part of what the answer costs.
  private Arrival.Event withAllTokens(Arrival.Event arrival) {
    return arrival.event() instanceof StreamEvent.Metadata(var usage, var latency, var extra)
            && attempt > 1
        ? new Arrival.Event(
            new StreamEvent.Metadata(usage.plus(spent), latency, extra), firstByte, lastByte)
        : arrival;
  }

  private Arrival afterMalformed() {
    Reply reply = fold.reply();
    if (attempt <= model.retries() && !closed) {
      spent = reply.usage();
      askAgain("stopped with " + reply.stopReason().value());
      return Arrival.NOTHING;
    }
    over = true;
    if (!rescued(reply)) {
      ready.addAll(malformedEnd);
    }
    return ready.remove();
  }

  private Arrival afterFailure(ProviderException failure) {
    if (failure.kind() != ErrorKind.MODEL_ERROR || closed) {
      throw failure;
    }
    if (attempt <= model.retries()) {
      askAgain("failed: " + failure.getMessage());
      return Arrival.NOTHING;
    }
    Reply soFar = new Reply(fold.soFar(), StopReason.Known.MALFORMED_TOOL_USE, spent);
    if (!rescued(soFar)) {
      throw failure;
    }
    over = true;
    return ready.remove();
  }

  private void askAgain(String why) {
    LOG.warn("attempt {} of {} {}; asking again", attempt, model.retries() + 1, why);
    attempt++;
    malformedEnd.clear();
    fold = new MessageFold();
    current.close();
    current = model.inner().open(request);
    if (closed) {
      current.close();
    }
  }

  /// Whether the text of `reply` holds calls; the answer with them is ready then.
  private boolean rescued(Reply reply) {
    List<ContentBlock> texts = new ArrayList<>(reply.content());
    texts.removeIf(block -> !(block instanceof Text));
    Reply words =
        new Reply(texts, reply.stopReason(), reply.usage(), reply.latency(), reply.extra());
    List<StreamEvent> events = new ArrayList<>();
    TextCallStream.rescuing(
            ModelStream.of(words.events(), () -> lastByte),
            request,
            RescueTools.of(request.tools(), _ -> true),
            RescueConfig.of(Rescue.STRICT, request))
        .drainTo(events::add);
    if (Reply.of(events).toolUses().isEmpty()) {
      return false;
    }
    LOG.warn("took a call from the text of an answer that {}", reply.stopReason().value());
    for (StreamEvent event : events) {
      ready.add(new Arrival.Event(event, firstByte, lastByte));
    }
    return true;
  }

  @Override
  public void close() {
    closed = true;
    current.close();
  }
}

package dev.toolwire.model;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one fold from events to a [Reply]: every wire, streaming or not, comes through here.
///
/// It insists on the order told in [StreamEvent] and on a `MessageStop`; without one the answer is
/// not complete and [#reply] refuses. A second `MessageStart` begins anew, since a client that
/// retries may replay events. Not for several threads.
public final class MessageFold {

  private enum State {
    BEFORE,
    IN_MESSAGE,
    IN_BLOCK,
    STOPPED
  }

  private enum Kind {
    MESSAGE_START,
    BLOCK_START,
    BLOCK_DELTA,
    BLOCK_STOP,
    MESSAGE_STOP,
    METADATA,
    ANYWHERE
  }

  /// What may come when. A stream that begins with `messageStop` has been seen for an empty answer.
  private static final Map<State, Set<Kind>> MAY_FOLLOW =
      Map.of(
          State.BEFORE, EnumSet.of(Kind.MESSAGE_START, Kind.MESSAGE_STOP, Kind.ANYWHERE),
          State.IN_MESSAGE, EnumSet.complementOf(EnumSet.of(Kind.BLOCK_STOP)),
          State.IN_BLOCK,
              EnumSet.of(
                  Kind.MESSAGE_START,
                  Kind.BLOCK_DELTA,
                  Kind.BLOCK_START,
                  Kind.BLOCK_STOP,
                  Kind.METADATA,
                  Kind.ANYWHERE),
          State.STOPPED, EnumSet.of(Kind.MESSAGE_START, Kind.METADATA, Kind.ANYWHERE));

  private State state = State.BEFORE;
  private final List<BlockFold> blocks = new ArrayList<>();
  private int openBlocks;
  private @Nullable StopReason stopReason;
  private Usage usage = Usage.NONE;
  private Duration latency = Duration.ZERO;
  private JsonObject extra = JsonObject.EMPTY;

  /// Takes the next event.
  ///
  /// @throws MalformedWireException if it may not come here
  public void accept(StreamEvent event) {
    switch (event) {
      case StreamEvent.TextDelta(int index, String text) -> delta(index).text(text);
      case StreamEvent.ToolInputDelta(int index, String text) -> delta(index).toolInput(text);
      case StreamEvent.ReasoningDelta(int index, String text) -> delta(index).reasoning(text);
      case StreamEvent.SignatureDelta(int index, String text) -> delta(index).signature(text);
      case StreamEvent.RedactedDelta(int index, var data) -> delta(index).redacted(data);
      case StreamEvent.CitationDelta(int index, var citation) -> delta(index).citation(citation);
      case StreamEvent.ToolUseStart start -> start(start.index()).toolUse(start);
      case StreamEvent.WholeBlock(int index, var block) -> start(index).whole(block);
      case StreamEvent.ContentBlockStop(int index) -> stop(index);
      case StreamEvent.MessageStart _ -> begin();
      case StreamEvent.MessageStop(var reason, var fields) -> {
        allow(Kind.MESSAGE_STOP, "messageStop");
        state = State.STOPPED;
        stopReason = reason;
        extra = merged(extra, fields);
      }
      case StreamEvent.Metadata(var tokens, var time, var fields) -> {
        allow(Kind.METADATA, "metadata");
        usage = tokens;
        latency = time;
        extra = merged(extra, fields);
      }
      case StreamEvent.Ping _, StreamEvent.Unrecognized _ -> allow(Kind.ANYWHERE, "ping");
    }
  }

  /// The blocks that are open now and how far they have come, or done; for looking in before the
  /// end.
  public List<ContentBlock> soFar() {
    return blocks.stream().map(BlockFold::finish).toList();
  }

  /// The block with this index, as far as it has come; empty if it has not begun.
  public Optional<ContentBlock> block(int index) {
    return Optional.ofNullable(find(index)).map(BlockFold::finish);
  }

  /// Whether `MessageStop` has arrived.
  public boolean isComplete() {
    return stopReason != null;
  }

  /// The whole answer.
  ///
  /// @throws TruncatedStreamException if no `MessageStop` has arrived
  public Reply reply() {
    if (stopReason == null) {
      throw new TruncatedStreamException(
          "the stream ended before messageStop, in state "
              + state
              + " after "
              + blocks.size()
              + " blocks; the answer is not complete, ask again");
    }
    List<ContentBlock> content = new ArrayList<>(blocks.size());
    blocks.forEach(block -> content.add(block.finish()));
    return new Reply(content, stopReason, usage, latency, extra);
  }

  private void begin() {
    allow(Kind.MESSAGE_START, "messageStart");
    state = State.IN_MESSAGE;
    blocks.clear();
    openBlocks = 0;
    stopReason = null;
  }

  private BlockFold start(int index) {
    allow(Kind.BLOCK_START, "contentBlockStart");
    if (find(index) != null) {
      throw new MalformedWireException("contentBlockStart for block " + index + ", which is there");
    }
    return open(index);
  }

  private BlockFold delta(int index) {
    allow(Kind.BLOCK_DELTA, "contentBlockDelta");
    BlockFold block = find(index);
    if (block == null) {
      return open(index);
    }
    if (block.isClosed()) {
      throw new MalformedWireException(
          "contentBlockDelta for block " + index + ", which is closed");
    }
    return block;
  }

  private void stop(int index) {
    allow(Kind.BLOCK_STOP, "contentBlockStop");
    BlockFold block = find(index);
    if (block == null || block.isClosed()) {
      throw new MalformedWireException(
          "contentBlockStop for block " + index + ", which is not open");
    }
    block.close();
    openBlocks--;
    state = openBlocks == 0 ? State.IN_MESSAGE : State.IN_BLOCK;
  }

  private BlockFold open(int index) {
    BlockFold block = new BlockFold(index);
    blocks.add(block);
    openBlocks++;
    state = State.IN_BLOCK;
    return block;
  }

  private @Nullable BlockFold find(int index) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (blocks.get(i).index() == index) {
        return blocks.get(i);
      }
    }
    return null;
  }

  private void allow(Kind kind, String event) {
    if (!MAY_FOLLOW.getOrDefault(state, Set.of()).contains(kind)) {
      throw new MalformedWireException("the event " + event + " may not come in state " + state);
    }
  }

  private static JsonObject merged(JsonObject one, JsonObject other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    var node = one.toNode();
    node.setAll(other.toNode());
    return JsonObject.adopt(node);
  }
}

package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.WireObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns the events of one streamed answer, each a JSON text, into ours. They are the same whether
/// they come as server-sent events or in the frames of InvokeModel. Not for several threads.
///
/// Why the answer stopped and what it cost are told at its end, for both may be said more than once
/// before that. A block of a kind that our words cannot hold in pieces is gathered and told whole
/// when it stops, with a `Ping` for each piece before.
public final class MessageEvents {

  private static final Set<String> START =
      Set.of("type", "role", "content", "stop_reason", "usage");
  private static final Set<String> DELTA = Set.of("type", "delta", "usage");
  private static final Set<String> STOP_REASON = Set.of("stop_reason");
  private static final Set<String> TYPE = Set.of("type");
  private static final StreamEvent PIECE = new StreamEvent.Ping();

  private final DeltaScanner scanner = new DeltaScanner();
  private final StopScanner stops = new StopScanner();
  private final Map<Integer, OpenBlock> open = new HashMap<>();
  private int current = -1;
  private @Nullable OpenBlock currentBlock;
  private ObjectNode usage = JsonNodeFactory.instance.objectNode();
  private ObjectNode extra = JsonNodeFactory.instance.objectNode();
  private @Nullable StopReason reason;
  private boolean stopped;
  private @Nullable StreamEvent first;
  private @Nullable StreamEvent second;

  /// Reads an event; [#next] then tells what it says, which may be nothing.
  ///
  /// @param type the name that came with the event, for one whose text names none
  /// @throws MalformedWireException if it is not what its type promises
  /// @throws dev.toolwire.model.ProviderException if it reports an error, which ends the answer
  public void read(String type, byte[] array, int offset, int length) {
    StreamEvent common = scanner.scan(array, offset, length);
    if (common != null) {
      OpenBlock block = block(scanner.index());
      if (block.isToldInPieces()) {
        block.begin(common);
        first = common;
        return;
      }
    }
    if (isBareStop(array, offset, length)) {
      return;
    }
    WireObject event = WireObject.parse("the event " + type, array, offset, length);
    switch (event.text("type").orElse(type)) {
      case "message_start" -> messageStart(event.requireObject("message"));
      case "content_block_start" -> blockStart(event);
      case "content_block_delta" -> blockDelta(event);
      case "content_block_stop" -> blockStop(event.index("index"));
      case "message_delta" -> messageDelta(event);
      case "message_stop" -> {
        addTo(extra, event.rest(TYPE).toNode());
        messageStop();
      }
      case "ping" -> first = PIECE;
      case "error" -> throw ErrorReader.inStream(event);
      default -> first = unrecognized(event, type);
    }
  }

  /// The next of what the event just read says; null if that was all.
  public @Nullable StreamEvent next() {
    StreamEvent event = first;
    first = second;
    second = null;
    return event;
  }

  /// Whether the answer is complete. What is behind its end does not belong to it.
  public boolean isComplete() {
    return stopped && first == null;
  }

  private void messageStart(WireObject message) {
    open.clear();
    current = -1;
    reason = null;
    usage = message.object("usage").map(WireObject::node).orElseGet(usage::objectNode);
    extra = message.restWithoutNulls(START).toNode();
    first = new StreamEvent.MessageStart(Role.ASSISTANT);
  }

  private void blockStart(WireObject event) {
    int index = event.index("index");
    WireObject start = event.requireObject("content_block");
    OpenBlock block = OpenBlock.of(index, start);
    open.put(index, block);
    current = -1;
    first = block.start();
  }

  private void blockDelta(WireObject event) {
    int index = event.index("index");
    WireObject delta = event.requireObject("delta");
    StreamEvent told = block(index).delta(index, delta);
    first = told != null ? told : unrecognized(event, "content_block_delta");
  }

  private void blockStop(int index) {
    OpenBlock block = open.remove(index);
    current = -1;
    if (block == null) {
      throw new MalformedWireException(
          "content_block_stop for block " + index + ", which is not open");
    }
    StreamEvent rest = block.rest();
    StreamEvent stop = block.isTold() ? new StreamEvent.ContentBlockStop(index) : null;
    first = rest != null ? rest : stop;
    second = rest != null ? stop : null;
  }

  private void messageDelta(WireObject event) {
    event.object("usage").ifPresent(counts -> addTo(usage, counts.node()));
    WireObject delta = event.requireObject("delta");
    delta.text("stop_reason").ifPresent(word -> reason = StopReason.of(word));
    addTo(extra, delta.rest(STOP_REASON).toNode());
    addTo(extra, event.rest(DELTA).toNode());
  }

  /// Reads the end of a block or of the answer, if it says nothing else.
  private boolean isBareStop(byte[] array, int offset, int length) {
    int block = stops.block(array, offset, length);
    if (block >= 0) {
      blockStop(block);
      return true;
    }
    boolean ends = stops.isMessageStop(array, offset, length);
    if (ends) {
      messageStop();
    }
    return ends;
  }

  private void messageStop() {
    if (reason == null) {
      throw new MalformedWireException("message_stop before a message_delta with a stop_reason");
    }
    stopped = true;
    first = new StreamEvent.MessageStop(reason, JsonObject.EMPTY);
    second =
        new StreamEvent.Metadata(
            UsageFigures.read(WireObject.of("usage", usage)),
            Duration.ZERO,
            JsonObject.adopt(extra));
  }

  /// Counts are cumulative, and what is null says nothing.
  private static void addTo(ObjectNode all, ObjectNode more) {
    for (Map.Entry<String, JsonNode> member : more.properties()) {
      if (!member.getValue().isNull()) {
        all.set(member.getKey(), member.getValue());
      }
    }
  }

  private static StreamEvent unrecognized(WireObject event, String type) {
    return new StreamEvent.Unrecognized(event.text("type").orElse(type), event.json());
  }

  /// The block with this index; a server that sends no start is taken to have begun one.
  private OpenBlock block(int index) {
    OpenBlock block = currentBlock;
    if (index != current || block == null) {
      block = open.computeIfAbsent(index, OpenBlock::unstarted);
      current = index;
      currentBlock = block;
    }
    return block;
  }
}

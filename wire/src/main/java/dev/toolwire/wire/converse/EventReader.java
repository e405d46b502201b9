package dev.toolwire.wire.converse;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.WireObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Turns the payloads of one stream into events.
///
/// Tool results and images come in a start and deltas of their own; they are gathered into the
/// object that a unary answer holds and told whole when their block stops, with a `Ping` for each
/// piece before. A block of a kind that has no word yet passes as it came, its stop included.
final class EventReader {

  private static final Set<String> TOOL_USE_START = Set.of("toolUseId", "name");
  private static final Set<String> MESSAGE_STOP = Set.of("stopReason");
  private static final Set<String> METADATA = Set.of("usage", "metrics");
  private static final int NONE = -1;
  private static final StreamEvent PIECE = new StreamEvent.Ping();

  private final DeltaScanner scanner = new DeltaScanner();
  private final Map<Integer, ObjectNode> gathered = new HashMap<>();

  /// The blocks that are open as far as the reader of the events knows.
  private final Set<Integer> open = new HashSet<>();

  private int lastOpened = NONE;
  private @Nullable StreamEvent second;

  /// The event in a payload. There may be a [#second].
  ///
  /// @throws MalformedWireException if the payload is not what its type promises
  StreamEvent read(String type, byte[] array, int offset, int length) {
    if (type.equals("contentBlockDelta")) {
      StreamEvent common = scanner.scan(array, offset, length);
      if (common != null) {
        return told(scanner.index(), common);
      }
    }
    WireObject payload = WireObject.parse("the event " + type, array, offset, length);
    payload.node().remove(Padding.MEMBER);
    return switch (type) {
      case "messageStart" -> new StreamEvent.MessageStart(RequestReader.role(payload));
      case "contentBlockStart" -> start(payload);
      case "contentBlockDelta" -> delta(payload);
      case "contentBlockStop" -> stop(payload);
      case "messageStop" -> messageStop(payload);
      case "metadata" ->
          new StreamEvent.Metadata(
              AnswerFigures.usage(payload),
              AnswerFigures.latency(payload),
              AnswerFigures.rest(payload, METADATA));
      default -> new StreamEvent.Unrecognized(type, payload.json());
    };
  }

  /// The event behind the one just read, from the same payload; null if there is none.
  @Nullable StreamEvent second() {
    StreamEvent event = second;
    second = null;
    return event;
  }

  private StreamEvent start(WireObject payload) {
    int index = payload.index("contentBlockIndex");
    Optional<WireObject> start = payload.object("start").filter(union -> !union.node().isEmpty());
    if (start.isEmpty()) {
      return new StreamEvent.Unrecognized("contentBlockStart", payload.json());
    }
    WireObject union = start.get();
    return switch (union.only()) {
      case "toolUse" -> told(index, toolUseStart(index, union.requireObject("toolUse")));
      case "toolResult", "image" -> {
        union.requireObject(union.only());
        gathered.put(index, union.node());
        yield PIECE;
      }
      default -> new StreamEvent.Unrecognized("contentBlockStart", payload.json());
    };
  }

  private static StreamEvent toolUseStart(int index, WireObject start) {
    return new StreamEvent.ToolUseStart(
        index,
        BlockReader.toolUseId(start),
        BlockReader.toolName(start),
        start.leftovers(BlockReader.WIRE, TOOL_USE_START));
  }

  private StreamEvent delta(WireObject payload) {
    int index = payload.index("contentBlockIndex");
    WireObject delta = payload.requireObject("delta");
    if (delta.node().isEmpty()) {
      return unrecognizedDelta(payload);
    }
    return switch (delta.only()) {
      case "text" -> told(index, new StreamEvent.TextDelta(index, delta.requireText("text")));
      case "toolUse" -> told(index, toolInput(index, delta.requireObject("toolUse")));
      case "reasoningContent" -> reasoning(index, delta.requireObject("reasoningContent"), payload);
      case "citation" -> told(index, citation(index, delta.requireObject("citation")));
      case "toolResult", "image" -> piece(index, delta, payload);
      default -> unrecognizedDelta(payload);
    };
  }

  private static StreamEvent toolInput(int index, WireObject delta) {
    return new StreamEvent.ToolInputDelta(index, delta.text("input").orElse(""));
  }

  private static StreamEvent citation(int index, WireObject delta) {
    return new StreamEvent.CitationDelta(index, delta.json());
  }

  private StreamEvent piece(int index, WireObject delta, WireObject payload) {
    String kind = delta.only();
    ObjectNode union = gathered.get(index);
    if (union == null || !(union.get(kind) instanceof ObjectNode block)) {
      return unrecognizedDelta(payload);
    }
    if (kind.equals("image")) {
      block.setAll(delta.requireObject(kind).node());
    } else {
      delta.elements(kind).forEach(block.withArray("content")::add);
    }
    return PIECE;
  }

  private StreamEvent reasoning(int index, WireObject union, WireObject payload) {
    return switch (union.only()) {
      case "text" -> told(index, new StreamEvent.ReasoningDelta(index, union.requireText("text")));
      case "signature" ->
          told(index, new StreamEvent.SignatureDelta(index, union.requireText("signature")));
      case "redactedContent" ->
          told(
              index,
              new StreamEvent.RedactedDelta(index, BlockReader.blob(union, "redactedContent")));
      default -> unrecognizedDelta(payload);
    };
  }

  private static StreamEvent unrecognizedDelta(WireObject payload) {
    return new StreamEvent.Unrecognized("contentBlockDelta", payload.json());
  }

  private StreamEvent stop(WireObject payload) {
    int index = payload.index("contentBlockIndex");
    StreamEvent stop = new StreamEvent.ContentBlockStop(index);
    ObjectNode block = gathered.remove(index);
    if (block != null) {
      second = stop;
      return new StreamEvent.WholeBlock(
          index, BlockReader.block(WireObject.of("block " + index, block)));
    }
    lastOpened = NONE;
    return open.remove(index)
        ? stop
        : new StreamEvent.Unrecognized("contentBlockStop", payload.json());
  }

  private StreamEvent told(int index, StreamEvent event) {
    // Deltas mostly follow one of the same block, and a set is dear for one of thousands.
    if (index != lastOpened) {
      open.add(index);
      lastOpened = index;
    }
    return event;
  }

  private StreamEvent messageStop(WireObject payload) {
    if (!gathered.isEmpty()) {
      throw new MalformedWireException(
          "messageStop before the contentBlockStop of the blocks " + gathered.keySet());
    }
    return new StreamEvent.MessageStop(
        StopReason.of(payload.requireText("stopReason")), payload.rest(MESSAGE_STOP));
  }
}

package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds the chunks back in which a Chat stream tells its calls, and lets them out as an [Oddity]
/// has them when the calls are over. For one stream.
///
/// Servers that speak this wire have been seen to do each of these.
final class CallChunks implements Function<byte[], List<byte[]>> {

  private static final String DATA = "data: ";
  private static final String CALLS = "tool_calls";
  private static final String INDEX = "index";
  private static final String FUNCTION = "function";
  private static final String ARGUMENTS = "arguments";

  private final Oddity odd;
  private final List<ObjectNode> held = new ArrayList<>();

  CallChunks(Oddity odd) {
    this.odd = odd;
  }

  @Override
  public List<byte[]> apply(byte[] frame) {
    String text = new String(frame, StandardCharsets.UTF_8);
    if (text.startsWith(DATA + "{") && text.contains("\"" + CALLS + "\":[")) {
      held.add(JsonObject.parse(text.substring(DATA.length()).strip()).toNode());
      return List.of();
    }
    List<byte[]> out = new ArrayList<>();
    changed().forEach(chunk -> out.add(written(chunk)));
    held.clear();
    out.add(frame);
    return out;
  }

  private static byte[] written(ObjectNode chunk) {
    return (DATA + chunk + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private List<ObjectNode> changed() {
    return switch (odd) {
      case WHOLE_CALLS -> byCall().values().stream().map(CallChunks::joined).toList();
      case OBJECT_ARGUMENTS ->
          byCall().values().stream().map(CallChunks::joined).map(CallChunks::withObject).toList();
      case INTERLEAVED_CALLS -> inTurns();
      case NO_CALL_INDEX -> {
        held.forEach(chunk -> call(chunk).remove(INDEX));
        yield held;
      }
      case LATE_CALL_NAMES -> {
        byCall().values().forEach(CallChunks::nameLate);
        yield held;
      }
      default -> held;
    };
  }

  private static ObjectNode call(JsonNode chunk) {
    return (ObjectNode) chunk.at("/choices/0/delta/" + CALLS + "/0");
  }

  private static ObjectNode function(JsonNode chunk) {
    return (ObjectNode) call(chunk).path(FUNCTION);
  }

  /// A call by the choice that it belongs to and its place there.
  private record Place(int choice, int call) {}

  private Map<Place, List<ObjectNode>> byCall() {
    Map<Place, List<ObjectNode>> calls = new LinkedHashMap<>();
    for (ObjectNode chunk : held) {
      Place place =
          new Place(chunk.at("/choices/0/index").asInt(), call(chunk).path(INDEX).asInt());
      calls.computeIfAbsent(place, _ -> new ArrayList<>()).add(chunk);
    }
    return calls;
  }

  private static ObjectNode joined(List<ObjectNode> chunks) {
    StringBuilder arguments = new StringBuilder();
    chunks.forEach(chunk -> arguments.append(function(chunk).path(ARGUMENTS).asString("")));
    ObjectNode first = chunks.getFirst();
    function(first).put(ARGUMENTS, arguments.toString());
    return first;
  }

  private static ObjectNode withObject(ObjectNode chunk) {
    try {
      String arguments = function(chunk).path(ARGUMENTS).asString("");
      function(chunk).set(ARGUMENTS, JsonText.read(arguments));
    } catch (JacksonException notJson) {
      // what is no JSON stays a text
    }
    return chunk;
  }

  private List<ObjectNode> inTurns() {
    List<List<ObjectNode>> calls = List.copyOf(byCall().values());
    List<ObjectNode> turns = new ArrayList<>();
    for (int i = 0; turns.size() < held.size(); i++) {
      for (List<ObjectNode> call : calls) {
        if (i < call.size()) {
          turns.add(call.get(i));
        }
      }
    }
    return turns;
  }

  private static void nameLate(List<ObjectNode> chunks) {
    if (chunks.size() < 2) {
      return;
    }
    ObjectNode first = call(chunks.getFirst());
    ObjectNode second = call(chunks.get(1));
    second.set("id", first.remove("id"));
    ((ObjectNode) second.path(FUNCTION))
        .set("name", ((ObjectNode) first.path(FUNCTION)).remove("name"));
  }
}

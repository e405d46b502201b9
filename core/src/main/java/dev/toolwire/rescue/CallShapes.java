package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Finds calls in a value that was read whole: named objects, objects whose key is the name, arrays
/// and wrappers of these, under all the names that models give to the members.
final class CallShapes {

  static final Set<String> NAMES =
      Set.of(
          "name",
          "tool_name",
          "function",
          "func",
          "func_name",
          "function_name",
          "tool",
          "action",
          "toolName",
          "tool_call_name",
          "functionName",
          "recipient_name");
  static final Set<String> ARGUMENTS =
      Set.of(
          "arguments",
          "parameters",
          "params",
          "args",
          "input",
          "tool_input",
          "action_input",
          "kwargs",
          "toolInput",
          "argument");
  static final Set<String> IDS = Set.of("id", "tool_call_id", "call_id");
  static final Set<String> WRAPPERS =
      Set.of("tool_calls", "tool_call", "function_call", "calls", "function_calls", "tool_uses");
  static final Set<String> BESIDE = Set.of("type", "index", "thought", "thoughts", "reasoning");
  static final Set<String> BESIDE_WRAPPER =
      Set.of("content", "role", "response", "text", "message", "finish_reason");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RescueTools tools;
  private final boolean keysAreNames;
  private final List<RawCall> calls = new ArrayList<>();
  private boolean others;

  private CallShapes(RescueTools tools, boolean keysAreNames) {
    this.tools = tools;
    this.keysAreNames = keysAreNames;
  }

  /// @param calls the calls in it, in order
  /// @param others whether there is something beside them
  record Shape(List<RawCall> calls, boolean others) {}

  /// @param keysAreNames whether the one key of an object is a name, declared or not
  static Shape of(
      JsonNode value, RescueTools tools, boolean keysAreNames, Set<TextRepair> repairs) {
    CallShapes shapes = new CallShapes(tools, keysAreNames);
    shapes.add(value);
    return new Shape(shapes.calls.stream().map(call -> call.with(repairs)).toList(), shapes.others);
  }

  private void add(JsonNode value) {
    if (value instanceof ArrayNode array) {
      array.forEach(item -> {
        if (item instanceof ArrayNode) {
          others = true;
        } else {
          add(item);
        }
      });
    } else if (value instanceof ObjectNode object) {
      object(object);
    } else {
      others = true;
    }
  }

  private void object(ObjectNode object) {
    if (wrapper(object) || function(object) || named(object) || keyed(object)) {
      return;
    }
    others = true;
  }

  private boolean wrapper(ObjectNode object) {
    String key = only(object, WRAPPERS);
    if (key == null || !object.path(key).isContainer() || name(object) != null) {
      return false;
    }
    add(object.path(key));
    for (String beside : object.propertyNames()) {
      others |= !beside.equals(key) && !BESIDE_WRAPPER.contains(beside) && !BESIDE.contains(beside);
    }
    return true;
  }

  /// `{"type":"function","function":{"name":…,"arguments":…}}`, as one wire writes calls.
  private boolean function(ObjectNode object) {
    if (!(object.path("function") instanceof ObjectNode inner) || !named(inner)) {
      return false;
    }
    int last = calls.size() - 1;
    calls.set(last, calls.get(last).withId(id(object)));
    return true;
  }

  private boolean named(ObjectNode object) {
    String key = name(object);
    if (key == null) {
      return false;
    }
    String name = object.path(key).asString("");
    if (Formats.isPseudo(name) && tools.exact(name) == null) {
      return true;
    }
    List<String> given = new ArrayList<>();
    boolean foreign = false;
    for (String member : object.propertyNames()) {
      if (member.equals(key)) {
        continue;
      }
      if (ARGUMENTS.contains(member)) {
        given.add(member);
      } else {
        foreign |= !IDS.contains(member) && !BESIDE.contains(member);
      }
    }
    calls.add(call(name, object, given, foreign).withId(id(object)));
    return true;
  }

  private RawCall call(String name, ObjectNode object, List<String> given, boolean foreign) {
    if (given.isEmpty()) {
      RawCall plain = RawCall.of(name, NODES.objectNode(), EnumSet.noneOf(TextRepair.class));
      return foreign
          ? RawCall.broken(name, "it has no member for arguments")
          : new RawCall(name, plain.arguments(), "", plain.repairs(), true, "");
    }
    if (given.size() > 1) {
      return RawCall.broken(name, "it has both " + given.get(0) + " and " + given.get(1));
    }
    JsonNode value = object.path(given.getFirst());
    if (isSchema(value)) {
      return RawCall.broken(name, "it is a declaration and no call");
    }
    Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
    ObjectNode arguments = arguments(name, value, repairs);
    return arguments == null
        ? RawCall.broken(name, "its arguments are no object")
        : new RawCall(name, arguments, "", repairs, foreign, "");
  }

  /// What the arguments are; an object, nothing at all, or a JSON object in a string.
  private @Nullable ObjectNode arguments(String name, JsonNode value, Set<TextRepair> repairs) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    if (value.isNull()) {
      return NODES.objectNode();
    }
    if (!value.isString()) {
      return null;
    }
    String text = value.stringValue();
    if (text.isBlank()) {
      return NODES.objectNode();
    }
    ValueReader reader = new ValueReader(false, RescueLimits.DEFAULTS.depth());
    if (Texts.readWhole(reader, text.strip()) && reader.value() instanceof ObjectNode object) {
      repairs.add(TextRepair.ENCODED_ARGUMENTS);
      repairs.addAll(reader.repairs());
      return object;
    }
    RescueTools.Found found = tools.find(name);
    String parameter = found == null ? null : found.tool().textParameter();
    if (parameter == null) {
      return null;
    }
    repairs.add(TextRepair.POSITIONAL);
    return NODES.objectNode().put(parameter, text);
  }

  /// A declaration of a tool has a schema where a call has arguments.
  private static boolean isSchema(JsonNode value) {
    return value.path("type").asString("").equals("object") && value.path("properties").isObject();
  }

  /// Each key is the name of a tool, each value its arguments.
  private boolean keyed(ObjectNode object) {
    if (object.isEmpty()) {
      return false;
    }
    List<RawCall> found = new ArrayList<>();
    for (String key : object.propertyNames()) {
      JsonNode value = object.path(key);
      boolean plausible =
          tools.exact(key) != null
              || (object.size() == 1 && (keysAreNames || tools.find(key) != null));
      if (!plausible || !(value instanceof ObjectNode || value.isNull())) {
        return false;
      }
      ObjectNode arguments = value instanceof ObjectNode given ? given : NODES.objectNode();
      if (isSchema(arguments)) {
        return false;
      }
      found.add(RawCall.of(key, arguments, EnumSet.noneOf(TextRepair.class)));
    }
    calls.addAll(found);
    return true;
  }

  /// The member that names the tool; null if there is none.
  private @Nullable String name(ObjectNode object) {
    String key = only(object, NAMES);
    if (key != null && object.path(key).isString()) {
      return key;
    }
    for (String candidate : List.of("name", "tool_name", "function_name", "func_name")) {
      if (object.path(candidate).isString()) {
        return candidate;
      }
    }
    String type = object.path("type").asString("");
    return !type.isEmpty() && tools.exact(type) != null ? "type" : null;
  }

  private static @Nullable String only(ObjectNode object, Set<String> keys) {
    String found = null;
    for (String key : object.propertyNames()) {
      if (keys.contains(key)) {
        if (found != null) {
          return null;
        }
        found = key;
      }
    }
    return found;
  }

  private static String id(ObjectNode object) {
    for (String key : IDS) {
      JsonNode id = object.path(key);
      if (id.isString() || id.isNumber()) {
        return id.asString("");
      }
    }
    return "";
  }
}

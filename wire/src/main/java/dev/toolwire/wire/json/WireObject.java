package dev.toolwire.wire.json;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.MalformedWireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object that a peer wrote, read member by member. What is not as expected is refused with
/// the place where it stands, such as `output.message.content[2].toolUse.name`.
///
/// A member that is `null` counts as absent. The tree is not copied, so whoever reads it gives it
/// away.
public record WireObject(ObjectNode node, String name, @Nullable WireObject parent) {

  /// Reads a whole body or payload; `what` names it in errors.
  ///
  /// @throws MalformedWireException if it is not one JSON object
  public static WireObject parse(String what, byte[] bytes, int offset, int length) {
    JsonNode tree;
    try {
      tree = JsonText.read(bytes, offset, length);
    } catch (JacksonException notJson) {
      throw new MalformedWireException(
          what + " of " + length + " bytes is not JSON: " + JsonText.mistake(notJson), notJson);
    }
    if (tree instanceof ObjectNode object) {
      return of(what, object);
    }
    throw new MalformedWireException(
        what + ": expected a JSON object, got " + JsonObject.kindOf(tree));
  }

  public static WireObject of(String what, ObjectNode tree) {
    return new WireObject(tree, what, null);
  }

  /// The name of the member that is set, of an object in which exactly one may be.
  public String only() {
    String set = null;
    for (String member : node.propertyNames()) {
      if (find(member) != null) {
        if (set != null) {
          throw wrong("exactly one member", "\"" + set + "\" and \"" + member + "\"");
        }
        set = member;
      }
    }
    if (set == null) {
      throw wrong("exactly one member", "none");
    }
    return set;
  }

  public boolean has(String member) {
    return find(member) != null;
  }

  public Optional<String> text(String member) {
    return has(member) ? Optional.of(requireText(member)) : Optional.empty();
  }

  public String requireText(String member) {
    JsonNode value = find(member);
    if (value != null && value.isString()) {
      return value.stringValue();
    }
    throw at(member).wrong("a string", kindOf(value));
  }

  public long number(String member, long otherwise) {
    JsonNode value = find(member);
    if (value == null) {
      return otherwise;
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    throw at(member).wrong("a whole number", kindOf(value));
  }

  /// A number from 0 that says which one, such as that of a block within its message.
  public int index(String member) {
    long index = number(member, -1);
    if (index < 0 || index > Integer.MAX_VALUE) {
      throw at(member).wrong("a number from 0", index == -1 ? "none" : "" + index);
    }
    return (int) index;
  }

  /// Whether a member is there and `true`.
  public boolean isTrue(String member) {
    return node.path(member).asBoolean(false);
  }

  public Optional<WireObject> object(String member) {
    return has(member) ? Optional.of(requireObject(member)) : Optional.empty();
  }

  public WireObject requireObject(String member) {
    if (find(member) instanceof ObjectNode object) {
      return new WireObject(object, member, this);
    }
    throw at(member).wrong("an object", kindOf(find(member)));
  }

  /// The objects in an array; none if there is no such member.
  public List<WireObject> objects(String member) {
    List<WireObject> objects = new ArrayList<>();
    for (JsonNode element : elements(member)) {
      WireObject place = at(member + "[" + objects.size() + "]");
      if (!(element instanceof ObjectNode object)) {
        throw place.wrong("an object", kindOf(element));
      }
      objects.add(new WireObject(object, place.name, this));
    }
    return objects;
  }

  /// The elements of an array; none if there is no such member.
  public Iterable<JsonNode> elements(String member) {
    JsonNode value = find(member);
    if (value == null) {
      return List.of();
    }
    if (value instanceof ArrayNode array) {
      return array;
    }
    throw at(member).wrong("an array", kindOf(value));
  }

  /// The value of a member, null if it is absent.
  public @Nullable JsonNode find(String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? null : value;
  }

  /// The members that are not among `known`.
  public JsonObject rest(Set<String> known) {
    return members(name -> !known.contains(name));
  }

  /// The members that are not among `known`, but for those that are `null`, which say nothing.
  public JsonObject restWithoutNulls(Set<String> known) {
    return members(name -> !known.contains(name) && has(name));
  }

  private JsonObject members(Predicate<String> wanted) {
    ObjectNode members = null;
    for (String member : node.propertyNames()) {
      if (wanted.test(member)) {
        members = members == null ? node.objectNode() : members;
        members.set(member, node.get(member));
      }
    }
    return members == null ? JsonObject.EMPTY : JsonObject.adopt(members);
  }

  /// The members that are not among `known`, as what `wire` says beyond our words ([Leftovers]).
  public JsonObject leftovers(String wire, Set<String> known) {
    JsonObject rest = rest(known);
    return rest.isEmpty() ? rest : rest.with(Leftovers.WIRE, wire);
  }

  /// The same, where `shared` members mean the same on every wire: if there are no others, what is
  /// left belongs to no wire.
  public JsonObject leftovers(String wire, Set<String> known, Set<String> shared) {
    JsonObject rest = rest(known);
    return shared.containsAll(rest.names()) ? rest : rest.with(Leftovers.WIRE, wire);
  }

  public JsonObject json() {
    return JsonObject.adopt(node);
  }

  /// An error about this place.
  public MalformedWireException wrong(String expected, String got) {
    return new MalformedWireException(path() + ": expected " + expected + ", got " + got);
  }

  private WireObject at(String member) {
    return new WireObject(node, member, this);
  }

  private String path() {
    if (parent == null) {
      return name;
    }
    return parent.path() + (parent.parent == null ? ": " : ".") + name;
  }

  private static String kindOf(@Nullable JsonNode value) {
    return value == null ? "nothing" : JsonObject.kindOf(value);
  }
}

package dev.toolwire.model;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelCatalogue.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a document of rows about models.
///
/// A row says only what differs from where it starts: the defaults, or the row that it is `like`.
/// What it says of itself holds on every route; `on` says what differs on one of them. Names and
/// patterns are read at once, the rest of a row when it is asked for.
final class CatalogueReader {

  /// Where the built-in catalogue starts.
  static final ModelCatalogue NOTHING_KNOWN =
      new ModelCatalogue(List.of(), new Entry(List.of(), ModelProfile.UNKNOWN, Map.of()));

  private static final String FAMILY = "family";
  private static final String IDS = "ids";
  private static final String LIKE = "like";
  private static final String ON = "on";
  private static final Set<String> OF_DOCUMENT = Set.of("$schema", "defaults", "models");

  private final String source;
  private final Map<String, CatalogueRow> families = new HashMap<>();
  private Entry defaults;

  /// @param known where rows start, and which rows they may be like
  CatalogueReader(String source, ModelCatalogue known) {
    this.source = source;
    this.defaults = known.defaults();
    for (CatalogueRow row : known.rows().reversed()) {
      families.put(row.family(), row);
    }
  }

  ModelCatalogue read(JsonNode document) {
    if (!(document instanceof ObjectNode object)) {
      throw wrong(source, "expected an object, got " + JsonObject.kindOf(document));
    }
    for (String member : object.propertyNames()) {
      if (!OF_DOCUMENT.contains(member)) {
        throw wrong(source, "unknown member " + member + ", expected models, defaults or $schema");
      }
    }
    if (object.has("defaults")) {
      defaults = row(object.path("defaults"), source + ": defaults", false).entry();
    }
    List<CatalogueRow> rows = new ArrayList<>();
    for (JsonNode row : array(object, "models", source)) {
      rows.add(row(row, source + ": models[" + rows.size() + "]", true));
    }
    return new ModelCatalogue(rows, defaults);
  }

  private CatalogueRow row(JsonNode node, String place, boolean ofModels) {
    if (!(node instanceof ObjectNode row)) {
      throw wrong(place, "expected an object, got " + JsonObject.kindOf(node));
    }
    if (!row.path(FAMILY).isString()) {
      throw wrong(place, "family is missing, expected a name for people");
    }
    String family = row.path(FAMILY).stringValue();
    String where = place + " (" + family + ")";
    List<IdPattern> ids = ofModels ? ids(row, where) : List.of();
    Entry otherwise = defaults;
    Optional<CatalogueRow> like =
        row.has(LIKE) ? Optional.of(like(row.path(LIKE), where)) : Optional.empty();
    CatalogueRow read =
        new CatalogueRow(
            family,
            ids,
            () -> entry(like.map(CatalogueRow::entry).orElse(otherwise), ids, row, where));
    families.put(family, read);
    return read;
  }

  private static Entry entry(Entry start, List<IdPattern> ids, ObjectNode row, String where) {
    ObjectNode on = row.has(ON) ? object(row.path(ON), where + ": on") : row.objectNode();
    ObjectNode members = row.deepCopy();
    members.remove(List.of(IDS, LIKE, ON));
    Map<Route, ModelProfile> routes = routes(start, members, on, where);
    return new Entry(ids, ProfileMembers.change(start.profile(), members, where), routes);
  }

  private static Map<Route, ModelProfile> routes(
      Entry start, ObjectNode members, ObjectNode on, String where) {
    Map<Route, ObjectNode> said = new EnumMap<>(Route.class);
    for (Map.Entry<String, JsonNode> member : on.properties()) {
      String place = where + ": on";
      Route route = ProfileMembers.word(Route.class, member.getKey(), place);
      said.put(route, object(member.getValue(), place + ": " + member.getKey()));
    }
    Map<Route, ModelProfile> routes = new EnumMap<>(Route.class);
    for (Route route : Route.values()) {
      if (start.on().containsKey(route) || said.containsKey(route)) {
        ModelProfile general = ProfileMembers.change(start.profile(route), members, where);
        ObjectNode own = said.getOrDefault(route, on.objectNode());
        String place = where + ": on: " + ProfileMembers.spelled(route);
        routes.put(route, ProfileMembers.change(general, own, place));
      }
    }
    return routes;
  }

  private CatalogueRow like(JsonNode name, String where) {
    CatalogueRow row = families.get(name.asString(""));
    if (row == null) {
      throw wrong(where, "like is " + name + ", expected the family of a row before this one");
    }
    return row;
  }

  private static List<IdPattern> ids(ObjectNode row, String where) {
    List<IdPattern> ids = new ArrayList<>();
    for (JsonNode id : array(row, IDS, where)) {
      if (!id.isString() || id.stringValue().isBlank()) {
        throw wrong(where, "ids has " + id + ", expected a pattern such as \"acme.*\"");
      }
      ids.add(new IdPattern(id.stringValue()));
    }
    if (ids.isEmpty()) {
      throw wrong(where, "ids is empty, expected a pattern such as \"acme.*\"");
    }
    return ids;
  }

  private static JsonNode array(ObjectNode parent, String member, String where) {
    JsonNode value = parent.path(member);
    if (!value.isArray()) {
      throw wrong(where, member + ": expected an array, got " + JsonObject.kindOf(value));
    }
    return value;
  }

  private static ObjectNode object(JsonNode value, String where) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw wrong(where, "expected an object, got " + JsonObject.kindOf(value));
  }

  private static IllegalArgumentException wrong(String where, String what) {
    return new IllegalArgumentException(where + ": " + what);
  }
}

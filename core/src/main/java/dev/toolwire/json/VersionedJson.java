package dev.toolwire.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a record that is kept for later: its components, and in front of them the
/// version of the form. Reading is strict: nothing may be missing, null or unknown. Safe for use by
/// many threads.
public final class VersionedJson<R extends Record> {

  private static final JsonMapper STRICT =
      JsonBinding.mapper()
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          // Components only: what `is…` tells follows from them.
          .changeDefaultVisibility(
              visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .build();

  private final String what;
  private final int version;
  private final Class<R> type;

  private VersionedJson(String what, int version, Class<R> type) {
    this.what = what;
    this.version = version;
    this.type = type;
  }

  /// The form of `type`.
  ///
  /// @param what what to call it in error messages, such as `loop state`
  /// @param version changes when the components do
  public static <R extends Record> VersionedJson<R> of(String what, int version, Class<R> type) {
    return new VersionedJson<>(what, version, type);
  }

  /// One line of JSON.
  public String write(R value) {
    ObjectNode json = STRICT.createObjectNode();
    json.put("version", version);
    json.setAll((ObjectNode) STRICT.<JsonNode>valueToTree(value));
    return json.toString();
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is of another version, or cannot be read
  public R read(String json) {
    ObjectNode tree = JsonObject.parse(json).toNode();
    JsonNode found = tree.remove("version");
    if (found == null || !found.isInt() || found.intValue() != version) {
      throw new IllegalArgumentException(
          "not a %s of version %d: its \"version\" is %s; read it with the Toolwire that wrote it"
              .formatted(what, version, found == null ? "missing" : found));
    }
    try {
      return STRICT.treeToValue(tree, type);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "not a %s: %s, at %s"
              .formatted(what, broken.getOriginalMessage(), broken.getPathReference()),
          broken);
    }
  }
}

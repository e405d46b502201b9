package dev.toolwire.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Java values to JSON trees and back. Safe for use by many threads.
public final class JsonBinding {

  private JsonBinding() {}

  /// The mapper of the house, which reads text as [JsonText] does. It is made when it is first
  /// asked for.
  public static JsonMapper mapper() {
    return Made.MAPPER;
  }

  /// `value` as Jackson writes it. The caller owns the tree.
  public static JsonNode toTree(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case null -> nodes.nullNode();
      case String text -> nodes.stringNode(text);
      case Boolean truth -> nodes.booleanNode(truth);
      case Integer number -> nodes.numberNode((int) number);
      case Long number -> nodes.numberNode((long) number);
      case JsonNode tree -> tree.deepCopy();
      case JsonObject object -> object.toNode();
      default -> Made.MAPPER.valueToTree(value);
    };
  }

  private static final class Made {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
  }
}

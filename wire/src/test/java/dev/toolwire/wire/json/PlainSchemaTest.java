package dev.toolwire.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.toolwire.json.JsonText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PlainSchemaTest {

  private static final List<String> KEYWORDS =
      List.of(
          "$schema",
          "title",
          "format",
          "default",
          "const",
          "enum",
          "type",
          "required",
          "properties",
          "$defs",
          "items",
          "additionalProperties",
          "anyOf",
          "minimum",
          "minLength",
          "maxItems",
          "pattern",
          "$ref");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "2.0",
          "\"string\"",
          "\"text\"",
          "[]",
          "{}",
          "[\"a\"]",
          "[\"a\",\"a\"]",
          "[{}]",
          "[1]",
          "{\"a\":{\"type\":\"string\"}}",
          "{\"a\":{\"type\":\"text\"}}",
          "{\"type\":\"object\"}",
          "{\"minLength\":-1}");

  @Test
  void whatToolsUsuallySayIsPlain() {
    assertThat(
            PlainSchema.is(
                JsonText.read(
                    """
                    {"$schema":"https://json-schema.org/draft/2020-12/schema",
                     "type":"object",
                     "properties":{"city":{"type":"string","description":"where","minLength":1},
                                   "hours":{"type":"array","items":{"type":"integer","minimum":0}},
                                   "unit":{"enum":["C","F"],"default":"C"}},
                     "required":["city"],
                     "additionalProperties":false}
                    """)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyPlainSchemaIsValid(long seed) {
    Random random = new Random(seed);
    var draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    int plain = 0;

    for (int i = 0; i < 1_000; i++) {
      JsonNode schema = anySchema(random);
      if (PlainSchema.is(schema)) {
        plain++;
        assertThat(draft.validate(schema)).as("seed %d: %s", seed, schema).isEmpty();
      }
    }

    assertThat(plain).isGreaterThan(20);
  }

  private static JsonNode anySchema(Random random) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    for (int members = random.nextInt(4); members >= 0; members--) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      schema.set(KEYWORDS.get(random.nextInt(KEYWORDS.size())), JsonText.read(value));
    }
    return schema;
  }
}

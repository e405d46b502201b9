package dev.toolwire.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The published schema says what the reader takes.
class CatalogueSchemaTest {

  private static final JsonNode SCHEMA = JsonObject.parse(resource("models.schema.json")).toNode();

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("models.schema.json"), InputFormat.JSON);

  @Test
  void builtInCatalogueFollowsTheSchema() {
    assertThat(schema.validate(resource("models.json"), InputFormat.JSON)).isEmpty();
  }

  @Test
  void schemaHasEveryMemberWithItsDefault() {
    JsonNode unknown = JsonBinding.toTree(ModelProfile.UNKNOWN);
    JsonNode members = SCHEMA.at("/$defs/members/properties");
    List<String> names =
        Arrays.stream(ModelProfile.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals("family"))
            .toList();

    assertThat(members.propertyNames()).containsExactlyElementsOf(names);
    assertThat(names)
        .allSatisfy(
            name -> assertThat(members.path(name).path("default")).isEqualTo(unknown.path(name)));
  }

  @Test
  void schemaHasEveryWord() {
    for (RecordComponent component : ModelProfile.class.getRecordComponents()) {
      if (component.getType().isEnum()) {
        assertThat(words(SCHEMA.at("/$defs/members/properties/" + component.getName() + "/enum")))
            .containsExactlyElementsOf(words(component.getType()));
      }
    }
    assertThat(words(SCHEMA.at("/$defs/members/properties/toolChoices/items/enum")))
        .containsExactlyElementsOf(words(ModelProfile.Choice.class));
    assertThat(words(SCHEMA.at("/$defs/row/properties/on/propertyNames/enum")))
        .containsExactlyElementsOf(words(Route.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"models\":[{\"family\":\"A\"}]}",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"image\":true}]}",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"on\":{\"chat\":{\"image\":true}}}]}",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"on\":{\"smoke\":{}}}]}",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"reasoning\":\"some\"}]}",
        "{\"models\":[],\"model\":[]}"
      })
  void schemaRefusesWhatTheReaderRefuses(String document) {
    assertThat(schema.validate(document, InputFormat.JSON)).isNotEmpty();
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ProfileMembers.spelled((Enum<?>) constant))
        .toList();
  }

  private static List<String> words(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static String resource(String name) {
    try (InputStream in = ModelCatalogue.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ModelId;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The body of a request that names its model inside.
///
/// @param model as it is named there; a stand-in if it is not
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record NamedBody(byte[] bytes, ModelId model) {

  private static final ModelId UNNAMED = new ModelId("unnamed");

  static NamedBody of(byte[] bytes) {
    return new NamedBody(bytes, model(bytes));
  }

  private static ModelId model(byte[] bytes) {
    try (JsonParser parser = JsonText.parser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return UNNAMED;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean named = parser.currentName().equals("model");
        JsonToken value = parser.nextToken();
        if (named && value == JsonToken.VALUE_STRING && !parser.getString().isBlank()) {
          return new ModelId(parser.getString());
        }
        parser.skipChildren();
      }
      return UNNAMED;
    } catch (JacksonException notJson) {
      return UNNAMED; // whoever reads the body says what is wrong with it
    }
  }

  /// The body, with `other` in place of the model that it names.
  byte[] naming(ModelId other) {
    if (other.equals(model)) {
      return bytes;
    }
    try {
      return JsonObject.parse(new String(bytes, StandardCharsets.UTF_8))
          .with("model", other.value())
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notJson) {
      return bytes;
    }
  }
}

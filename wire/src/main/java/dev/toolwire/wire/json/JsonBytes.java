package dev.toolwire.wire.json;

import dev.toolwire.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// JSON text in UTF-8, written straight from values without a tree in between.
public final class JsonBytes {

  private static final int FIRST_BYTES = 512;

  private JsonBytes() {}

  public static byte[] write(Consumer<JsonGenerator> body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
    try (JsonGenerator out = JsonObject.MAPPER.createGenerator(bytes)) {
      body.accept(out);
    }
    return bytes.toByteArray();
  }
}

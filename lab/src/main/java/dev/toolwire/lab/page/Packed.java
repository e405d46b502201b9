package dev.toolwire.lab.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/// JSON in gzip in Base64: what a browser unpacks with `DecompressionStream`, and what no text in
/// it can break out of.
record Packed(String text) {

  static Packed of(JsonNode value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(value.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Packed(Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }
}

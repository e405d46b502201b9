package dev.toolwire.wire;

import dev.toolwire.model.ModelId;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The path of a request to one of Bedrock's models: `/model/{modelId}/{operation}`.
///
/// The model id is one label, in which every byte outside RFC 3986's unreserved characters is
/// percent-encoded: the `/` of an ARN, too. So a raw path is split first and decoded afterwards.
public record ModelPath(ModelId model, String operation) {

  private static final String UNRESERVED_MARKS = "-._~";

  /// Reads a raw path, such as [URI#getRawPath] gives it; empty if it is not one of ours. Clients
  /// that leave the `:` of a model id as it is are understood.
  public static Optional<ModelPath> parse(String rawPath) {
    String[] labels = rawPath.split("/", -1);
    if (labels.length != 4 || !labels[0].isEmpty() || !labels[1].equals("model")) {
      return Optional.empty();
    }
    return decoded(labels[2])
        .filter(id -> !id.isBlank())
        .map(id -> new ModelPath(new ModelId(id), labels[3]));
  }

  /// The raw path.
  public String raw() {
    return "/model/" + encoded(model.value()) + "/" + operation;
  }

  /// This path behind that of `endpoint`, whose slash at the end, if any, does not count.
  public URI at(URI endpoint) {
    String base = endpoint.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + raw());
  }

  private static String encoded(String label) {
    StringBuilder path = new StringBuilder(label.length() + 16);
    for (byte b : label.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        path.append((char) b);
      } else {
        path.append('%')
            .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)))
            .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
      }
    }
    return path.toString();
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || UNRESERVED_MARKS.indexOf(b) >= 0;
  }

  private static Optional<String> decoded(String label) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(label.length());
    byte[] raw = label.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.write(raw[i]);
        continue;
      }
      int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high << 4 | low);
      i += 2;
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }
}

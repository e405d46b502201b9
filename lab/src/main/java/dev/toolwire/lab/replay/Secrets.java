package dev.toolwire.lab.replay;

import dev.toolwire.wire.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What must not be written down: who asks is never part of what was asked.
///
/// Of a request only those headers are kept that say what is wanted. In bodies and in answers,
/// members, parameters and headers go by their names, and every text loses the keys that the
/// request's own headers held.
final class Secrets {

  static final String INSTEAD = "(scrubbed)";

  private static final Set<String> WISHES =
      Set.of(
          "anthropic-beta",
          "anthropic-version",
          "openai-beta",
          "x-toolwire-fault",
          "x-toolwire-run");

  /// Names of headers, members and parameters whose values are secret.
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)(.*[-_])?(authorization|cookie|set-cookie|credentials?|signature|secret|password"
              + "|api[-_]?key|access[-_]?key(?:[-_]?id)?|secret[-_]?access[-_]?key"
              + "|(?:security|session|access|refresh|auth|authorization|bearer)[-_]?token|sig)");

  /// What a signed address has besides.
  private static final Pattern SIGNED_PARAMETER = Pattern.compile("(?i)x-amz-.*|key|token");

  /// Shorter values are no keys, and would be found everywhere.
  private static final int SHORTEST = 8;

  static final Secrets NONE = new Secrets(List.of());

  private final List<String> values;

  private Secrets(List<String> values) {
    this.values = values;
  }

  /// Those that the headers of a request hold.
  static Secrets of(Headers headers) {
    List<String> values = new ArrayList<>();
    headers.forEach((name, value) -> {
      if (isSecret(name)) {
        Arrays.stream(value.split("[\\s,]+", -1))
            .map(Secrets::key)
            .filter(key -> key.length() >= SHORTEST)
            .forEach(values::add);
      }
    });
    return new Secrets(values);
  }

  /// The secret in a word of a header; empty if there is none.
  private static String key(String word) {
    if (word.startsWith("AWS4-") || word.startsWith("SignedHeaders=")) {
      return "";
    }
    String value = word.replaceFirst("^(Credential|Signature)=", "");
    return word.startsWith("Credential=") ? value.split("/", 2)[0] : value;
  }

  static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).matches();
  }

  /// The name of a header that says what is wanted, in small letters.
  static Optional<String> wish(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return WISHES.contains(small) ? Optional.of(small) : Optional.empty();
  }

  /// The path and what of the query is no secret.
  static String path(URI uri) {
    String query = uri.getRawQuery();
    if (query == null) {
      return uri.getRawPath();
    }
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> {
              String name = parameter.split("=", 2)[0];
              return !isSecret(name) && !SIGNED_PARAMETER.matcher(name).matches();
            })
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? uri.getRawPath() : uri.getRawPath() + "?" + kept;
  }

  Headers without(Headers headers) {
    List<String> kept = new ArrayList<>();
    headers.forEach((name, value) -> {
      if (!isSecret(name)) {
        kept.add(name);
        kept.add(without(value));
      }
    });
    return Headers.of(kept.toArray(String[]::new));
  }

  String without(String text) {
    String clean = text;
    for (String value : values) {
      clean = clean.replace(value, INSTEAD);
    }
    return clean;
  }

  /// The bytes of a text without secrets. Bytes that are no text cannot hold any that a peer
  /// echoes.
  byte[] without(byte[] bytes) {
    if (values.isEmpty()) {
      return bytes;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String clean = without(text);
    return clean.equals(text) ? bytes : clean.getBytes(StandardCharsets.ISO_8859_1);
  }

  JsonNode without(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, member) ->
            copy.set(
                name,
                member.isString() && isSecret(name)
                    ? JsonNodeFactory.instance.stringNode(INSTEAD)
                    : without(member)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(without(element)));
        yield copy;
      }
      default ->
          value.isString() && !values.isEmpty()
              ? JsonNodeFactory.instance.stringNode(without(value.stringValue()))
              : value;
    };
  }
}

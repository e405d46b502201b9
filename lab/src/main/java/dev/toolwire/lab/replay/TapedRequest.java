package dev.toolwire.lab.replay;

import dev.toolwire.json.JsonText;
import dev.toolwire.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A request as it is compared: what it asks for, without who asks, when and where.
///
/// Two requests are the same whatever the order of the members of their bodies, however their
/// numbers are written, and whichever headers they have besides those that say what is wanted.
///
/// @param path with its query, which has no secrets any more
/// @param headers those that say what is wanted, by their names in small letters
/// @param body the JSON, without secrets; a string if the body was none
public record TapedRequest(
    String method, String path, SortedMap<String, String> headers, JsonNode body) {

  public TapedRequest {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  static TapedRequest of(WireRequest request) {
    Secrets secrets = Secrets.of(request.headers());
    SortedMap<String, String> wishes = new TreeMap<>();
    request
        .headers()
        .forEach((name, value) ->
            Secrets.wish(name).ifPresent(wish -> wishes.merge(wish, value, (a, b) -> a + "," + b)));
    return new TapedRequest(
        request.method(),
        Secrets.path(request.uri()),
        wishes,
        secrets.without(body(request.body())));
  }

  private static JsonNode body(byte[] body) {
    try {
      JsonNode tree = JsonText.read(body);
      if (!tree.isMissingNode()) {
        return tree;
      }
    } catch (JacksonException _) {
      // Some other body, which is compared as it stands.
    }
    return JsonNodeFactory.instance.stringNode(new String(body, StandardCharsets.ISO_8859_1));
  }

  /// The form in which equal requests are equal.
  TapedRequest canonical() {
    return new TapedRequest(method, path, headers, Canonical.of(body));
  }
}

package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// An answer as somebody sees it who knows nothing of us.
record Seen(int status, Headers headers, String body) {

  static Seen post(Simulator simulator, String path, Headers headers, String body) {
    return of(
        simulator,
        WireRequest.post(
            URI.create("http://localhost" + path),
            headers,
            body.getBytes(StandardCharsets.UTF_8),
            false));
  }

  static Seen get(Simulator simulator, String path, Headers headers) {
    return of(
        simulator,
        new WireRequest("GET", URI.create("http://localhost" + path), headers, new byte[0], false));
  }

  private static Seen of(Simulator simulator, WireRequest request) {
    Exchange exchange = simulator.transport().open(request);
    Exchange.Head head = (Exchange.Head) exchange.read(Duration.ZERO);
    byte[] body = exchange.readBody(Caller.PATIENCE, 100_000);
    return new Seen(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
  }

  /// A header's value; a hyphen if there is none.
  String header(String name) {
    return headers.first(name).orElse("-");
  }

  /// The number at a place in the body's JSON; 0 if there is none.
  long number(String pointer) {
    return JsonObject.parse(body).toNode().at(pointer).asLong(0);
  }

  /// What stands at a place in the body's JSON; a hyphen if nothing does.
  String at(String pointer) {
    return JsonObject.parse(body).toNode().at(pointer).asString("-");
  }
}

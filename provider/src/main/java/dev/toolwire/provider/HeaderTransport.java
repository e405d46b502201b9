package dev.toolwire.provider;

import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;

/// Sends the same header fields with each request: keys, and what else belongs to an account.
///
/// A field takes the place of those of its name that the request has. Values are secrets; they
/// appear in no message and no log.
record HeaderTransport(Transport inner, Headers fields) implements Transport {

  /// Sends `Authorization: Bearer` and a key.
  static Transport bearer(Transport inner, String key) {
    return new HeaderTransport(inner, Headers.of("Authorization", "Bearer " + key));
  }

  @Override
  public Exchange open(WireRequest request) {
    return inner.open(request.withHeaders(request.headers().withAll(fields)));
  }
}

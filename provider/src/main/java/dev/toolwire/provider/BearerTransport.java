package dev.toolwire.provider;

import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;

/// Sends `Authorization: Bearer` and a key with each request.
public final class BearerTransport implements Transport {

  private final Transport inner;
  private final String key;

  /// A transport that authenticates with `key`, which appears in no message and no log.
  public BearerTransport(Transport inner, String key) {
    this.inner = inner;
    this.key = key;
  }

  @Override
  public Exchange open(WireRequest request) {
    return inner.open(
        request.withHeaders(request.headers().with("Authorization", "Bearer " + key)));
  }
}

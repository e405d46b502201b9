package dev.toolwire.bench.http;

import java.io.IOException;

/// One blocking HTTP client, set up as Toolwire would use it: HTTP/1.1, pooled connections, no
/// retries, redirects, cookies or decompression. Safe for use by many threads.
interface Contender extends AutoCloseable {

  /// Sends a POST with the [Target#HEADERS] and returns as soon as the response's head is there.
  Reply post(String path, byte[] body) throws IOException, InterruptedException;

  @Override
  void close();
}

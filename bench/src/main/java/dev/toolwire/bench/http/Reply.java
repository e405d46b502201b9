package dev.toolwire.bench.http;

import java.io.IOException;
import java.io.InputStream;

/// A response whose body is still arriving. `abort` may be called from any thread, once or often;
/// it must end a blocked read and the connection, without reading the rest.
record Reply(int status, InputStream body, Runnable abort) {

  /// Reads the body to its end, which hands the connection back to the pool.
  ///
  /// @param buffer what to read into, the caller's, so that it is not counted as the client's
  /// @return how many bytes the body had
  long drain(byte[] buffer) throws IOException {
    long total = 0;
    try (body) {
      for (int n; (n = body.read(buffer)) >= 0; ) {
        total += n;
      }
    }
    return total;
  }
}

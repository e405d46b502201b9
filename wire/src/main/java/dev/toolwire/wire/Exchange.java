package dev.toolwire.wire;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.SilenceException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/// One request on its way and its response while it arrives: first the [Head], then [Chunk]s, then
/// [End]. Pulled by one thread at a time.
///
/// [#close] may be called by any thread at any time; it ends the exchange and wakes a thread that
/// waits in [#read], which then throws.
public interface Exchange extends AutoCloseable {

  /// Waits up to `patience` for the next part. After [End] it keeps answering `End`.
  ///
  /// @throws dev.toolwire.model.TransportException if nobody answers or the connection breaks
  Read read(Duration patience);

  @Override
  void close();

  /// What waiting can bring.
  sealed interface Read permits Head, Chunk, Nothing, End {
    Nothing NOTHING = new Nothing();
    End END = new End();
  }

  /// The response has begun. `nanos` is the [Ticker][dev.toolwire.model.Ticker] time of that.
  record Head(int status, Headers headers, long nanos) implements Read {

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
      return "HTTP " + status;
    }
  }

  /// Patience ran out; there may be more.
  record Nothing() implements Read {}

  /// There is no more, and the peer ended properly.
  record End() implements Read {}

  /// Reads what is left of the body, and closes.
  ///
  /// @param patience how long to wait for each chunk
  /// @param limit the most bytes to take
  /// @throws MalformedWireException if there are more than `limit` bytes
  /// @throws SilenceException if patience runs out
  default byte[] readBody(Duration patience, int limit) {
    try (this) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (Read read = read(patience); !(read instanceof End); read = read(patience)) {
        switch (read) {
          case Chunk chunk when body.size() + chunk.length() > limit ->
              throw new MalformedWireException("the response is longer than " + limit + " bytes");
          case Chunk chunk -> body.write(chunk.bytes(), chunk.offset(), chunk.length());
          case Nothing _ -> throw new SilenceException("between chunks", patience);
          case Head _, End _ -> throw new MalformedWireException("the response began twice");
        }
      }
      return body.toByteArray();
    }
  }
}

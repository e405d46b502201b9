package dev.toolwire.wire;

import dev.toolwire.model.MalformedWireException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/// Bytes that arrive over time: pulled chunk by chunk, by one thread at a time.
///
/// [#close] may be called by any thread at any time; it ends the exchange and wakes a thread that
/// waits in [#read], which then throws.
public interface ByteSource extends AutoCloseable {

  /// Waits up to `patience` for the next chunk. After [Read.End] it keeps answering `End`.
  ///
  /// @throws dev.toolwire.model.TransportException if the connection breaks
  Read read(Duration patience);

  @Override
  void close();

  /// What waiting for bytes can bring.
  sealed interface Read {
    Nothing NOTHING = new Nothing();
    End END = new End();
  }

  /// Bytes, with the [Ticker][dev.toolwire.model.Ticker] time at which they were read from the
  /// network. The array is the receiver's; only `length` bytes from `offset` count.
  @SuppressWarnings("ArrayRecordComponent") // the hot path: bytes are handed on, never compared
  record Chunk(byte[] bytes, int offset, int length, long nanos) implements Read {}

  /// Patience ran out; there may be more.
  record Nothing() implements Read {}

  /// There is no more, and the peer ended properly.
  record End() implements Read {}

  /// Reads to the end and closes.
  ///
  /// @param patience how long to wait for each chunk
  /// @param limit the most bytes to take
  /// @throws MalformedWireException if there are more than `limit` bytes
  /// @throws dev.toolwire.model.SilenceException if patience runs out
  default byte[] readAll(Duration patience, int limit) {
    try (this) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (Read read = read(patience); !(read instanceof End); read = read(patience)) {
        if (read instanceof Chunk(byte[] bytes, int offset, int length, _)) {
          if (all.size() + length > limit) {
            throw new MalformedWireException("the response is longer than " + limit + " bytes");
          }
          all.write(bytes, offset, length);
        } else {
          throw new dev.toolwire.model.SilenceException("between chunks", patience);
        }
      }
      return all.toByteArray();
    }
  }

  /// A source whose bytes are all here already, stamped `nanos`.
  static ByteSource of(byte[] bytes, long nanos) {
    return new ReadyBytes(bytes, nanos);
  }
}

package dev.toolwire.wire;

import dev.toolwire.model.Arrival;

/// Turns the bytes of one streamed answer into events. Not for several threads.
///
/// Feed a chunk, then take events until the answer is [Arrival.Nothing], which here means that more
/// bytes are needed. Chunks may be cut anywhere.
public interface StreamDecoder {

  /// Takes the next chunk. Its array is not needed after the last event of it has been taken.
  void feed(Chunk chunk);

  /// The next event, `Nothing` if more bytes are needed, or `End` once the answer is complete.
  ///
  /// @throws dev.toolwire.model.MalformedWireException if the peer broke the protocol
  /// @throws dev.toolwire.model.ProviderException if the provider reports an error in the stream
  Arrival next();

  /// There are no more bytes.
  ///
  /// @throws dev.toolwire.model.TruncatedStreamException if the answer is not complete
  void end();
}

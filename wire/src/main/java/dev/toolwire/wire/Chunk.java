package dev.toolwire.wire;

/// Bytes of a body, with the [Ticker][dev.toolwire.model.Ticker] time at which they were read from
/// the network. The `length` bytes from `offset` are the receiver's and do not change any more; the
/// rest of the array is not.
@SuppressWarnings("ArrayRecordComponent") // the hot path: bytes are handed on, never compared
public record Chunk(byte[] bytes, int offset, int length, long nanos) implements Exchange.Read {}

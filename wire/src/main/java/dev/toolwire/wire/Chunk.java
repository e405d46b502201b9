package dev.toolwire.wire;

/// Bytes of a body, with the [Ticker][dev.toolwire.model.Ticker] time at which they were read from
/// the network: `length` of them from `offset`. The array is lent until the exchange is read again;
/// whoever keeps bytes longer copies them.
@SuppressWarnings("ArrayRecordComponent") // the hot path: bytes are handed on, never compared
public record Chunk(byte[] bytes, int offset, int length, long nanos) implements Exchange.Read {}

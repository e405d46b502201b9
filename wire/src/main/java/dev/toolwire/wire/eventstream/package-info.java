/// The `application/vnd.amazon.eventstream` frames that ConverseStream travels in, both ways.
///
/// Reading: feed bytes to an [EventStreamDecoder] and pull [Decoded] answers from it. Writing: put
/// messages into an [EventStreamEncoder] and take the bytes out. What a frame's payload means is
/// none of this package's business, and there is no socket, file or clock in it.
///
/// @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream
///   Specification</a>
@NullMarked
package dev.toolwire.wire.eventstream;

import org.jspecify.annotations.NullMarked;

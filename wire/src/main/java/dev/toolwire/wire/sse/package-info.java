/// Server-Sent Events (`text/event-stream`), both ways.
///
/// Reading: feed chunks to an [SseDecoder][dev.toolwire.wire.sse.SseDecoder] and pull
/// [Decoded][dev.toolwire.wire.sse.Decoded] answers from it. Writing: put events into an
/// [SseEncoder][dev.toolwire.wire.sse.SseEncoder] and take the bytes out. What an event's data
/// means is none of this package's business, and there is no socket, file or clock in it.
///
/// @see <a
///   href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">HTML
///   Standard, Parsing an event stream</a>
@NullMarked
package dev.toolwire.wire.sse;

import org.jspecify.annotations.NullMarked;

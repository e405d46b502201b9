package dev.toolwire.wire.messages;

import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.sse.SseEncoder;

/// Turns the events of one answer into server-sent events. Not for several threads.
///
/// The order of the events is the caller's: that of [StreamEvent].
public final class MessagesStreamEncoder {

  private final SseEncoder lines = new SseEncoder();
  private final EventWriter events;

  MessagesStreamEncoder(MessageHead head) {
    this.events =
        new EventWriter(head, (type, array, length) -> lines.event(type, array, 0, length));
  }

  /// The bytes of an event. A block gets its start with its first piece; the reason to stop gets no
  /// bytes until the cost is known, which this wire says in the same breath.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException for a block that an answer cannot hold
  public byte[] event(StreamEvent event) {
    try {
      events.write(event);
      return lines.take();
    } finally {
      // Half a block must not come out with the next event.
      lines.clear();
    }
  }

  /// A failure after the answer has begun. Nothing may follow.
  public byte[] exception(Fault fault) {
    byte[] body = MessagesServerCodec.said(fault);
    lines.event("error", body, 0, body.length);
    return lines.take();
  }
}

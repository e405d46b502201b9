package dev.toolwire.wire.messages;

import static dev.toolwire.wire.json.JsonScanner.ascii;

import dev.toolwire.wire.json.JsonScanner;

/// Reads the data of the events that end a block or the answer, in the one shape in which they
/// come, without a parser: a short answer has hardly more of others.
///
/// ```
/// {"type":"content_block_stop","index":0}
/// {"type":"message_stop"}
/// ```
///
/// Spaces may pad them at the end. Anything else is left to the general parser.
final class StopScanner {

  private static final byte[] BLOCK = ascii("{\"type\":\"content_block_stop\",\"index\":");
  private static final byte[] MESSAGE = ascii("{\"type\":\"message_stop\"");

  private final JsonScanner json = new JsonScanner();

  /// The number of the block that ends, or -1 for any data of another shape.
  int block(byte[] data, int offset, int length) {
    json.over(data, offset, length);
    int index = json.take(BLOCK) ? json.number() : -1;
    return isClosed() ? index : -1;
  }

  /// Whether the data ends the answer and says nothing else.
  boolean isMessageStop(byte[] data, int offset, int length) {
    json.over(data, offset, length);
    return json.take(MESSAGE) && isClosed();
  }

  private boolean isClosed() {
    json.skipSpaces();
    return json.take('}') && json.isAtEnd();
  }
}

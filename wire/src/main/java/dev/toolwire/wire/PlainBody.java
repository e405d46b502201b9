package dev.toolwire.wire;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.json.WireObject;
import java.io.ByteArrayOutputStream;

/// The body of an answer that was to be a stream and is one JSON object instead: the error of a
/// server that says it under the status of a success, or the whole answer of one that does not
/// stream.
///
/// Offer each chunk to [#takes] before it is fed to a decoder. The first byte that is no space
/// decides: no line of a stream of events begins with a brace. For one body and one thread at a
/// time.
public final class PlainBody {

  /// As much as an event of a stream may carry.
  public static final int MAX_BYTES = 24 * 1024 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private enum Form {
    UNKNOWN,
    EVENTS,
    OBJECT
  }

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Form form = Form.UNKNOWN;
  private long firstByteNanos;
  private long lastByteNanos;

  /// Whether the chunk belongs to an object, and so to no stream of events. It is kept then.
  ///
  /// @throws MalformedWireException if the object is longer than [#MAX_BYTES]
  public boolean takes(Chunk chunk) {
    int from = form == Form.UNKNOWN ? decide(chunk) : chunk.offset();
    if (form != Form.OBJECT) {
      return false;
    }
    int count = chunk.offset() + chunk.length() - from;
    if (body.size() + count > MAX_BYTES) {
      throw new MalformedWireException(
          "the answer is one object of more than %d bytes instead of a stream of events"
              .formatted(MAX_BYTES));
    }
    body.write(chunk.bytes(), from, count);
    lastByteNanos = chunk.nanos();
    return true;
  }

  private int decide(Chunk chunk) {
    int end = chunk.offset() + chunk.length();
    for (int at = chunk.offset(); at < end; at++) {
      byte b = chunk.bytes()[at];
      if (!isSpace(b)) {
        form = b == '{' ? Form.OBJECT : Form.EVENTS;
        firstByteNanos = chunk.nanos();
        return at;
      }
    }
    return end;
  }

  private static boolean isSpace(byte b) {
    boolean mark = b == BYTE_ORDER_MARK[0] || b == BYTE_ORDER_MARK[1] || b == BYTE_ORDER_MARK[2];
    return mark || b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /// Whether an object has begun.
  public boolean isObject() {
    return form == Form.OBJECT;
  }

  /// The whole object, now that no more bytes will come.
  ///
  /// @throws TruncatedStreamException if it is not whole
  public WireObject object() {
    byte[] bytes = body.toByteArray();
    try {
      return WireObject.parse("the answer", bytes, 0, bytes.length);
    } catch (ModelException notWhole) {
      throw new TruncatedStreamException(
          "the answer is one object instead of a stream of events, and not whole after %d bytes;"
                  .formatted(body.size())
              + " ask again",
          notWhole);
    }
  }

  /// When the object's first byte came.
  public long firstByteNanos() {
    return firstByteNanos;
  }

  /// When its last byte came.
  public long lastByteNanos() {
    return lastByteNanos;
  }
}

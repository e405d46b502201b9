package dev.toolwire.wire.sse;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.wire.Chunk;
import java.util.Arrays;

/// Cuts a stream into lines, which end with LF, CR or CRLF. A line that ends with CR is complete at
/// once: whether an LF follows is not waited for.
///
/// A line that lies whole in a chunk is read in place; only one that is cut is put together in a
/// buffer. No byte is looked at twice.
final class LineReader {

  private static final byte[] NOTHING = {};
  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final int maxLineBytes;

  private byte[] fed = NOTHING;
  private int at;
  private int end;
  private long nanos;

  /// The stream's offset of the first byte of the array that was fed.
  private long origin;

  private final ByteRun held = new ByteRun();
  private boolean heldIsShown;
  private boolean afterCarriageReturn;
  private boolean first = true;

  private byte[] array = NOTHING;
  private int start;
  private int length;
  private long startsAt;
  private long firstByteNanos;

  LineReader(int maxLineBytes) {
    this.maxLineBytes = maxLineBytes;
  }

  void feed(Chunk chunk) {
    requireReadUp("feed");
    origin += end - (long) chunk.offset();
    fed = chunk.bytes();
    at = chunk.offset();
    end = chunk.offset() + chunk.length();
    nanos = chunk.nanos();
  }

  void requireReadUp(String call) {
    if (at < end) {
      throw new IllegalStateException(
          "%s called with %d fed bytes unread; call next until it answers NeedBytes"
              .formatted(call, end - at));
    }
  }

  /// Goes to the next line; false if it has not come whole.
  boolean next() {
    releaseShown();
    if (afterCarriageReturn && at < end) {
      afterCarriageReturn = false;
      at += fed[at] == '\n' ? 1 : 0;
    }
    if (held.length() == 0) {
      startsAt = position();
      firstByteNanos = nanos;
    }
    int from = at;
    int stop = lineEnd();
    at = stop;
    if (stop == end) {
      hold(from, stop);
      return false;
    }
    afterCarriageReturn = fed[at++] == '\r';
    show(from, stop);
    return true;
  }

  /// Takes what there is of the last line, now that nothing more will come; false if there is none.
  boolean rest() {
    if (held.length() == 0 || heldIsShown) {
      return false;
    }
    showHeld();
    return true;
  }

  /// Whether a line has begun that is not complete and not a comment.
  boolean hasBegun() {
    return held.length() > 0 && !heldIsShown && held.array()[0] != ':';
  }

  byte[] array() {
    return array;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  /// Whether the line lies in the array that was fed, until that has been read up.
  boolean isInPlace() {
    return !heldIsShown;
  }

  /// The stream's offset of the line's first byte.
  long startsAt() {
    return startsAt;
  }

  long firstByteNanos() {
    return firstByteNanos;
  }

  long lastByteNanos() {
    return nanos;
  }

  /// The stream's offset of the next byte.
  long position() {
    return origin + at;
  }

  private int lineEnd() {
    byte[] bytes = fed;
    int i = at;
    while (i < end && (bytes[i] > '\r' || (bytes[i] != '\n' && bytes[i] != '\r'))) {
      i++;
    }
    return i;
  }

  private void show(int from, int stop) {
    if (held.length() > 0) {
      hold(from, stop);
      showHeld();
      return;
    }
    requireFits(stop - from);
    array = fed;
    start = from;
    length = stop - from;
    skipByteOrderMark();
  }

  private void showHeld() {
    heldIsShown = true;
    array = held.array();
    start = 0;
    length = held.length();
    skipByteOrderMark();
  }

  private void hold(int from, int stop) {
    requireFits(held.length() + stop - from);
    held.append(fed, from, stop - from);
  }

  private void releaseShown() {
    if (heldIsShown) {
      heldIsShown = false;
      held.clear();
    }
  }

  private void skipByteOrderMark() {
    if (first) {
      first = false;
      int mark = BOM.length;
      if (length >= mark && Arrays.equals(array, start, start + mark, BOM, 0, mark)) {
        start += mark;
        length -= mark;
      }
    }
  }

  private void requireFits(int bytes) {
    if (bytes > maxLineBytes) {
      throw new MalformedWireException(
          "the line at byte %d is longer than %d bytes; raise SseLimits if the peer means it"
              .formatted(startsAt, maxLineBytes));
    }
  }
}

package dev.toolwire.wire.eventstream;

import java.util.Arrays;
import java.util.Objects;

/// The bytes of a stream that are not frames yet.
///
/// What was fed stays where it is as long as it can be read in place. Only the rest of an
/// unfinished frame is copied, and its buffer grows with the bytes that have come.
final class ReceiveBuffer {
  /// A larger buffer than this is given back as soon as the frame that needed it is done with.
  static final int MAX_IDLE_BYTES = 64 * 1024;

  private static final byte[] NOTHING = {};
  private static final int FIRST_HELD_BYTES = 512;

  private byte[] fed = NOTHING;
  private int fedAt;
  private int fedEnd;

  /// The beginning of a frame whose bytes came in several pieces.
  private byte[] held = NOTHING;

  private int heldLength;
  private boolean heldIsTaken;

  private byte[] bytes = NOTHING;
  private int start;

  /// The next piece; the one before must have been read up.
  void feed(byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    requireReadUp("feed");
    fed = buffer;
    fedAt = offset;
    fedEnd = offset + length;
  }

  void requireReadUp(String call) {
    if (fedAt < fedEnd) {
      throw new IllegalStateException(
          "%s called with %d fed bytes unread; call next until it answers NeedBytes"
              .formatted(call, fedEnd - fedAt));
    }
  }

  /// Brings the first `wanted` bytes of the current frame together, in place if they lie so. They
  /// are then in [#bytes] from [#start]. False if they have not all come.
  boolean gather(int wanted) {
    if (heldLength == 0 && fedEnd - fedAt >= wanted) {
      bytes = fed;
      start = fedAt;
      return true;
    }
    hold(Math.min(wanted - heldLength, fedEnd - fedAt), wanted);
    bytes = held;
    start = 0;
    return heldLength >= wanted;
  }

  /// The array of the gathered bytes.
  byte[] bytes() {
    return bytes;
  }

  /// Where the gathered bytes begin.
  int start() {
    return start;
  }

  /// How many bytes of an unfinished frame have come, once all that was fed has been gathered.
  int heldLength() {
    return heldLength;
  }

  /// Goes behind the current frame, of which `length` bytes have been gathered. They stay readable
  /// until [#releaseTaken].
  void take(int length) {
    if (heldLength > 0) {
      heldIsTaken = true;
    } else {
      fedAt += length;
    }
  }

  void releaseTaken() {
    if (heldIsTaken) {
      heldIsTaken = false;
      heldLength = 0;
      held = held.length > MAX_IDLE_BYTES ? NOTHING : held;
    }
  }

  /// Lets go of the fed array, which its owner may use again.
  void releaseFed() {
    fed = NOTHING;
    fedAt = 0;
    fedEnd = 0;
  }

  private void hold(int count, int wanted) {
    int length = heldLength + count;
    if (held.length < length) {
      int roomy = Math.max(2 * held.length, FIRST_HELD_BYTES);
      int ceiling = Math.max(wanted, FIRST_HELD_BYTES);
      held = Arrays.copyOf(held, Math.max(length, Math.min(roomy, ceiling)));
    }
    System.arraycopy(fed, fedAt, held, heldLength, count);
    fedAt += count;
    heldLength = length;
  }
}

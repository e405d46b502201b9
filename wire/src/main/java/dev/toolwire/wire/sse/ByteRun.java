package dev.toolwire.wire.sse;

import java.util.Arrays;

/// Bytes that are put together from pieces, in a buffer that is used again.
final class ByteRun {

  /// A larger buffer than this is given back when its content is done with.
  static final int MAX_IDLE_BYTES = 64 * 1024;

  private static final byte[] NOTHING = {};
  private static final int FIRST_BYTES = 512;

  private byte[] array = NOTHING;
  private int length;

  void append(byte[] bytes, int offset, int count) {
    reserve(count);
    System.arraycopy(bytes, offset, array, length, count);
    length += count;
  }

  void append(char ascii) {
    reserve(1);
    array[length++] = (byte) ascii;
  }

  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
    array = array.length > MAX_IDLE_BYTES ? NOTHING : array;
  }

  private void reserve(int more) {
    if (array.length - length < more) {
      array = Arrays.copyOf(array, Math.max(length + more, Math.max(2 * length, FIRST_BYTES)));
    }
  }
}

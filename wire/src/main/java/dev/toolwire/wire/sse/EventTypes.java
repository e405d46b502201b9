package dev.toolwire.wire.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The types of event that a stream has shown, so that each is made into a text once. A stream has
/// few; what is beyond the bounds is read anew each time.
final class EventTypes {

  static final int MAX_LEARNT = 16;
  static final int MAX_LEARNT_BYTES = 64;

  private final byte[][] names = new byte[MAX_LEARNT][];
  private final String[] texts = new String[MAX_LEARNT];
  private int learnt;

  String text(byte[] array, int start, int length) {
    for (int i = 0; i < learnt; i++) {
      if (Arrays.equals(array, start, start + length, names[i], 0, names[i].length)) {
        return texts[i];
      }
    }
    String text = new String(array, start, length, StandardCharsets.UTF_8);
    if (learnt < MAX_LEARNT && length <= MAX_LEARNT_BYTES) {
      names[learnt] = Arrays.copyOfRange(array, start, start + length);
      texts[learnt++] = text;
    }
    return text;
  }
}

package dev.toolwire.wire.eventstream;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// UTF-8 that refuses what it cannot carry, where the JDK's shorthand would put a `?` or U+FFFD.
final class Utf8 {
  private Utf8() {}

  /// Refuses a string with half a surrogate pair as the caller's mistake.
  static byte[] encode(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "header text of %d characters has an unpaired surrogate; UTF-8 cannot carry it"
              .formatted(text.length()),
          e);
    }
  }

  static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}

package dev.toolwire.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns UTF-8 that is cut anywhere into characters, and keeps the bytes of a cut sequence until
/// the rest comes. Overlong forms, encoded surrogates and stray bytes are refused ([RFC 3629
/// section 3](https://www.rfc-editor.org/rfc/rfc3629#section-3)).
final class Utf8Window {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer pending;
  private boolean malformed;

  /// @param size how many bytes are taken at once; at least the longest sequence
  Utf8Window(int size) {
    pending = ByteBuffer.allocate(size);
  }

  /// Takes what fits of `utf8` and writes the characters that are whole, at most as many as this
  /// window has bytes. Characters before a malformed sequence are written too.
  void decode(ByteBuffer utf8, CharBuffer characters) {
    int fits = Math.min(pending.remaining(), utf8.remaining());
    pending.put(pending.position(), utf8, utf8.position(), fits);
    pending.position(pending.position() + fits);
    utf8.position(utf8.position() + fits);
    pending.flip();
    malformed |= decoder.decode(pending, characters, false).isError();
    pending.compact();
  }

  /// Whether a sequence came that is not UTF-8.
  boolean isMalformed() {
    return malformed;
  }

  /// Whether the rest of a sequence is missing.
  boolean isCut() {
    return pending.position() > 0;
  }
}

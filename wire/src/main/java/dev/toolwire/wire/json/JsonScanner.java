package dev.toolwire.wire.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A cursor over the bytes of one small JSON document, for the event that comes by the thousand in
/// the one shape in which it comes: without a parser, and without garbage beside the text read.
///
/// Each method takes what it promises or answers that it is not there; whoever uses this gives up
/// on the first surprise and leaves the document to the general parser. What is taken here, a
/// parser would read the same. One scanner may go over many documents, one after the other; not for
/// several threads.
public final class JsonScanner {

  /// A longer text with escapes is left to the general parser, so that no large buffer stays here.
  public static final int MAX_ESCAPED_BYTES = 64 * 1024;

  private static final int MAX_DIGITS = 9;

  /// A one in each byte, and the highest bit of each.
  private static final long EACH = 0x0101010101010101L;

  private static final long HIGH = EACH << 7;
  private static final long NONE = 0;

  private byte[] array = {};
  private ByteBuffer words = ByteBuffer.wrap(array);
  private byte[] unescaped = {};
  private int at;
  private int end;

  /// Begins a document.
  @SuppressWarnings("ReferenceEquality") // the documents of a stream mostly lie in one array
  public void over(byte[] bytes, int offset, int length) {
    if (array != bytes) {
      array = bytes;
      words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    at = offset;
    end = offset + length;
  }

  public boolean isAtEnd() {
    return at == end;
  }

  /// Where in the array the next byte lies.
  public int position() {
    return at;
  }

  /// Takes the character `c`, which is ASCII, if it is next.
  public boolean take(char c) {
    if (at < end && array[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  /// Takes `word` if it is next, in exactly these bytes.
  public boolean take(byte[] word) {
    int behind = at + word.length;
    if (behind > end || !Arrays.equals(array, at, behind, word, 0, word.length)) {
      return false;
    }
    at = behind;
    return true;
  }

  /// Takes the spaces that are next, if any.
  public void skipSpaces() {
    while (at < end && array[at] == ' ') {
      at++;
    }
  }

  /// Takes a number from 0 of up to nine digits; -1 if none is next.
  public int number() {
    int from = at;
    int value = 0;
    while (at < end && at - from < MAX_DIGITS && array[at] >= '0' && array[at] <= '9') {
      value = 10 * value + array[at] - '0';
      at++;
    }
    boolean plain = at == from + 1 || (at > from && array[from] != '0');
    return plain ? value : -1;
  }

  /// Takes the rest of a string whose opening quote has been taken, its closing quote included, if
  /// nothing in it is escaped.
  public boolean skipText() {
    skipPlain(HIGH);
    return take('"');
  }

  /// Takes the rest of a string whose opening quote has been taken, its closing quote included;
  /// null if there is anything unusual in it, such as an escape by number.
  public @Nullable String text() {
    int from = at;
    skipPlain(NONE);
    if (take('"')) {
      return utf8(array, from, at - 1 - from);
    }
    return at < end && array[at] == '\\' ? textWithEscapes(from) : null;
  }

  /// Goes to the next byte that is a quote, a backslash, a control character, or has one of the
  /// bits of `alien`. Eight bytes at a time, since nearly all that comes is plain text.
  private void skipPlain(long alien) {
    int plain = at;
    for (; plain <= end - Long.BYTES; plain += Long.BYTES) {
      long word = words.getLong(plain);
      long special = lower(word ^ EACH * '"', 1) | lower(word ^ EACH * '\\', 1) | lower(word, ' ');
      long found = special | (word & alien);
      if (found != 0) {
        at = plain + Long.numberOfTrailingZeros(found) / Byte.SIZE;
        return;
      }
    }
    while (plain < end && !isSpecial(array[plain]) && (array[plain] & alien) == 0) {
      plain++;
    }
    at = plain;
  }

  /// The highest bit of each byte that is lower than `limit`, which is at most 128. Exact up to the
  /// lowest such byte; what it borrows may mark others above.
  private static long lower(long word, int limit) {
    return (word - EACH * limit) & ~word & HIGH;
  }

  private static boolean isSpecial(byte b) {
    return b == '"' || b == '\\' || isControl(b);
  }

  private @Nullable String textWithEscapes(int from) {
    if (end - from > MAX_ESCAPED_BYTES) {
      return null;
    }
    unescaped = unescaped.length < end - from ? new byte[2 * (end - from)] : unescaped;
    int length = at - from;
    System.arraycopy(array, from, unescaped, 0, length);
    while (at < end) {
      byte b = array[at++];
      if (b == '"') {
        return utf8(unescaped, 0, length);
      }
      if (b == '\\') {
        b = at < end ? meaning(array[at++]) : 0;
        if (b == 0) {
          return null;
        }
      } else if (isControl(b)) {
        return null;
      }
      unescaped[length++] = b;
    }
    return null;
  }

  /// What the escape with this letter stands for; 0 for `u` and for what is no escape.
  private static byte meaning(byte letter) {
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> 0;
    };
  }

  /// Null if the bytes are not UTF-8, or say U+FFFD, which looks the same after decoding.
  private static @Nullable String utf8(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : null;
  }

  private static boolean isControl(byte b) {
    return b >= 0 && b < ' ';
  }

  /// The bytes of a word to [take][#take(byte[])].
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

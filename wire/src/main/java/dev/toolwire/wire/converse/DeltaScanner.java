package dev.toolwire.wire.converse;

import dev.toolwire.model.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the payload of the one event that comes by the thousand, in the one shape in which it
/// comes, without a parser and without garbage beside the event itself:
///
/// ```
/// {"contentBlockIndex":0,"delta":{"text":"…"},"p":"…"}
/// {"contentBlockIndex":0,"delta":{"toolUse":{"input":"…"}},"p":"…"}
/// {"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"…"}},"p":"…"}
/// ```
///
/// The members may come in any order, `p` may be absent. Anything else, such as a space, another
/// member or an escape by number, is left to the general parser, so this class decides nothing that
/// the parser would decide otherwise.
final class DeltaScanner {

  private static final byte[] INDEX = ascii("\"contentBlockIndex\":");
  private static final byte[] PADDING = ascii("\"p\":\"");
  private static final int MAX_INDEX_DIGITS = 9;

  /// A longer text with escapes is left to the general parser, so that no large buffer stays here.
  static final int MAX_ESCAPED_BYTES = 64 * 1024;

  /// A kind of delta: the bytes around its text, and the event that it is.
  private static final class Form {
    private final byte[] before;
    private final byte[] behind;
    private final Making event;

    Form(String before, String behind, Making event) {
      this.before = ascii(before);
      this.behind = ascii(behind);
      this.event = event;
    }
  }

  private interface Making {
    StreamEvent of(int index, String text);
  }

  private static final List<Form> FORMS =
      List.of(
          new Form("\"delta\":{\"text\":\"", "}", StreamEvent.TextDelta::new),
          new Form("\"delta\":{\"toolUse\":{\"input\":\"", "}}", StreamEvent.ToolInputDelta::new),
          new Form(
              "\"delta\":{\"reasoningContent\":{\"text\":\"",
              "}}",
              StreamEvent.ReasoningDelta::new));

  private byte[] array = {};
  private byte[] unescaped = {};
  private int at;
  private int end;
  private int index;
  private Form form = FORMS.getFirst();
  private @Nullable String text;

  /// The event, or null for any payload of another shape.
  @Nullable StreamEvent scan(byte[] payload, int offset, int length) {
    array = payload;
    at = offset;
    end = offset + length;
    index = -1;
    text = null;
    if (!taken('{')) {
      return null;
    }
    do {
      if (!member()) {
        return null;
      }
    } while (taken(','));
    boolean whole = taken('}') && at == end && index >= 0;
    return whole && text != null ? form.event.of(index, text) : null;
  }

  /// The number of the block that the event just read belongs to.
  int index() {
    return index;
  }

  private boolean member() {
    if (taken(PADDING)) {
      return padding();
    }
    if (index < 0 && taken(INDEX)) {
      return number();
    }
    return text == null && delta();
  }

  private boolean delta() {
    // Indexed, because an iterator would be garbage in every event.
    for (int i = 0; i < FORMS.size(); i++) {
      if (taken(FORMS.get(i).before)) {
        form = FORMS.get(i);
        text = string();
        return text != null && taken(form.behind);
      }
    }
    return false;
  }

  private boolean number() {
    int from = at;
    int value = 0;
    while (at < end && at - from < MAX_INDEX_DIGITS && array[at] >= '0' && array[at] <= '9') {
      value = 10 * value + array[at] - '0';
      at++;
    }
    index = value;
    return at == from + 1 || (at > from && array[from] != '0');
  }

  private boolean padding() {
    while (at < end && array[at] >= ' ' && array[at] != '"' && array[at] != '\\') {
      at++;
    }
    return taken('"');
  }

  /// The text up to the next quote, which is taken too; null if there is anything unusual in it.
  private @Nullable String string() {
    int from = at;
    while (at < end) {
      byte b = array[at];
      if (b == '"') {
        return utf8(array, from, at++ - from);
      }
      if (b == '\\') {
        return stringWithEscapes(from);
      }
      if (isControl(b)) {
        return null;
      }
      at++;
    }
    return null;
  }

  private @Nullable String stringWithEscapes(int from) {
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

  private boolean taken(char c) {
    if (at < end && array[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean taken(byte[] word) {
    int behind = at + word.length;
    if (behind > end || !Arrays.equals(array, at, behind, word, 0, word.length)) {
      return false;
    }
    at = behind;
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

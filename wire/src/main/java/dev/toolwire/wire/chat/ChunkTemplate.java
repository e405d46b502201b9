package dev.toolwire.wire.chat;

import static dev.toolwire.wire.json.JsonScanner.ascii;

import dev.toolwire.wire.json.JsonScanner;
import dev.toolwire.wire.json.WireObject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads the chunk that comes by the thousand without a parser, and without garbage beside its
/// text.
///
/// Nearly all chunks of a stream are the same but for one text:
///
/// ```
/// {"id":"…","choices":[{"index":0,"delta":{"content":"…"},"finish_reason":null}],"usage":null}
/// └────────────────── head ───────────────┘               └────────────── tail ───────────────┘
/// ```
///
/// So head and tail are learnt from a chunk that the parser has read and found to say nothing else
/// ([SingleText]): mostly from the first, whose text is empty; a `refusal` that is null and a
/// padding at the end (`obfuscation`) are skipped. Anything that is not exactly so is left to the
/// parser.
final class ChunkTemplate {

  /// What the one text of a chunk is.
  enum Kind {
    CONTENT,
    REASONING,
    INPUT
  }

  /// Where a server changes the head from chunk to chunk, learning does not pay.
  private static final int MAX_VAIN_LESSONS = 16;

  private static final byte[] NONE = {};
  private static final byte[] DELTA = ascii("\"delta\":");
  private static final byte[] ROLE = ascii("\"role\":");
  private static final byte[] ASSISTANT = ascii("\"assistant\",");
  private static final byte[] CONTENT = ascii("\"content\":");
  private static final byte[] REASONING_CONTENT = ascii("\"reasoning_content\":");
  private static final byte[] REASONING = ascii("\"reasoning\":");
  private static final byte[] CALLS = ascii("\"tool_calls\":[{\"index\":");
  private static final byte[] ARGUMENTS = ascii(",\"function\":{\"arguments\":\"");
  private static final byte[] CALLS_END = ascii("}}]");
  private static final byte[] NO_REFUSAL = ascii(",\"refusal\":null");
  private static final byte[] PADDING = ascii("\"obfuscation\":");

  /// Names that have to stand in a chunk once, for its text to be where it is found.
  private static final byte[] DELTA_NAME = ascii("\"delta\"");

  private static final byte[] CONTENT_NAME = ascii("\"content\"");
  private static final byte[] ARGUMENTS_NAME = ascii("\"arguments\"");

  private final JsonScanner json = new JsonScanner();
  private byte[] head = NONE;
  private byte[] tail = NONE;

  /// What stands behind the padding; unused without one.
  private byte[] end = NONE;

  /// What the text of the learnt chunk is; null if the delta ends behind it, so that any may stand
  /// there.
  private @Nullable Kind only;

  private boolean padded;
  private int vainLessons;

  private Kind kind = Kind.CONTENT;
  private int key;
  private String text = "";
  private int textStart;
  private int textEnd;

  /// Whether the chunk is like the one learnt from. What it says is then to be asked for.
  boolean reads(byte[] chunk, int offset, int length) {
    if (head.length == 0) {
      return false;
    }
    json.over(chunk, offset, length);
    boolean fits =
        json.take(head)
            && member()
            && isOfKind()
            && noRefusal()
            && json.take(tail)
            && padding()
            && json.isAtEnd();
    vainLessons = fits ? 0 : vainLessons;
    return fits;
  }

  Kind kind() {
    return kind;
  }

  /// The index of the call that the text belongs to.
  int key() {
    return key;
  }

  String text() {
    return text;
  }

  private boolean isOfKind() {
    return only == null || only == kind;
  }

  /// Learns from a chunk that has been parsed, if it is of the common shape.
  void learn(byte[] chunk, int offset, int length, ObjectNode parsed) {
    String said = vainLessons < MAX_VAIN_LESSONS ? SingleText.of(parsed) : null;
    if (said == null) {
      return;
    }
    int end = offset + length;
    int from = behindDelta(chunk, offset, end);
    json.over(chunk, from, end - from);
    if (from < end && member() && text.equals(said) && isSaidAt(textEnd, chunk, offset, length)) {
      vainLessons++;
      head = Arrays.copyOfRange(chunk, offset, from);
      noRefusal();
      tail = Arrays.copyOfRange(chunk, json.position(), end);
      only = tail.length > 0 && tail[0] == '}' ? null : kind;
      splitPadding();
    }
  }

  private boolean noRefusal() {
    json.take(NO_REFUSAL);
    return true;
  }

  /// Whether the text that ends here is the one that the chunk says, and not one that is the same:
  /// nothing else in the chunk is called as it is, or a letter more is said as well.
  private boolean isSaidAt(int end, byte[] chunk, int offset, int length) {
    if (isAlone(chunk, offset, offset + length)) {
      return true;
    }
    byte[] longer = new byte[length + 1];
    int before = end - offset;
    System.arraycopy(chunk, offset, longer, 0, before);
    longer[before] = 'x';
    System.arraycopy(chunk, end, longer, before + 1, length - before);
    ObjectNode parsed = WireObject.parse("a chunk", longer, 0, longer.length).node();
    return (text + 'x').equals(SingleText.of(parsed));
  }

  /// Whether names are spelled plainly around the text, and its own stand there once.
  private boolean isAlone(byte[] chunk, int offset, int end) {
    byte[] name =
        switch (kind) {
          case CONTENT -> CONTENT_NAME;
          case INPUT -> ARGUMENTS_NAME;
          case REASONING -> NONE; // either of two names
        };
    return name.length > 0
        && isOnce(DELTA_NAME, chunk, offset, end)
        && isOnce(name, chunk, offset, end)
        && !hasBackslash(chunk, offset, textStart)
        && !hasBackslash(chunk, textEnd, end);
  }

  private static boolean isOnce(byte[] name, byte[] chunk, int offset, int end) {
    int at = find(name, chunk, offset, end);
    return at >= 0 && find(name, chunk, at + 1, end) < 0;
  }

  private static boolean hasBackslash(byte[] chunk, int from, int end) {
    for (int at = from; at < end; at++) {
      if (chunk[at] == '\\') {
        return true;
      }
    }
    return false;
  }

  private void splitPadding() {
    int at = find(PADDING, tail, 0, tail.length);
    padded = at >= 0;
    if (padded) {
      int quote = at + PADDING.length;
      while (quote < tail.length && tail[quote] == ' ') {
        quote++;
      }
      json.over(tail, quote, tail.length - quote);
      padded = json.take('"') && json.skipText();
      if (padded) {
        end = Arrays.copyOfRange(tail, json.position(), tail.length);
        tail = Arrays.copyOf(tail, quote + 1);
      }
    }
  }

  private boolean padding() {
    return !padded || (json.skipText() && json.take(end));
  }

  private boolean member() {
    if (json.take(ROLE)) {
      json.skipSpaces();
      if (!json.take(ASSISTANT)) {
        return false;
      }
      json.skipSpaces();
    }
    if (json.take(CALLS)) {
      kind = Kind.INPUT;
      key = json.number();
      return key >= 0 && json.take(ARGUMENTS) && textIsTaken() && json.take(CALLS_END);
    }
    if (json.take(CONTENT)) {
      kind = Kind.CONTENT;
    } else if (json.take(REASONING_CONTENT) || json.take(REASONING)) {
      kind = Kind.REASONING;
    } else {
      return false;
    }
    json.skipSpaces();
    return json.take('"') && textIsTaken();
  }

  private boolean textIsTaken() {
    textStart = json.position();
    String read = json.text();
    text = read == null ? text : read;
    textEnd = json.position() - 1;
    return read != null;
  }

  private static int behindDelta(byte[] chunk, int offset, int end) {
    int at = find(DELTA, chunk, offset, end);
    int brace = at < 0 ? end : at + DELTA.length;
    while (brace < end && chunk[brace] == ' ') {
      brace++;
    }
    boolean found = brace < end && chunk[brace] == '{';
    return found ? brace + 1 : end;
  }

  private static int find(byte[] word, byte[] bytes, int from, int end) {
    for (int at = from; at + word.length <= end; at++) {
      if (Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
        return at;
      }
    }
    return -1;
  }
}

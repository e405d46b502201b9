package dev.toolwire.json;

import dev.toolwire.json.JsonOutcome.Complete;
import dev.toolwire.json.JsonOutcome.Empty;
import dev.toolwire.json.JsonOutcome.Malformed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one JSON document out of fragments cut anywhere: inside an escape, a number, a surrogate
/// pair or a UTF-8 sequence. Values are told as they complete and strings as they grow
/// ([JsonEvent]); the tree so far can be looked at after every fragment ([#partial()]); [#finish()]
/// says what the whole was.
///
/// ```java
/// var json = new IncrementalJson();
/// for (String fragment : fragments) {
///   json.feed(fragment);
///   json.partial().ifPresent(screen::show);
/// }
/// JsonOutcome outcome = json.finish();
/// ```
///
/// The grammar is exactly that of [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259): no comments,
/// no trailing commas, no byte order mark. Whatever is accepted within the default limits,
/// Jackson's `readTree` accepts too, with an equal value; when an object repeats a name, the last
/// value stands.
///
/// Cost is linear: no character is looked at or copied again because more arrive. Memory is the
/// value itself and small fixed windows. One thread uses a reader, and the sink, which must neither
/// throw nor feed, is called on it within [#feed].
public final class IncrementalJson {
  private static final int WINDOW = 1024;
  private static final String NOT_UTF8 = "a byte sequence is not UTF-8";

  private final JsonTree tree;
  private final JsonGrammar grammar;
  private final int maxLength;
  private final char[] window = new char[WINDOW];
  private @Nullable Utf8Window utf8;
  private int length;
  private @Nullable Malformed malformed;
  private @Nullable JsonOutcome outcome;

  /// A reader to be looked at, which tells nobody.
  public IncrementalJson() {
    this(JsonTree.NOBODY);
  }

  /// A reader that tells `sink` every event.
  public IncrementalJson(Consumer<JsonEvent> sink) {
    this(sink, JsonLimits.DEFAULT);
  }

  /// A reader that tells `sink` every event and keeps to `limits`.
  public IncrementalJson(Consumer<JsonEvent> sink, JsonLimits limits) {
    tree = new JsonTree(sink);
    grammar = new JsonGrammar(tree, limits.depth());
    maxLength = limits.length();
  }

  /// Reads a whole document at once.
  public static JsonOutcome read(CharSequence document) {
    var json = new IncrementalJson();
    json.feed(document);
    return json.finish();
  }

  /// Reads the next characters. After a fault, everything more is ignored.
  public void feed(CharSequence fragment) {
    requireUnfinished();
    if (utf8 != null && utf8.isCut()) {
      throw new IllegalArgumentException(
          "text was fed after bytes that end inside a UTF-8 sequence; feed its other bytes first");
    }
    for (int from = 0; from < fragment.length() && malformed == null; from += WINDOW) {
      int to = Math.min(fragment.length(), from + WINDOW);
      fragment.getChars(from, to, window, 0);
      readWindow(to - from);
    }
    grammar.show();
  }

  /// Reads the next bytes, all that remain in `fragment`, as UTF-8. After a fault, everything more
  /// is ignored.
  public void feed(ByteBuffer fragment) {
    requireUnfinished();
    if (utf8 == null) {
      utf8 = new Utf8Window(WINDOW);
    }
    var characters = CharBuffer.wrap(window);
    while (fragment.hasRemaining() && malformed == null) {
      utf8.decode(fragment, characters.clear());
      readWindow(characters.position());
      if (utf8.isMalformed() && malformed == null) {
        fail(NOT_UTF8, length);
      }
    }
    fragment.position(fragment.limit());
    grammar.show();
  }

  private void readWindow(int count) {
    int fits = Math.min(count, maxLength - length);
    try {
      grammar.read(window, 0, fits);
      length += fits;
      if (fits < count) {
        fail("the document is longer than " + maxLength + " characters", length);
      }
    } catch (JsonFault fault) {
      fail(fault.problem(), length + fault.index());
    }
  }

  private void fail(String problem, int offset) {
    malformed = new Malformed(problem, offset, grammar.path());
  }

  /// The value so far: every complete value, every open container, and an open string as a
  /// [GrowingString]. A number or literal appears when it is complete, a member when its value
  /// begins. Empty until a value begins.
  ///
  /// The tree is live and only to be read: it is the same one after every fragment, grows in place,
  /// and ends as the complete value. Asking for it costs nothing; `deepCopy()` keeps a moment of
  /// it.
  public Optional<JsonNode> partial() {
    return Optional.of(tree.value()).filter(value -> !value.isMissingNode());
  }

  /// What is wrong with the document, as soon as it is known.
  public Optional<Malformed> malformed() {
    return Optional.ofNullable(malformed);
  }

  /// Ends the input and says what it was. Later calls say the same; nothing more may be fed.
  public JsonOutcome finish() {
    if (outcome == null) {
      outcome = end();
    }
    return outcome;
  }

  private JsonOutcome end() {
    if (malformed == null && utf8 != null && utf8.isCut() && !grammar.isInText()) {
      fail(NOT_UTF8, length);
    }
    boolean complete = malformed == null && completes();
    if (malformed != null) {
      return malformed;
    }
    if (complete) {
      return new Complete(tree.value());
    }
    return grammar.isEmpty() ? new Empty() : grammar.truncated(length);
  }

  private boolean completes() {
    try {
      return grammar.end();
    } catch (JsonFault fault) {
      fail(fault.problem(), length + fault.index());
      return false;
    }
  }

  private void requireUnfinished() {
    if (outcome != null) {
      throw new IllegalStateException(
          "the input was finished; use a new reader for a new document");
    }
  }
}

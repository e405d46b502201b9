package dev.toolwire.wire.messages;

import static dev.toolwire.wire.json.JsonScanner.ascii;

import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.JsonScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the data of the one event that comes by the thousand, in the one shape in which it comes,
/// without a parser and without garbage beside the event itself:
///
/// ```
/// {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"…"}      }
/// {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"…"}}
/// {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"…"}}
/// ```
///
/// The three members may come in any order; the service pads with spaces at the end, to hide the
/// length of what it says. Anything else is left to the general parser, so this class decides
/// nothing that the parser would decide otherwise.
final class DeltaScanner {

  private static final byte[] TYPE = ascii("\"type\":\"content_block_delta\"");
  private static final byte[] INDEX = ascii("\"index\":");

  /// A kind of delta: the bytes before its text, and the event that it is.
  private static final class Form {
    private final byte[] before;
    private final Making event;

    Form(String type, String member, Making event) {
      this.before = ascii("\"delta\":{\"type\":\"" + type + "\",\"" + member + "\":\"");
      this.event = event;
    }
  }

  private interface Making {
    StreamEvent of(int index, String text);
  }

  private static final List<Form> FORMS =
      List.of(
          new Form("input_json_delta", "partial_json", StreamEvent.ToolInputDelta::new),
          new Form("text_delta", "text", StreamEvent.TextDelta::new),
          new Form("thinking_delta", "thinking", StreamEvent.ReasoningDelta::new));

  private final JsonScanner json = new JsonScanner();
  private int index;
  private boolean typed;
  private Form form = FORMS.getFirst();
  private @Nullable String text;

  /// The event, or null for any data of another shape.
  @Nullable StreamEvent scan(byte[] data, int offset, int length) {
    json.over(data, offset, length);
    index = -1;
    typed = false;
    text = null;
    if (!json.take('{')) {
      return null;
    }
    do {
      if (!member()) {
        return null;
      }
    } while (json.take(','));
    json.skipSpaces();
    boolean whole = json.take('}') && json.isAtEnd() && typed && index >= 0;
    return whole && text != null ? form.event.of(index, text) : null;
  }

  /// The number of the block that the event just read belongs to.
  int index() {
    return index;
  }

  private boolean member() {
    if (!typed && json.take(TYPE)) {
      typed = true;
      return true;
    }
    if (index < 0 && json.take(INDEX)) {
      index = json.number();
      return index >= 0;
    }
    return text == null && delta();
  }

  private boolean delta() {
    // Indexed, because an iterator would be garbage in every event.
    for (int i = 0; i < FORMS.size(); i++) {
      if (json.take(FORMS.get(i).before)) {
        form = FORMS.get(i);
        text = json.text();
        return text != null && json.take('}');
      }
    }
    return false;
  }
}

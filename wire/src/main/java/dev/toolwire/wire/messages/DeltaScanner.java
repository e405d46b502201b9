package dev.toolwire.wire.messages;

import static dev.toolwire.wire.json.JsonScanner.ascii;

import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.DeltaForms;
import dev.toolwire.wire.json.DeltaForms.Form;
import dev.toolwire.wire.json.DeltaForms.Making;
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

  private static final List<Form> FORMS =
      List.of(
          form("input_json_delta", "partial_json", StreamEvent.ToolInputDelta::new),
          form("text_delta", "text", StreamEvent.TextDelta::new),
          form("thinking_delta", "thinking", StreamEvent.ReasoningDelta::new));

  private final JsonScanner json = new JsonScanner();
  private final DeltaForms deltas = new DeltaForms(FORMS);
  private int index;
  private boolean typed;

  private static Form form(String type, String member, Making event) {
    return new Form("\"delta\":{\"type\":\"" + type + "\",\"" + member + "\":\"", "}", event);
  }

  /// The event, or null for any data of another shape.
  @Nullable StreamEvent scan(byte[] data, int offset, int length) {
    json.over(data, offset, length);
    index = -1;
    typed = false;
    deltas.clear();
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
    return whole ? deltas.event(index) : null;
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
    return deltas.take(json);
  }
}

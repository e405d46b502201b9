package dev.toolwire.wire.converse;

import static dev.toolwire.wire.json.JsonScanner.ascii;

import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.DeltaForms;
import dev.toolwire.wire.json.DeltaForms.Form;
import dev.toolwire.wire.json.JsonScanner;
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

  private static final List<Form> FORMS =
      List.of(
          new Form("\"delta\":{\"text\":\"", "}", StreamEvent.TextDelta::new),
          new Form("\"delta\":{\"toolUse\":{\"input\":\"", "}}", StreamEvent.ToolInputDelta::new),
          new Form(
              "\"delta\":{\"reasoningContent\":{\"text\":\"",
              "}}",
              StreamEvent.ReasoningDelta::new));

  private final JsonScanner json = new JsonScanner();
  private final DeltaForms deltas = new DeltaForms(FORMS);
  private int index;

  /// The event, or null for any payload of another shape.
  @Nullable StreamEvent scan(byte[] payload, int offset, int length) {
    json.over(payload, offset, length);
    index = -1;
    deltas.clear();
    if (!json.take('{')) {
      return null;
    }
    do {
      if (!member()) {
        return null;
      }
    } while (json.take(','));
    boolean whole = json.take('}') && json.isAtEnd() && index >= 0;
    return whole ? deltas.event(index) : null;
  }

  /// The number of the block that the event just read belongs to.
  int index() {
    return index;
  }

  private boolean member() {
    if (json.take(PADDING)) {
      return json.skipText();
    }
    if (index < 0 && json.take(INDEX)) {
      index = json.number();
      return index >= 0;
    }
    return deltas.take(json);
  }
}

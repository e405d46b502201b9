package dev.toolwire.tool;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.tool.InputChange.Kind;
import dev.toolwire.tool.InputRepair.Repaired;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads a text that is no JSON object, but can stand for one object only.
///
/// Three coats come off, each at most once: a Markdown fence, the quotes of an object that was
/// encoded twice, and what a [LenientJson] mends. What is left must be strict JSON.
final class JsonTextRepair {

  private static final Pattern FENCE = Pattern.compile("```[a-zA-Z0-9]*+(.*)```", Pattern.DOTALL);

  private JsonTextRepair() {}

  /// The object that `text` stands for. Its changes have no path, since there is no value yet that
  /// one could point into. Linear in the length of `text`.
  static Optional<Repaired> repair(String text) {
    String stripped = text.strip();
    Matcher fence = FENCE.matcher(stripped);
    if (fence.matches()) {
      String inner = fence.group(1).strip();
      return object(inner, List.of())
          .or(() -> unfenced(inner))
          .map(repaired -> after(new InputChange("", Kind.FENCE, text, inner), repaired));
    }
    return unfenced(stripped);
  }

  private static Optional<Repaired> unfenced(String text) {
    if (text.startsWith("\"")) {
      return decoded(text)
          .flatMap(
              inner -> object(inner, List.of(new InputChange("", Kind.UNPACKED, text, inner))));
    }
    return LenientJson.mend(text).flatMap(mended -> object(mended.text(), mended.changes()));
  }

  private static Optional<String> decoded(String text) {
    try {
      JsonNode node = JsonText.read(text);
      return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<Repaired> object(String text, List<InputChange> changes) {
    try {
      return Optional.of(new Repaired(JsonObject.parse(text), changes));
    } catch (IllegalArgumentException notAnObject) {
      return Optional.empty();
    }
  }

  private static Repaired after(InputChange first, Repaired rest) {
    List<InputChange> changes = new ArrayList<>(List.of(first));
    changes.addAll(rest.changes());
    return new Repaired(rest.input(), changes);
  }
}

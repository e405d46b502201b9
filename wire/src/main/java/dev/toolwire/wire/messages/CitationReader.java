package dev.toolwire.wire.messages;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Leftovers;
import dev.toolwire.wire.json.WireObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads citations into the neutral words, which are Converse's. What those have no place for is
/// kept in a member `extra`; a citation of another kind is kept whole, marked with this wire.
final class CitationReader {

  /// The member of a neutral citation for what only its own wire says of it.
  static final String EXTRA = "extra";

  private CitationReader() {}

  static List<JsonObject> citations(WireObject text) {
    return text.objects("citations").stream().map(CitationReader::citation).toList();
  }

  static JsonObject citation(WireObject citation) {
    return CitationForm.ofType(citation.requireText("type"))
        .map(form -> neutral(citation, form))
        .orElseGet(() -> citation.json().with(Leftovers.WIRE, BlockReader.WIRE));
  }

  private static JsonObject neutral(WireObject citation, CitationForm form) {
    Set<String> known = new HashSet<>(Set.of("type", form.title(), "cited_text"));
    ObjectNode neutral = JsonNodeFactory.instance.objectNode();
    citation.text(form.title()).ifPresent(title -> neutral.put("title", title));
    if (form == CitationForm.SEARCH_RESULT) {
      known.add("source");
      citation.text("source").ifPresent(source -> neutral.put("source", source));
    }
    citation
        .text("cited_text")
        .ifPresent(text -> neutral.putArray("sourceContent").addObject().put("text", text));
    ObjectNode place = neutral.putObject("location").putObject(form.location());
    if (form == CitationForm.WEB) {
      known.add("url");
      citation.text("url").ifPresent(url -> place.put("url", url));
    } else {
      copy(citation, form.index(), place, form.neutralIndex(), known);
      copy(citation, form.start(), place, "start", known);
      copy(citation, form.end(), place, "end", known);
    }
    JsonObject extra = citation.restWithoutNulls(known);
    if (!extra.isEmpty()) {
      neutral.set(EXTRA, extra.with(Leftovers.WIRE, BlockReader.WIRE).toNode());
    }
    return JsonObject.adopt(neutral);
  }

  private static void copy(
      WireObject citation, String member, ObjectNode place, String neutral, Set<String> known) {
    known.add(member);
    JsonNode value = citation.find(member);
    if (value != null) {
      place.set(neutral, value);
    }
  }
}

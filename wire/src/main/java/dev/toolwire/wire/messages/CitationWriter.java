package dev.toolwire.wire.messages;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Leftovers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Says neutral citations in the words of Messages: the inverse of [CitationReader].
final class CitationWriter {

  private CitationWriter() {}

  /// Empty for a citation that this wire has no words for.
  static Optional<JsonObject> citation(JsonObject neutral) {
    if (neutral.text(Leftovers.WIRE).isPresent()) {
      return Leftovers.areForeign(BlockReader.WIRE, neutral)
          ? Optional.empty()
          : Optional.of(Leftovers.members(neutral));
    }
    ObjectNode citation = neutral.toNode();
    JsonNode location = citation.path("location");
    return location.propertyNames().stream()
        .findFirst()
        .flatMap(CitationForm::ofLocation)
        .filter(form -> location.path(form.location()).isObject())
        .map(form -> said(citation, form, location.path(form.location())));
  }

  private static JsonObject said(ObjectNode neutral, CitationForm form, JsonNode place) {
    ObjectNode citation = neutral.objectNode();
    citation.put("type", form.type());
    citation.put("cited_text", citedText(neutral.path("sourceContent")));
    citation.set(form.title(), neutral.path("title").isString() ? neutral.get("title") : null);
    switch (form) {
      case WEB -> citation.set("url", place.get("url"));
      case SEARCH_RESULT -> {
        citation.set("source", neutral.path("source").isString() ? neutral.get("source") : null);
        range(citation, form, place);
      }
      case CHARACTERS, PAGES, CHUNKS -> range(citation, form, place);
    }
    if (neutral.get(CitationReader.EXTRA) instanceof ObjectNode own) {
      JsonObject extra = JsonObject.copyOf(own);
      if (!Leftovers.areForeign(BlockReader.WIRE, extra)) {
        citation.setAll(Leftovers.members(extra).toNode());
      }
    }
    return JsonObject.adopt(citation);
  }

  private static void range(ObjectNode citation, CitationForm form, JsonNode place) {
    citation.set(form.index(), place.get(form.neutralIndex()));
    citation.set(form.start(), place.get("start"));
    citation.set(form.end(), place.get("end"));
  }

  private static String citedText(JsonNode sourceContent) {
    StringBuilder text = new StringBuilder();
    sourceContent.forEach(piece -> text.append(piece.path("text").asString("")));
    return text.toString();
  }
}

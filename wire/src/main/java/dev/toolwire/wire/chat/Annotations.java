package dev.toolwire.wire.chat;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.WireObject;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/// The sources of a text, in Converse's words for a citation.
final class Annotations {

  private Annotations() {}

  /// The citation for a `url_citation`. Where in the text it belongs has no word; the annotation as
  /// it stood is kept in the answer's extra.
  static JsonObject citation(WireObject source) {
    ObjectNode citation = source.node().objectNode();
    source.text("title").ifPresent(title -> citation.put("title", title));
    source
        .text("url")
        .ifPresent(url -> citation.putObject("location").putObject("web").put("url", url));
    return JsonObject.adopt(citation);
  }

  /// Writes the member `annotations` with the sources that citations name; one that is not at an
  /// address has no word here.
  static void write(JsonGenerator out, List<JsonObject> citations) {
    out.writeArrayPropertyStart("annotations");
    citations.forEach(citation -> write(out, citation));
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, JsonObject citation) {
    String url = citation.toNode().path("location").path("web").path("url").asString("");
    if (!url.isEmpty()) {
      out.writeStartObject();
      out.writeStringProperty(ChatWords.TYPE, "url_citation");
      out.writeObjectPropertyStart("url_citation");
      out.writeStringProperty("url", url);
      citation.text("title").ifPresent(title -> out.writeStringProperty("title", title));
      out.writeEndObject();
      out.writeEndObject();
    }
  }
}

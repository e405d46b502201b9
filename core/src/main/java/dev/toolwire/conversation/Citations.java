package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;
import java.util.List;

/// Text with the sources it rests on. A citation's members are Converse's own (`title`, `source`,
/// `sourceContent`, `location`).
public record Citations(List<String> content, List<JsonObject> citations, JsonObject extra)
    implements ContentBlock {

  public Citations {
    content = List.copyOf(content);
    citations = List.copyOf(citations);
  }

  public Citations(List<String> content, List<JsonObject> citations) {
    this(content, citations, JsonObject.EMPTY);
  }
}

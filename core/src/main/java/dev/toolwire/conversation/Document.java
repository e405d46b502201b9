package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// A document. `format` is Converse's word (`pdf`, `csv`, `docx`, `txt`, `md` and so on), `name` a
/// neutral title; both may be empty. `extra` keeps context and citation settings.
public record Document(String name, String format, MediaSource source, JsonObject extra)
    implements ContentBlock, ResultBlock {

  public Document(String name, String format, MediaSource source) {
    this(name, format, source, JsonObject.EMPTY);
  }
}

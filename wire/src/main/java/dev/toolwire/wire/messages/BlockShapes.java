package dev.toolwire.wire.messages;

import static dev.toolwire.wire.messages.Shape.listOf;
import static dev.toolwire.wire.messages.Shape.may;
import static dev.toolwire.wire.messages.Shape.must;
import static dev.toolwire.wire.messages.Shape.oneOf;
import static dev.toolwire.wire.messages.Shape.structure;
import static dev.toolwire.wire.messages.Shape.text;

import dev.toolwire.wire.messages.Shape.Anything;
import dev.toolwire.wire.messages.Shape.Base64Text;
import dev.toolwire.wire.messages.Shape.Dictionary;
import dev.toolwire.wire.messages.Shape.Flag;
import dev.toolwire.wire.messages.Shape.Member;
import dev.toolwire.wire.messages.Shape.Structure;
import dev.toolwire.wire.messages.Shape.Tagged;
import dev.toolwire.wire.messages.Shape.TextOr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The shapes of the content blocks in a request, after [Messages in the API
/// reference](https://platform.claude.com/docs/en/api/messages) as of 2026-11.
final class BlockShapes {

  static final String ID = "^[a-zA-Z0-9_-]+$";

  static final Structure CACHE_CONTROL =
      structure(must("type", oneOf("ephemeral")), may("ttl", oneOf("5m", "1h")));

  private static final Member CACHE = may("cache_control", CACHE_CONTROL);
  private static final Structure CITING = structure(may("enabled", new Flag()));

  private static final Structure TEXT =
      structure(
          must("type", oneOf("text")),
          must("text", text()),
          may("citations", listOf(new Dictionary())),
          CACHE);

  private static final Structure URL = structure(must("type", oneOf("url")), must("url", text()));
  private static final Structure FILE =
      structure(must("type", oneOf("file")), must("file_id", text()));

  private static final Structure IMAGE =
      structure(
          must("type", oneOf("image")),
          must(
              "source",
              kinds(
                  Map.entry(
                      "base64",
                      structure(
                          must("type", oneOf("base64")),
                          must(
                              "media_type",
                              oneOf("image/jpeg", "image/png", "image/gif", "image/webp")),
                          must("data", new Base64Text()))),
                  Map.entry("url", URL),
                  Map.entry("file", FILE))),
          may("transformations", structure(may("oversized_image", oneOf("downsize", "error")))),
          CACHE);

  private static final Structure DOCUMENT =
      structure(
          must("type", oneOf("document")),
          must(
              "source",
              kinds(
                  Map.entry(
                      "base64",
                      structure(
                          must("type", oneOf("base64")),
                          must("media_type", oneOf("application/pdf")),
                          must("data", new Base64Text()))),
                  Map.entry(
                      "text",
                      structure(
                          must("type", oneOf("text")),
                          must("media_type", oneOf("text/plain")),
                          must("data", text()))),
                  Map.entry(
                      "content",
                      structure(
                          must("type", oneOf("content")),
                          must(
                              "content",
                              new TextOr(
                                  listOf(
                                      kinds(
                                          Map.entry("text", TEXT), Map.entry("image", IMAGE))))))),
                  Map.entry("url", URL),
                  Map.entry("file", FILE))),
          may("title", text()),
          may("context", text()),
          may("citations", CITING),
          CACHE);

  private static final Structure SEARCH_RESULT =
      structure(
          must("type", oneOf("search_result")),
          must("source", text()),
          must("title", text()),
          must("content", listOf(kinds(Map.entry("text", TEXT)))),
          may("citations", CITING),
          CACHE);

  private static final Shape RESULT_BLOCK =
      kinds(
          Map.entry("text", TEXT),
          Map.entry("image", IMAGE),
          Map.entry("search_result", SEARCH_RESULT),
          Map.entry("document", DOCUMENT),
          Map.entry(
              "tool_reference",
              structure(must("type", oneOf("tool_reference")), must("tool_name", text()), CACHE)),
          Map.entry("browser_state", open("browser_state")));

  private static final Map<String, Structure> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("text", TEXT);
    KINDS.put("image", IMAGE);
    KINDS.put("document", DOCUMENT);
    KINDS.put("search_result", SEARCH_RESULT);
    KINDS.put(
        "thinking",
        structure(
            must("type", oneOf("thinking")), must("thinking", text()), must("signature", text())));
    KINDS.put(
        "redacted_thinking",
        structure(must("type", oneOf("redacted_thinking")), must("data", text())));
    KINDS.put("tool_use", call("tool_use"));
    KINDS.put("server_tool_use", call("server_tool_use"));
    KINDS.put(
        "tool_result",
        structure(
            must("type", oneOf("tool_result")),
            must("tool_use_id", text(ID)),
            may("content", new TextOr(listOf(RESULT_BLOCK))),
            may("is_error", new Flag()),
            may("toolset_name", text()),
            CACHE));
    for (String result :
        List.of(
            "web_search_tool_result",
            "web_fetch_tool_result",
            "code_execution_tool_result",
            "bash_code_execution_tool_result",
            "text_editor_code_execution_tool_result",
            "tool_search_tool_result")) {
      KINDS.put(
          result,
          structure(
              must("type", oneOf(result)),
              must("tool_use_id", text(ID)),
              must("content", new Anything()),
              may("caller", new Dictionary()),
              CACHE));
    }
    KINDS.put(
        "container_upload",
        structure(must("type", oneOf("container_upload")), must("file_id", text()), CACHE));
  }

  /// A block of a message.
  static final Tagged CONTENT = new Tagged("type", "", KINDS);

  /// A block of the system prompt.
  static final Shape SYSTEM = kinds(Map.entry("text", TEXT));

  private BlockShapes() {}

  private static Structure call(String type) {
    return structure(
        must("type", oneOf(type)),
        must("id", text(ID)),
        must("name", text()),
        must("input", new Dictionary()),
        may("caller", new Dictionary()),
        may("toolset_name", text()),
        CACHE);
  }

  /// A block of which only the kind is known.
  private static Structure open(String type) {
    return structure(must("type", oneOf(type)), may("content", new Anything()), CACHE);
  }

  @SafeVarargs
  static Tagged kinds(Map.Entry<String, Structure>... kinds) {
    Map<String, Structure> named = new LinkedHashMap<>();
    for (Map.Entry<String, Structure> kind : kinds) {
      named.put(kind.getKey(), kind.getValue());
    }
    return new Tagged("type", "", named);
  }
}

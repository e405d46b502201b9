package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Shape.NO_LIMIT;
import static dev.toolwire.wire.converse.Shape.listOf;
import static dev.toolwire.wire.converse.Shape.may;
import static dev.toolwire.wire.converse.Shape.must;
import static dev.toolwire.wire.converse.Shape.oneOf;
import static dev.toolwire.wire.converse.Shape.structure;
import static dev.toolwire.wire.converse.Shape.text;
import static dev.toolwire.wire.converse.Shape.union;

import dev.toolwire.wire.converse.Shape.Blob;
import dev.toolwire.wire.converse.Shape.Document;
import dev.toolwire.wire.converse.Shape.Flag;
import dev.toolwire.wire.converse.Shape.Whole;

/// The shapes of what can be said: content blocks and their parts, after the Amazon Bedrock API
/// reference (`API_runtime_ContentBlock`) as of 2026-08.
final class BlockShapes {

  private BlockShapes() {}

  private static final Shape ANY_TEXT = text();
  private static final Shape TEXT_ITEM = structure(must("text", ANY_TEXT));
  static final Shape NAME = text(1, 64, "[a-zA-Z0-9_-]+");
  private static final Shape TOOL_USE_ID = text(1, 64, "[a-zA-Z0-9_.:-]+");
  private static final Shape INDEX = new Whole(0);

  private static final Shape S3_LOCATION =
      structure(
          must("uri", text(1, 1024, "s3://[a-z0-9][\\.\\-a-z0-9]{1,61}[a-z0-9](/.*)?")),
          may("bucketOwner", text(0, NO_LIMIT, "[0-9]{12}")));
  private static final Shape MEDIA_ERROR = structure(may("message", ANY_TEXT));
  private static final Shape CITATIONS_SWITCH = structure(must("enabled", new Flag()));

  private static final Shape IMAGE =
      structure(
          must("format", oneOf("png", "jpeg", "gif", "webp")),
          must("source", bytesOrS3("ImageSource")),
          may("error", MEDIA_ERROR));
  private static final Shape VIDEO =
      structure(
          must(
              "format",
              oneOf("mkv", "mov", "mp4", "webm", "flv", "mpeg", "mpg", "wmv", "three_gp")),
          must("source", bytesOrS3("VideoSource")));
  private static final Shape AUDIO =
      structure(
          must(
              "format",
              oneOf(
                  "mp3", "opus", "wav", "aac", "flac", "mp4", "ogg", "mkv", "mka", "x-aac", "m4a",
                  "mpeg", "mpga", "pcm", "webm")),
          must("source", bytesOrS3("AudioSource")),
          may("error", MEDIA_ERROR));
  private static final Shape DOCUMENT =
      structure(
          may("format", oneOf("pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md")),
          must("name", text(1, 200)),
          must(
              "source",
              union(
                  "DocumentSource",
                  may("bytes", new Blob(1)),
                  may("s3Location", S3_LOCATION),
                  may("text", ANY_TEXT),
                  may("content", listOf(union("DocumentContentBlock", may("text", ANY_TEXT)))))),
          may("context", ANY_TEXT),
          may("citations", CITATIONS_SWITCH));
  private static final Shape SEARCH_RESULT =
      structure(
          must("source", ANY_TEXT),
          must("title", ANY_TEXT),
          must("content", listOf(TEXT_ITEM)),
          may("citations", CITATIONS_SWITCH));

  private static final Shape TOOL_USE =
      structure(
          must("toolUseId", TOOL_USE_ID),
          must("name", NAME),
          must("input", new Document()),
          may("type", oneOf("server_tool_use")));
  private static final Shape TOOL_RESULT =
      structure(
          must("toolUseId", TOOL_USE_ID),
          must(
              "content",
              listOf(
                  union(
                      "ToolResultContentBlock",
                      may("json", new Document()),
                      may("text", ANY_TEXT),
                      may("image", IMAGE),
                      may("document", DOCUMENT),
                      may("video", VIDEO),
                      may("searchResult", SEARCH_RESULT)))),
          may("status", oneOf("success", "error")),
          may("type", ANY_TEXT));
  private static final Shape TOOL_REFERENCE =
      structure(
          must(
              "tool",
              structure(
                  may("type", text(1, 64)),
                  may("name", text(1, 128)),
                  may("serverName", text(1, 128)))));

  static final Shape GUARD_CONTENT =
      union(
          "GuardrailConverseContentBlock",
          may(
              "text",
              structure(
                  must("text", ANY_TEXT),
                  may("qualifiers", listOf(oneOf("grounding_source", "query", "guard_content"))))),
          may(
              "image",
              structure(
                  must("format", oneOf("png", "jpeg")),
                  must(
                      "source",
                      union("GuardrailConverseImageSource", may("bytes", new Blob(1)))))));
  static final Shape CACHE_POINT =
      structure(must("type", oneOf("default")), may("ttl", oneOf("5m", "1h")));
  private static final Shape REASONING =
      union(
          "ReasoningContentBlock",
          may("reasoningText", structure(must("text", ANY_TEXT), may("signature", ANY_TEXT))),
          may("redactedContent", new Blob(0)));

  private static final Shape CITATION =
      structure(
          may("title", ANY_TEXT),
          may("source", ANY_TEXT),
          may("sourceContent", listOf(union("CitationSourceContent", may("text", ANY_TEXT)))),
          may(
              "location",
              union(
                  "CitationLocation",
                  may("web", structure(may("url", ANY_TEXT), may("domain", ANY_TEXT))),
                  may("documentChar", range("documentIndex")),
                  may("documentPage", range("documentIndex")),
                  may("documentChunk", range("documentIndex")),
                  may("searchResultLocation", range("searchResultIndex")))));
  private static final Shape CITATIONS =
      structure(
          may("content", listOf(union("CitationGeneratedContent", may("text", ANY_TEXT)))),
          may("citations", listOf(CITATION)));

  /// One element of a message's content.
  static final Shape CONTENT_BLOCK =
      union(
          "ContentBlock",
          may("text", ANY_TEXT),
          may("image", IMAGE),
          may("toolUse", TOOL_USE),
          may("toolResult", TOOL_RESULT),
          may("document", DOCUMENT),
          may("video", VIDEO),
          may("cachePoint", CACHE_POINT),
          may("reasoningContent", REASONING),
          may("citationsContent", CITATIONS),
          may("searchResult", SEARCH_RESULT),
          may("audio", AUDIO),
          may("guardContent", GUARD_CONTENT),
          may("toolAddition", TOOL_REFERENCE),
          may("toolRemoval", TOOL_REFERENCE));

  private static Shape bytesOrS3(String name) {
    return union(name, may("bytes", new Blob(1)), may("s3Location", S3_LOCATION));
  }

  private static Shape range(String of) {
    return structure(may(of, INDEX), may("start", INDEX), may("end", INDEX));
  }
}

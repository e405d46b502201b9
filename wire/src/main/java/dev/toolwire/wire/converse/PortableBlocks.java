package dev.toolwire.wire.converse;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/// Fits the blocks of a history into what the service takes: it refuses to be shown again some of
/// what its own models wrote, and histories may come from other wires.
final class PortableBlocks {

  private static final String ERROR_MARK = "error:";

  private final boolean resultStatus;

  /// @param resultStatus whether the model takes `status` on a tool result; if not, an error is
  ///   marked in words
  PortableBlocks(boolean resultStatus) {
    this.resultStatus = resultStatus;
  }

  ContentBlock fit(ContentBlock block) {
    return switch (block) {
      case ToolUse(ToolUseId id, ToolName name, ToolInput input, JsonObject extra) ->
          new ToolUse(PortableNames.toolUseId(id), PortableNames.toolName(name), input, extra);
      case ToolResult result -> result(result);
      case Document document -> document(document);
      case Text _, Reasoning _, RedactedReasoning _, Image _, Citations _, CachePoint _, Opaque _ ->
          block;
    };
  }

  private ToolResult result(ToolResult result) {
    boolean marked = result.status() == ToolResult.Status.ERROR && !resultStatus;
    Stream<ResultBlock> content = result.content().stream().map(PortableBlocks::inResult);
    return new ToolResult(
        PortableNames.toolUseId(result.id()),
        marked ? ToolResult.Status.SUCCESS : result.status(),
        marked ? marked(content.toList()) : content.toList(),
        result.extra());
  }

  private static ResultBlock inResult(ResultBlock block) {
    return switch (block) {
      case Document document -> document(document);
      case Text _, Json _, Image _, Opaque _ -> block;
    };
  }

  private static List<ResultBlock> marked(List<ResultBlock> content) {
    boolean inText = content.getFirst() instanceof Text;
    Text mark =
        content.getFirst() instanceof Text(String text, JsonObject extra)
            ? new Text(ERROR_MARK + " " + text, extra)
            : new Text(ERROR_MARK);
    return Stream.concat(Stream.of(mark), content.stream().skip(inText ? 1 : 0)).toList();
  }

  private static Document document(Document document) {
    MediaSource source = document.source();
    return new Document(
        PortableNames.documentName(document.name()), document.format(), source, document.extra());
  }
}

package dev.toolwire.wire.converse;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelProfile.ReasoningReplay;
import dev.toolwire.wire.Fitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fits the blocks of a history into what the service takes: it refuses to be shown again some of
/// what its own models wrote, and histories may come from other wires. What that costs is noted.
final class PortableBlocks {

  private static final String ERROR_MARK = "error:";
  private static final Text NOTHING_LEFT = new Text("(nothing that can be shown here)");

  private final Fitting fitting;
  private final boolean resultStatus;
  private final ReasoningReplay reasoning;

  /// @param profile says whether the model takes `status` on a tool result, without which an error
  ///   is marked in words, and which reasoning it wants to see again
  PortableBlocks(Fitting fitting, ModelProfile profile) {
    this.fitting = fitting;
    this.resultStatus = profile.resultStatus();
    this.reasoning = profile.reasoning();
  }

  /// The blocks of the message at `path`; at least one.
  List<ContentBlock> message(String path, List<ContentBlock> content) {
    List<ContentBlock> fitted = new ArrayList<>(content.size());
    for (int i = 0; i < content.size(); i++) {
      block(path + ".content[" + i + "]", content.get(i)).ifPresent(fitted::add);
    }
    return fitted.isEmpty() ? List.of(NOTHING_LEFT) : fitted;
  }

  List<SystemBlock> system(List<SystemBlock> blocks) {
    List<SystemBlock> fitted = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      String path = "system[" + i + "]";
      switch (blocks.get(i)) {
        case Text(String text, JsonObject extra) -> fitted.add(new Text(text, own(path, extra)));
        case CachePoint(String ttl, JsonObject extra) ->
            fitted.add(new CachePoint(ttl, own(path, extra)));
        case Opaque opaque -> opaque(path, opaque).ifPresent(fitted::add);
      }
    }
    return fitted;
  }

  /// `extra`, unless it is another wire's.
  JsonObject own(String path, JsonObject extra) {
    return fitting.own(BlockReader.WIRE, path, extra);
  }

  private Optional<ContentBlock> block(String path, ContentBlock block) {
    return switch (block) {
      case Text(String text, JsonObject extra) -> Optional.of(new Text(text, own(path, extra)));
      case ToolUse call -> Optional.of(toolUse(path, call));
      case ToolResult result -> Optional.of(result(path, result));
      case Reasoning reasoning -> reasoning(path, reasoning);
      case RedactedReasoning(var data, JsonObject extra) -> {
        if (reasoning == ReasoningReplay.NEVER) {
          fitting.lost(path, Loss.Kind.DROPPED, "reasoning, which the model refuses to see again");
          yield Optional.empty();
        }
        yield Optional.of(new RedactedReasoning(data, own(path, extra)));
      }
      case Image(String format, var source, JsonObject extra) ->
          Optional.of(new Image(format, source, own(path, extra)));
      case Document document -> Optional.of(document(path, document));
      case Citations(var content, var citations, JsonObject extra) ->
          Optional.of(new Citations(content, citations, own(path, extra)));
      case CachePoint(String ttl, JsonObject extra) ->
          Optional.of(new CachePoint(ttl, own(path, extra)));
      case Opaque opaque -> opaque(path, opaque).map(ContentBlock.class::cast);
    };
  }

  private Optional<Opaque> opaque(String path, Opaque opaque) {
    return fitting.isOwn(BlockReader.WIRE, path, opaque) ? Optional.of(opaque) : Optional.empty();
  }

  private ToolUse toolUse(String path, ToolUse call) {
    if (!(call.input() instanceof ToolInput.Parsed)) {
      fitting.lost(
          path + ".input",
          Loss.Kind.CHANGED,
          "text that is no JSON object is sent as {\"" + BlockWriter.INVALID_JSON + "\": text}");
    }
    return new ToolUse(
        fitting.id(path + ".id", call.id()),
        fitting.name(path + ".name", call.name()),
        call.input(),
        own(path, call.extra()));
  }

  private Optional<ContentBlock> reasoning(String path, Reasoning block) {
    Optional<String> unwanted = Fitting.unwanted(block, reasoning);
    unwanted.ifPresent(why -> fitting.lost(path, Loss.Kind.DROPPED, why));
    return unwanted.isPresent()
        ? Optional.empty()
        : Optional.of(new Reasoning(block.text(), block.signature(), own(path, block.extra())));
  }

  private ToolResult result(String path, ToolResult result) {
    boolean marked = result.status() == ToolResult.Status.ERROR && !resultStatus;
    List<ResultBlock> content = new ArrayList<>(result.content().size());
    for (int i = 0; i < result.content().size(); i++) {
      inResult(path + ".content[" + i + "]", result.content().get(i)).ifPresent(content::add);
    }
    if (marked) {
      fitting.lost(
          path + ".status",
          Loss.Kind.CHANGED,
          "the model takes no status; the text begins with \"" + ERROR_MARK + "\"");
    }
    boolean emptied = content.isEmpty() && !result.content().isEmpty();
    List<ResultBlock> left = emptied ? List.of(NOTHING_LEFT) : content;
    return new ToolResult(
        fitting.id(path + ".id", result.id()),
        marked ? ToolResult.Status.SUCCESS : result.status(),
        marked ? marked(left) : left,
        own(path, result.extra()));
  }

  private Optional<ResultBlock> inResult(String path, ResultBlock block) {
    return switch (block) {
      case Text(String text, JsonObject extra) -> Optional.of(new Text(text, own(path, extra)));
      case Json json -> Optional.of(json);
      case Image(String format, var source, JsonObject extra) ->
          Optional.of(new Image(format, source, own(path, extra)));
      case Document document -> Optional.of(document(path, document));
      case Opaque opaque -> opaque(path, opaque).map(ResultBlock.class::cast);
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

  private Document document(String path, Document document) {
    String name = PortableNames.documentName(document.name());
    if (!name.equals(document.name())) {
      fitting.lost(
          path + ".name",
          Loss.Kind.RENAMED,
          "\"" + document.name() + "\" is sent as \"" + name + "\"");
    }
    JsonObject extra =
        fitting.own(BlockReader.WIRE, path, document.extra(), "context", "citations");
    return new Document(name, document.format(), document.source(), extra);
  }
}

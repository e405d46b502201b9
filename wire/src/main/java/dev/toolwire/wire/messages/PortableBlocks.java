package dev.toolwire.wire.messages;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile.ReasoningReplay;
import dev.toolwire.wire.Fitting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Fits the blocks of a history into what the service takes. What that costs is noted.
final class PortableBlocks {

  private static final Text NOTHING_LEFT = new Text("(nothing that can be shown here)");

  private final Fitting fitting;
  private final MessagesVersion version;
  private final PortableMedia media;
  private final ReasoningReplay reasoning;
  private final Map<ToolUseId, Integer> turnsWithId = new HashMap<>();

  /// @param reasoning which reasoning the model wants to see again
  PortableBlocks(Fitting fitting, MessagesVersion version, ReasoningReplay reasoning) {
    this.fitting = fitting;
    this.version = version;
    this.media = new PortableMedia(fitting);
    this.reasoning = reasoning;
  }

  /// The content of the message at `path`; at least one block, and no [CachePoint].
  List<ContentBlock> message(String path, Message message) {
    Set<ToolUseId> answeredHere =
        message.role() == Role.ASSISTANT ? ids(message.toolResults()) : Set.of();
    List<ContentBlock> fitted = new ArrayList<>(message.content().size());
    for (int i = 0; i < message.content().size(); i++) {
      String at = path + ".content[" + i + "]";
      switch (message.content().get(i)) {
        case CachePoint point -> mark(at, point, fitted);
        case ToolUse call when answeredHere.contains(call.id()) ->
            dropped(at, "the call of a tool that another provider ran");
        case ContentBlock block -> block(at, message.role(), block).ifPresent(fitted::add);
      }
    }
    textBeforeCalls(path, message.role(), fitted);
    countAnswers(message);
    return fitted.isEmpty() ? List.of(NOTHING_LEFT) : fitted;
  }

  /// Takes note of a message that ends a turn with calls, so that later ones may have the same ids.
  void countAnswers(Message message) {
    for (ContentBlock block : message.content()) {
      if (block instanceof ToolResult result && message.role() == Role.USER) {
        turnsWithId.merge(result.id(), 1, Integer::sum);
      }
    }
  }

  private static Set<ToolUseId> ids(List<ToolResult> results) {
    return results.isEmpty()
        ? Set.of()
        : results.stream().map(ToolResult::id).collect(Collectors.toSet());
  }

  List<SystemBlock> system(List<SystemBlock> blocks) {
    List<SystemBlock> fitted = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      String at = "system[" + i + "]";
      switch (blocks.get(i)) {
        case Text(String text, JsonObject extra) -> fitted.add(new Text(text, own(at, extra)));
        case Opaque opaque when fitting.isOwn(BlockReader.WIRE, at, opaque) -> fitted.add(opaque);
        case Opaque _ -> {}
        case CachePoint point -> {
          if (!fitted.isEmpty()
              && fitted.getLast() instanceof Text(String text, JsonObject extra)) {
            fitted.set(fitted.size() - 1, new Text(text, CacheControl.on(extra, point)));
          } else {
            dropped(at, "a cachePoint behind nothing that can be cached");
          }
        }
      }
    }
    return fitted;
  }

  private void mark(String at, CachePoint point, List<ContentBlock> before) {
    Optional<ContentBlock> marked =
        before.isEmpty() ? Optional.empty() : CacheControl.on(before.getLast(), point);
    if (marked.isPresent()) {
      before.set(before.size() - 1, marked.get());
    } else {
      dropped(at, "a cachePoint behind nothing that can be cached");
    }
  }

  private Optional<ContentBlock> block(String at, Role role, ContentBlock block) {
    return switch (block) {
      case Text(String text, JsonObject extra) -> Optional.of(new Text(text, own(at, extra)));
      case ToolUse call -> Optional.of(toolUse(at, call));
      case ToolResult result ->
          role == Role.USER
              ? Optional.of(result(at, result))
              : dropped(at, "the result of a tool that another provider ran");
      case Reasoning reasoning -> reasoning(at, reasoning);
      case RedactedReasoning(var data, JsonObject extra) ->
          reasoning == ReasoningReplay.NEVER
              ? dropped(at, "reasoning, which the model refuses to see again")
              : Optional.of(new RedactedReasoning(data, own(at, extra)));
      case Image image ->
          role == Role.USER
              ? Optional.of(media.image(at, image))
              : dropped(at, "an image that the assistant made");
      case Document document ->
          role == Role.USER || version.takesAssistantDocuments()
              ? Optional.of(media.document(at, document))
              : dropped(at, "a document of the assistant, which " + version + " refuses");
      case Citations citations -> Optional.of(citations(at, role, citations));
      case Opaque opaque ->
          fitting.isOwn(BlockReader.WIRE, at, opaque) ? Optional.of(opaque) : Optional.empty();
      case CachePoint point -> throw new IllegalArgumentException("marks another: " + point);
    };
  }

  /// Ids are unique in a request; in a conversation, only within a turn.
  private int earlier(ToolUseId id) {
    return turnsWithId.getOrDefault(id, 0);
  }

  private ToolUse toolUse(String at, ToolUse call) {
    if (!(call.input() instanceof ToolInput.Parsed)) {
      fitting.lost(
          at + ".input",
          Loss.Kind.CHANGED,
          "text that is no JSON object is sent as {\"" + BlockWriter.INVALID_JSON + "\": text}");
    }
    return new ToolUse(
        fitting.id(at + ".id", call.id(), earlier(call.id())),
        fitting.name(at + ".name", call.name()),
        call.input(),
        own(at, call.extra()));
  }

  private ToolResult result(String at, ToolResult result) {
    return new ToolResult(
        fitting.id(at + ".id", result.id(), earlier(result.id())),
        result.status(),
        media.inResult(at, result),
        own(at, result.extra()));
  }

  private Optional<ContentBlock> reasoning(String at, Reasoning block) {
    Optional<String> unwanted = Fitting.unwanted(block, reasoning);
    return unwanted.isPresent()
        ? dropped(at, unwanted.get())
        : Optional.of(new Reasoning(block.text(), block.signature(), own(at, block.extra())));
  }

  private ContentBlock citations(String at, Role role, Citations citations) {
    String text = String.join("", citations.content());
    JsonObject extra = own(at, citations.extra());
    if (role == Role.USER && !version.takesUserCitations()) {
      dropped(at + ".citations", "citations of the user, which " + version + " refuses");
      return new Text(text, extra);
    }
    if (citations.content().size() > 1) {
      fitting.lost(at + ".content", Loss.Kind.CHANGED, "pieces of cited text are sent as one");
    }
    List<JsonObject> sayable = new ArrayList<>();
    for (JsonObject citation : citations.citations()) {
      if (CitationWriter.citation(citation).isPresent()) {
        sayable.add(citation);
      } else {
        dropped(at + ".citations", "a citation of a kind that Messages has no word for");
      }
    }
    return sayable.isEmpty() ? new Text(text, extra) : new Citations(List.of(text), sayable, extra);
  }

  /// The service refuses text behind a call when it is shown the turn again.
  private void textBeforeCalls(String path, Role role, List<ContentBlock> content) {
    if (role != Role.ASSISTANT) {
      return;
    }
    int call = 0;
    while (call < content.size() && !(content.get(call) instanceof ToolUse)) {
      call++;
    }
    List<ContentBlock> behind = content.subList(call, content.size());
    List<ContentBlock> moved = new ArrayList<>(0);
    for (ContentBlock block : behind) {
      if (!isTextOrCall(block)) {
        return;
      }
      if (!(block instanceof ToolUse)) {
        moved.add(block);
      }
    }
    if (!moved.isEmpty()) {
      behind.removeAll(moved);
      content.addAll(call, moved);
      fitting.lost(path, Loss.Kind.MOVED, "text behind calls of tools is sent before them");
    }
  }

  private static boolean isTextOrCall(ContentBlock block) {
    return block instanceof Text || block instanceof Citations || block instanceof ToolUse;
  }

  private JsonObject own(String at, JsonObject extra) {
    return fitting.own(BlockReader.WIRE, at, extra);
  }

  private <T> Optional<T> dropped(String at, String what) {
    fitting.lost(at, Loss.Kind.DROPPED, what);
    return Optional.empty();
  }
}

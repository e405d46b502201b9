package dev.toolwire.wire.chat;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelProfile.ReasoningReplay;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.chat.ChatOptions.ReasoningMember;
import dev.toolwire.wire.json.Leftovers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Writes an assistant message: its text first, its calls behind.
final class AssistantWriter {

  private final JsonGenerator out;
  private final ChatOptions options;
  private final Fitting fitting;
  private final PortableParts parts;
  private final boolean replaysReasoning;

  AssistantWriter(
      JsonGenerator out,
      ModelProfile profile,
      ChatOptions options,
      Fitting fitting,
      PortableParts parts) {
    this.out = out;
    this.options = options;
    this.fitting = fitting;
    this.parts = parts;
    this.replaysReasoning =
        profile.reasoning() == ReasoningReplay.ALWAYS
            && options.reasoning() != ReasoningMember.NONE;
  }

  /// What stands where in the message that is written.
  private static final class Sorted {
    private final List<ContentBlock> content = new ArrayList<>();
    private final List<ToolUse> calls = new ArrayList<>();
    private final List<String> callPaths = new ArrayList<>();
    private final StringBuilder reasoning = new StringBuilder();
    private final ArrayNode details = JsonNodeFactory.instance.arrayNode();
    private boolean moved;
  }

  void write(String path, Message message) {
    Sorted sorted = new Sorted();
    for (int i = 0; i < message.content().size(); i++) {
      sort(path + ".content[" + i + "]", message.content().get(i), sorted);
    }
    if (sorted.moved) {
      fitting.lost(path, Loss.Kind.MOVED, "text behind calls of tools is sent before them");
    }
    out.writeStartObject();
    out.writeStringProperty("role", "assistant");
    content(sorted);
    if (!sorted.reasoning.isEmpty()) {
      boolean old = options.reasoning() == ReasoningMember.REASONING_CONTENT;
      out.writeStringProperty(
          old ? ChatWords.REASONING_CONTENT : ChatWords.REASONING, sorted.reasoning.toString());
    }
    if (!sorted.details.isEmpty()) {
      out.writeName(ChatWords.REASONING_DETAILS);
      out.writeTree(sorted.details);
    }
    calls(sorted);
    Leftovers.write(ChatWords.WIRE, parts.own(path, message.extra()), out);
    out.writeEndObject();
  }

  private void sort(String path, ContentBlock block, Sorted sorted) {
    switch (block) {
      case ToolUse call -> {
        sorted.calls.add(call);
        sorted.callPaths.add(path);
      }
      case Text(String text, JsonObject extra) ->
          text(new Text(text, parts.own(path, extra)), sorted);
      case Citations citations -> text(parts.citations(path, citations), sorted);
      case Reasoning reasoning -> reasoning(path, reasoning, sorted);
      case Opaque opaque when opaque.type().equals(ChatWords.REASONING_DETAILS) ->
          parts
              .opaque(path, opaque)
              .ifPresent(_ ->
                  opaque
                      .json()
                      .member(ChatWords.REASONING_DETAILS)
                      .ifPresent(entries -> entries.forEach(sorted.details::add)));
      case Opaque opaque -> parts.opaque(path, opaque).ifPresent(sorted.content::add);
      case RedactedReasoning _ -> parts.dropped(path, "reasoning that only its provider can read");
      case CachePoint _ -> parts.dropped(path, "a cachePoint; Chat caches by itself");
      case ToolResult _ -> parts.dropped(path, "the result of a tool that another provider ran");
      case Image _, Document _ ->
          parts.dropped(
              path, "an image or a document of the assistant, which Chat takes from none");
    }
  }

  private static void text(Text text, Sorted sorted) {
    sorted.moved |= !sorted.calls.isEmpty();
    sorted.content.add(text);
  }

  private void reasoning(String path, Reasoning reasoning, Sorted sorted) {
    if (replaysReasoning) {
      sorted.reasoning.append(reasoning.text());
      if (!reasoning.signature().isEmpty()) {
        parts.dropped(path + ".signature", "the signature, which Chat has no word for");
      }
    } else {
      parts.dropped(path, "reasoning, which this server or model does not take back");
    }
  }

  private void content(Sorted sorted) {
    boolean empty = sorted.content.isEmpty();
    if (!empty || sorted.calls.isEmpty()) {
      out.writeName("content");
      new PartWriter(out).content(empty ? List.of(MessageWriter.NOTHING_LEFT) : sorted.content);
      return;
    }
    switch (options.emptyContent()) {
      case NULL -> out.writeNullProperty("content");
      case EMPTY_TEXT -> out.writeStringProperty("content", "");
      case ABSENT -> {}
    }
  }

  private void calls(Sorted sorted) {
    if (sorted.calls.isEmpty()) {
      return;
    }
    out.writeArrayPropertyStart(ChatWords.TOOL_CALLS);
    for (int i = 0; i < sorted.calls.size(); i++) {
      String path = sorted.callPaths.get(i);
      ToolUse call = sorted.calls.get(i);
      ToolUse sent =
          new ToolUse(
              fitting.id(path + ".id", call.id()),
              fitting.name(path + ".name", call.name()),
              call.input(),
              parts.own(path, call.extra()));
      CallWriter.write(out, sent);
    }
    out.writeEndArray();
  }
}

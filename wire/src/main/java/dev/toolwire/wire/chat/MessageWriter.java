package dev.toolwire.wire.chat;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.json.Leftovers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Writes the messages of a conversation, one or more for each of ours.
final class MessageWriter {

  static final String ERROR_MARK = "error:";
  static final Text NOTHING_LEFT = new Text("(nothing that can be shown here)");

  private final JsonGenerator out;
  private final ChatOptions options;
  private final Fitting fitting;
  private final PortableParts parts;
  private final PartWriter writer;
  private final AssistantWriter assistant;

  MessageWriter(JsonGenerator out, ModelProfile profile, ChatOptions options, Fitting fitting) {
    this.out = out;
    this.options = options;
    this.fitting = fitting;
    this.parts = new PortableParts(fitting, profile);
    this.writer = new PartWriter(out);
    this.assistant = new AssistantWriter(out, profile, options, fitting, parts);
  }

  void system(List<SystemBlock> blocks) {
    List<ContentBlock> content = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      ContentBlock block =
          switch (blocks.get(i)) {
            case Text text -> text;
            case CachePoint point -> point;
            case Opaque opaque -> opaque;
          };
      parts.user("system[" + i + "]", block).ifPresent(content::add);
    }
    if (!content.isEmpty()) {
      message(options.systemRole().name().toLowerCase(Locale.ROOT), content, JsonObject.EMPTY);
    }
  }

  void message(String path, Message message) {
    switch (message.role()) {
      case ASSISTANT -> assistant.write(path, message);
      case USER, SYSTEM -> user(path, message);
    }
  }

  private void user(String path, Message message) {
    List<ContentBlock> content = new ArrayList<>();
    for (int i = 0; i < message.content().size(); i++) {
      if (message.content().get(i) instanceof ToolResult result) {
        result(path + ".content[" + i + "]", result, content);
      }
    }
    boolean onlyResults = true;
    for (int i = 0; i < message.content().size(); i++) {
      if (!(message.content().get(i) instanceof ToolResult)) {
        onlyResults = false;
        parts.user(path + ".content[" + i + "]", message.content().get(i)).ifPresent(content::add);
      }
    }
    JsonObject extra = parts.own(path, message.extra());
    if (onlyResults && content.isEmpty()) {
      if (!extra.isEmpty()) {
        fitting.lost(path, Loss.Kind.DROPPED, "members of a message that is only tool results");
      }
      return;
    }
    String role =
        message.role() == Role.SYSTEM
            ? options.systemRole().name().toLowerCase(Locale.ROOT)
            : "user";
    message(role, content.isEmpty() ? List.of(NOTHING_LEFT) : content, extra);
  }

  private void message(String role, List<ContentBlock> content, JsonObject extra) {
    out.writeStartObject();
    out.writeStringProperty("role", role);
    out.writeName("content");
    writer.content(content);
    Leftovers.write(ChatWords.WIRE, extra, out);
    out.writeEndObject();
  }

  /// Writes a result, and adds to `moved` what a result cannot hold here.
  private void result(String path, ToolResult result, List<ContentBlock> moved) {
    List<ContentBlock> content = new ArrayList<>();
    for (int i = 0; i < result.content().size(); i++) {
      inResult(path + ".content[" + i + "]", result, result.content().get(i), content, moved);
    }
    if (result.status() == ToolResult.Status.ERROR) {
      fitting.lost(
          path + ".status",
          Loss.Kind.CHANGED,
          "Chat has no status; the text begins with \"" + ERROR_MARK + "\"");
      mark(content);
    }
    out.writeStartObject();
    out.writeStringProperty("role", "tool");
    out.writeStringProperty("tool_call_id", fitting.id(path + ".id", result.id()).value());
    out.writeName("content");
    writer.content(content);
    Leftovers.write(ChatWords.WIRE, parts.own(path, result.extra()), out);
    out.writeEndObject();
  }

  private void inResult(
      String path,
      ToolResult result,
      ResultBlock block,
      List<ContentBlock> content,
      List<ContentBlock> moved) {
    switch (block) {
      case Text text -> parts.user(path, text).ifPresent(content::add);
      case Json(JsonObject value) -> {
        fitting.lost(path, Loss.Kind.REWRITTEN, "JSON is sent as its text");
        content.add(new Text(value.toString()));
      }
      case Image image -> move(path, "image", result, image, content, moved);
      case Document document -> move(path, "document", result, document, content, moved);
      case Opaque opaque -> parts.user(path, opaque).ifPresent(content::add);
    }
  }

  private void move(
      String path,
      String what,
      ToolResult result,
      ContentBlock media,
      List<ContentBlock> content,
      List<ContentBlock> moved) {
    fitting.lost(
        path, Loss.Kind.MOVED, "the " + what + " stands in the user message behind the results");
    content.add(new Text("(" + what + ": see the next user message)"));
    moved.add(
        new Text(
            "The " + what + " in the result of the call " + fitting.id(path, result.id()) + ":"));
    parts.user(path, media).ifPresentOrElse(moved::add, () -> moved.add(NOTHING_LEFT));
  }

  private static void mark(List<ContentBlock> content) {
    if (!content.isEmpty() && content.getFirst() instanceof Text(String text, JsonObject extra)) {
      content.set(0, new Text(ERROR_MARK + " " + text, extra));
    } else {
      content.addFirst(new Text(ERROR_MARK));
    }
  }
}

package dev.toolwire.wire.chat;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Leftovers;
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the messages of a request into ours: system text at the beginning apart, results together
/// with what the user says behind them. System text in between stays where it is if it may, else it
/// goes into the user's words.
final class MessageReader {

  private static final Set<String> KNOWN =
      Set.of(
          "role",
          "content",
          "tool_call_id",
          ChatWords.REFUSAL,
          ChatWords.TOOL_CALLS,
          ChatWords.FUNCTION_CALL,
          ChatWords.REASONING_CONTENT,
          ChatWords.REASONING,
          ChatWords.REASONING_DETAILS);
  private static final Set<String> CALL =
      Set.of("id", ChatWords.TYPE, ChatWords.FUNCTION, ChatWords.CUSTOM, "index");

  private final List<SystemBlock> system = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private int legacyCalls;

  List<SystemBlock> system() {
    return system;
  }

  List<Message> messages() {
    return messages;
  }

  void message(WireObject message) {
    JsonObject extra = message.leftovers(ChatWords.WIRE, KNOWN);
    switch (message.requireText("role")) {
      case "system", "developer" -> system(message, extra);
      case "assistant" -> add(Role.ASSISTANT, assistant(message), extra);
      case "tool" ->
          add(Role.USER, List.of(result(message, message.requireText("tool_call_id"), extra)));
      case "function" ->
          add(Role.USER, List.of(result(message, "call_legacy_" + legacyCalls, JsonObject.EMPTY)));
      default -> add(Role.USER, new ArrayList<>(PartReader.parts(message)), extra);
    }
  }

  private void system(WireObject message, JsonObject extra) {
    List<ContentBlock> content = PartReader.parts(message);
    if (messages.isEmpty()) {
      for (ContentBlock block : content) {
        if (block instanceof Text text) {
          system.add(text);
        }
      }
    } else if (messages.getLast().role() == Role.USER) {
      add(Role.SYSTEM, content, extra);
    } else {
      add(Role.USER, content, extra);
    }
  }

  private void add(Role role, List<? extends ContentBlock> content) {
    add(role, content, JsonObject.EMPTY);
  }

  /// A message without content says nothing; the repair of the conversation leaves it out.
  private void add(Role role, List<? extends ContentBlock> content, JsonObject extra) {
    List<ContentBlock> blocks = content.isEmpty() ? List.of(new Text("")) : List.copyOf(content);
    boolean joins =
        role == Role.USER && !messages.isEmpty() && messages.getLast().role() == Role.USER;
    if (joins) {
      Message last = messages.removeLast();
      List<ContentBlock> both = new ArrayList<>(last.content());
      both.addAll(blocks);
      messages.add(new Message(role, both, extra.isEmpty() ? last.extra() : extra));
    } else {
      messages.add(new Message(role, blocks, extra));
    }
  }

  private List<ContentBlock> assistant(WireObject message) {
    List<ContentBlock> blocks = new ArrayList<>();
    message
        .text(ChatWords.REASONING_CONTENT)
        .or(() -> message.text(ChatWords.REASONING))
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> blocks.add(new Reasoning(text, "")));
    if (message.has(ChatWords.REASONING_DETAILS)) {
      blocks.add(
          new Opaque(
              ChatWords.WIRE,
              ChatWords.REASONING_DETAILS,
              JsonObject.of(
                  ChatWords.REASONING_DETAILS, message.node().get(ChatWords.REASONING_DETAILS))));
    }
    blocks.addAll(PartReader.parts(message));
    message.text(ChatWords.REFUSAL).ifPresent(text -> blocks.add(PartReader.refusal(text)));
    message.objects(ChatWords.TOOL_CALLS).forEach(call -> blocks.add(call(call)));
    message.object(ChatWords.FUNCTION_CALL).ifPresent(call -> blocks.add(legacy(call)));
    return blocks;
  }

  private static ToolUse call(WireObject call) {
    JsonObject extra = call.leftovers(ChatWords.WIRE, CALL);
    ToolUseId id = new ToolUseId(call.requireText("id"));
    if (call.has(ChatWords.CUSTOM)) {
      WireObject custom = call.requireObject(ChatWords.CUSTOM);
      return new ToolUse(
          id,
          new ToolName(custom.requireText("name")),
          new ToolInput.Parsed(JsonObject.of(ChatWords.INPUT, custom.requireText(ChatWords.INPUT))),
          marked(extra, ChatWords.CUSTOM));
    }
    WireObject function = call.requireObject(ChatWords.FUNCTION);
    return new ToolUse(id, new ToolName(function.requireText("name")), input(function), extra);
  }

  private ToolUse legacy(WireObject call) {
    return new ToolUse(
        new ToolUseId("call_legacy_" + ++legacyCalls),
        new ToolName(call.requireText("name")),
        input(call),
        marked(JsonObject.EMPTY, ChatWords.FUNCTION_CALL));
  }

  private static JsonObject marked(JsonObject extra, String type) {
    return extra.with(ChatWords.TYPE, type).with(Leftovers.WIRE, ChatWords.WIRE);
  }

  private static ToolInput input(WireObject function) {
    return ToolInput.of(function.text(ChatWords.ARGUMENTS).orElse(""));
  }

  private static ToolResult result(WireObject message, String id, JsonObject extra) {
    List<ResultBlock> content = new ArrayList<>();
    JsonNode value = message.find("content");
    boolean empty = value == null || (value.isString() && value.stringValue().isEmpty());
    for (ContentBlock part : empty ? List.<ContentBlock>of() : PartReader.parts(message)) {
      if (part instanceof ResultBlock block) {
        content.add(block);
      }
    }
    return new ToolResult(new ToolUseId(id), ToolResult.Status.SUCCESS, content, extra);
  }
}

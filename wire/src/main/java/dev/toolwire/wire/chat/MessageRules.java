package dev.toolwire.wire.chat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the service checks of `messages`, message by message, and the order of calls and results.
final class MessageRules {

  static final int MAX_ID = 64;

  private static final Set<String> ROLES =
      Set.of("system", "assistant", "user", "function", "tool", "developer");

  /// The calls that have no result yet, and all of the last assistant message that had any.
  private final Set<String> open = new LinkedHashSet<>();

  private final Set<String> called = new LinkedHashSet<>();

  private MessageRules() {}

  static Optional<Refusal> check(JsonNode messages) {
    if (messages.isMissingNode() || messages.isNull()) {
      return Refusals.missing("messages");
    }
    if (!messages.isArray()) {
      return Refusals.type("messages", "an array of objects", messages);
    }
    if (messages.isEmpty()) {
      return Refusals.empty("messages");
    }
    MessageRules rules = new MessageRules();
    for (int i = 0; i < messages.size(); i++) {
      Optional<Refusal> refusal = rules.message(i, messages.get(i));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return rules.answered();
  }

  private Optional<Refusal> message(int at, JsonNode message) {
    String path = "messages[" + at + "]";
    if (!message.isObject()) {
      return Refusals.type(path, "an object", message);
    }
    String role = message.path("role").asString("");
    if (role.isEmpty()) {
      return Refusals.missing(path + ".role");
    }
    if (!ROLES.contains(role)) {
      return Refusals.because(
          "Invalid value: '"
              + role
              + "'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and"
              + " 'developer'.",
          path + ".role",
          "invalid_value");
    }
    return RequestRules.first(
        List.of(
            () -> content(at, role, message),
            () -> calls(path, role, message),
            () -> order(at, role, message)));
  }

  private static Optional<Refusal> content(int at, String role, JsonNode message) {
    JsonNode content = message.path("content");
    if (content.isString() || content.isArray()) {
      return Refusals.none();
    }
    boolean mayLack =
        role.equals("function")
            || (role.equals("assistant")
                && (message.hasNonNull(ChatWords.TOOL_CALLS)
                    || message.hasNonNull(ChatWords.FUNCTION_CALL)
                    || message.hasNonNull(ChatWords.REFUSAL)
                    || message.hasNonNull("audio")));
    if (content.isMissingNode() || content.isNull()) {
      return mayLack
          ? Refusals.none()
          : Refusals.because(
              "Invalid value for 'content': expected a string, got null.",
              "messages.[" + at + "].content",
              "");
    }
    return Refusals.type(
        "messages[" + at + "].content", "a string or an array of objects", content);
  }

  private static Optional<Refusal> calls(String path, String role, JsonNode message) {
    JsonNode calls = message.path(ChatWords.TOOL_CALLS);
    if (!role.equals("assistant") || calls.isMissingNode() || calls.isNull()) {
      return Refusals.none();
    }
    String at = path + ".tool_calls";
    if (!calls.isArray()) {
      return Refusals.type(at, "an array of objects", calls);
    }
    if (calls.isEmpty()) {
      String dotted = at.replace("[", ".").replace("]", "");
      return Refusals.because("[] is too short - '" + dotted + "'", "", "");
    }
    for (int i = 0; i < calls.size(); i++) {
      Optional<Refusal> refusal = call(at + "[" + i + "]", calls.get(i));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Refusals.none();
  }

  private static Optional<Refusal> call(String path, JsonNode call) {
    String id = call.path("id").asString("");
    if (id.isEmpty()) {
      return Refusals.missing(path + ".id");
    }
    if (id.length() > MAX_ID) {
      return Refusals.tooLong(path + ".id", MAX_ID, id.length());
    }
    String type = call.path(ChatWords.TYPE).asString(ChatWords.FUNCTION);
    String member = path + "." + type;
    JsonNode body = call.path(type);
    String input = type.equals(ChatWords.CUSTOM) ? ChatWords.INPUT : ChatWords.ARGUMENTS;
    if (!body.isObject()) {
      return Refusals.missing(member);
    }
    if (body.path("name").asString("").isEmpty()) {
      return Refusals.missing(member + ".name");
    }
    return body.path(input).isString()
        ? Refusals.none()
        : body.hasNonNull(input)
            ? Refusals.type(member + "." + input, "a string", body.path(input))
            : Refusals.missing(member + "." + input);
  }

  private Optional<Refusal> order(int at, String role, JsonNode message) {
    if (role.equals("tool")) {
      String id = message.path("tool_call_id").asString("");
      if (id.isEmpty()) {
        return Refusals.missing("messages[" + at + "].tool_call_id");
      }
      open.remove(id);
      return called.contains(id)
          ? Refusals.none()
          : Refusals.because(
              "Invalid parameter: messages with role 'tool' must be a response to a preceeding"
                  + " message with 'tool_calls'.",
              "messages.[" + at + "].role",
              "");
    }
    Optional<Refusal> unanswered = answered();
    called.clear();
    for (JsonNode call : message.path(ChatWords.TOOL_CALLS)) {
      called.add(call.path("id").asString(""));
    }
    open.addAll(called);
    return unanswered;
  }

  private Optional<Refusal> answered() {
    return open.isEmpty()
        ? Refusals.none()
        : Refusals.because(
            "An assistant message with 'tool_calls' must be followed by tool messages responding"
                + " to each 'tool_call_id'. The following tool_call_ids did not have response"
                + " messages: "
                + String.join(", ", open),
            "messages",
            "");
  }
}

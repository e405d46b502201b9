package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A history that every provider accepts, by construction. Immutable.
///
/// It is empty or starts with a user message; user and assistant alternate (a system message may
/// follow a user message); every toolUse of an assistant message is answered exactly once in the
/// user message right after it, results before anything else; no text block of a message is blank.
/// These are the rules that Converse enforces (Bedrock API reference, `Message`).
///
/// A turn with tool calls enters together with its results ([#exchange]) or not at all, so whatever
/// happens while tools run, the last conversation that a caller holds is valid. Histories from
/// elsewhere enter through [#of], which refuses, or [Repair#repair], which mends and tells.
public final class Conversation {

  private static final Conversation EMPTY = new Conversation(List.of(), new Memo());

  private final List<Message> messages;
  private final Memo memo;

  private Conversation(List<Message> messages, Memo memo) {
    this.messages = messages;
    this.memo = memo;
  }

  public static Conversation empty() {
    return EMPTY;
  }

  /// A conversation that begins with the user saying `text`.
  public static Conversation startingWith(String text) {
    return EMPTY.say(text);
  }

  /// The history as given.
  ///
  /// @throws InvalidConversationException if it breaks a rule
  @JsonCreator
  public static Conversation of(List<Message> messages) {
    ConversationRules.check(messages);
    return new Conversation(List.copyOf(messages), new Memo());
  }

  @JsonValue
  public List<Message> messages() {
    return messages;
  }

  /// What was worked out from this conversation, from one that it continues, or from another that
  /// continues the same.
  public Memo memo() {
    return memo;
  }

  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /// Whether it is the model's turn to speak.
  public boolean awaitsModel() {
    return !messages.isEmpty() && messages.getLast().role() != Role.ASSISTANT;
  }

  /// The user says `text`. Said twice in a row, both stand in one user message.
  public Conversation say(String text) {
    return say(List.of(new Text(text)));
  }

  /// The user says `content`, joined to the user message before it, if that is the last one.
  public Conversation say(List<? extends ContentBlock> content) {
    if (messages.isEmpty() || messages.getLast().role() != Role.USER) {
      return with(new Message(Role.USER, content));
    }
    Message last = messages.getLast();
    List<ContentBlock> joined =
        Stream.<ContentBlock>concat(last.content().stream(), content.stream()).toList();
    List<Message> all = new ArrayList<>(messages.subList(0, messages.size() - 1));
    all.add(new Message(Role.USER, joined, last.extra()));
    return of(all);
  }

  /// The next message: an assistant message without tool calls, a system or a user message.
  ///
  /// @throws InvalidConversationException if it may not come here
  public Conversation with(Message message) {
    return appending(List.of(message));
  }

  /// A whole tool turn: what the model asked for, and what came of it, in any order.
  ///
  /// @throws InvalidConversationException if `results` do not answer each call exactly once
  public Conversation exchange(Message calls, List<ToolResult> results) {
    return appending(List.of(calls, new Message(Role.USER, inCallOrder(calls, results))));
  }

  private static List<ToolResult> inCallOrder(Message calls, List<ToolResult> results) {
    List<ToolUseId> order = new ArrayList<>(results.size());
    calls.toolUses().forEach(call -> order.add(call.id()));
    List<ToolResult> sorted = new ArrayList<>(results);
    sorted.sort(
        (one, other) -> Integer.compare(order.indexOf(one.id()), order.indexOf(other.id())));
    return sorted;
  }

  private Conversation appending(List<Message> more) {
    ConversationRules.check(messages.isEmpty() ? null : messages.getLast(), messages.size(), more);
    List<Message> all = new ArrayList<>(messages.size() + more.size());
    all.addAll(messages);
    all.addAll(more);
    return new Conversation(List.copyOf(all), messages.isEmpty() ? new Memo() : memo);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Conversation that && messages.equals(that.messages);
  }

  @Override
  public int hashCode() {
    return messages.hashCode();
  }

  @Override
  public String toString() {
    return messages.toString();
  }
}

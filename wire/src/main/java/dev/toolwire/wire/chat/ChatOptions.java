package dev.toolwire.wire.chat;

import dev.toolwire.wire.Alphabet;

/// Where the servers that speak this wire differ in what they take. Immutable; start with
/// [#DEFAULT], which suits OpenAI and most others.
///
/// @param systemRole the role of system text
/// @param emptyContent what stands as the content of an assistant message that only calls tools
/// @param reasoning where earlier reasoning is replayed, if the model wants to see it
/// @param ids what the server takes for the id of a call
/// @param streamUsage whether to ask for the usage at the end of a stream (`include_usage`)
public record ChatOptions(
    SystemRole systemRole,
    EmptyContent emptyContent,
    ReasoningMember reasoning,
    Alphabet ids,
    boolean streamUsage) {

  /// Ids of 40 characters, which the older of OpenAI's models take as well.
  public static final ChatOptions DEFAULT =
      new ChatOptions(
          SystemRole.SYSTEM,
          EmptyContent.NULL,
          ReasoningMember.REASONING_CONTENT,
          Alphabet.upTo(40, "_-.:"),
          true);

  /// The role of system text. OpenAI takes either for any model; most other servers know only
  /// `system`.
  public enum SystemRole {
    SYSTEM,
    DEVELOPER
  }

  /// The content of an assistant message that only calls tools. OpenAI says `null`; some servers
  /// refuse that, others refuse the empty string, others that there is none.
  public enum EmptyContent {
    NULL,
    EMPTY_TEXT,
    ABSENT
  }

  /// The member of an assistant message that holds earlier reasoning. OpenAI has none.
  public enum ReasoningMember {
    NONE,
    /// `reasoning_content`, as DeepSeek and Kimi want it back.
    REASONING_CONTENT,
    /// `reasoning`, as newer vLLM, OpenRouter, Groq and Ollama call it.
    REASONING
  }

  public ChatOptions withSystemRole(SystemRole role) {
    return new ChatOptions(role, emptyContent, reasoning, ids, streamUsage);
  }

  public ChatOptions withEmptyContent(EmptyContent content) {
    return new ChatOptions(systemRole, content, reasoning, ids, streamUsage);
  }

  public ChatOptions withReasoning(ReasoningMember member) {
    return new ChatOptions(systemRole, emptyContent, member, ids, streamUsage);
  }

  public ChatOptions withIds(Alphabet alphabet) {
    return new ChatOptions(systemRole, emptyContent, reasoning, alphabet, streamUsage);
  }

  public ChatOptions withStreamUsage(boolean wanted) {
    return new ChatOptions(systemRole, emptyContent, reasoning, ids, wanted);
  }
}

package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why a model stopped. The words are Converse's and Anthropic's; Chat's are mapped onto them.
public sealed interface StopReason {

  /// The reason as the wire writes it, such as `tool_use`.
  @JsonValue
  String value();

  /// A reason that this version of Toolwire knows.
  enum Known implements StopReason {
    END_TURN,
    TOOL_USE,
    MAX_TOKENS,
    STOP_SEQUENCE,
    GUARDRAIL_INTERVENED,
    CONTENT_FILTERED,
    MALFORMED_MODEL_OUTPUT,
    MALFORMED_TOOL_USE,
    MODEL_CONTEXT_WINDOW_EXCEEDED,
    PAUSE_TURN,
    REFUSAL,
    COMPACTION;

    private static final Map<String, Known> BY_VALUE =
        Arrays.stream(values()).collect(Collectors.toMap(Known::value, Function.identity()));

    private final String value = name().toLowerCase(Locale.ROOT);

    @Override
    public String value() {
      return value;
    }
  }

  /// A reason that a provider has added since.
  record Other(String value) implements StopReason {
    @Override
    public String toString() {
      return value;
    }
  }

  @JsonCreator
  static StopReason of(String value) {
    Known known = Known.BY_VALUE.get(value);
    return known != null ? known : new Other(value);
  }
}

package dev.toolwire.wire.chat;

/// Words that stand in more than one place of the wire.
final class ChatWords {

  /// The name of this wire, in what is kept of it.
  static final String WIRE = "chat";

  static final String TYPE = "type";
  static final String FUNCTION = "function";
  static final String CUSTOM = "custom";
  static final String ARGUMENTS = "arguments";
  static final String INPUT = "input";
  static final String FUNCTIONS = "functions";
  static final String FUNCTION_CALL = "function_call";
  static final String PARALLEL = "parallel_tool_calls";
  static final String TOOL_CALLS = "tool_calls";
  static final String REFUSAL = "refusal";
  static final String REASONING_CONTENT = "reasoning_content";
  static final String REASONING = "reasoning";
  static final String REASONING_DETAILS = "reasoning_details";
  static final String STREAM_OPTIONS = "stream_options";

  private ChatWords() {}
}

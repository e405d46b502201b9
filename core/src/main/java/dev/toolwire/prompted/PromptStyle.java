package dev.toolwire.prompted;

import dev.toolwire.model.ModelProfile;

/// How a model without native tools is asked to write its calls: a form that its family has met in
/// training, if it has met any.
enum PromptStyle {

  /// A line `Tool Call:` and a JSON array of calls: what any model that follows instructions can
  /// do.
  JSON_ARRAY(
      "F45",
      "Tool Call: [{\"name\": \"<tool>\", \"arguments\": {\"<parameter>\": \"<value>\"}}]",
      """
      Begin a line with "Tool Call:" and go on, on the same line, with one JSON array that holds an \
      object for each call: its "name", and its "arguments" as an object. Like this:
      """),

  /// One JSON object between tags for each call, as Hermes, Qwen and others learned it.
  HERMES_TAGS(
      "F1",
      """
      <tool_call>
      {"name": "<tool>", "arguments": {"<parameter>": "<value>"}}
      </tool_call>\
      """,
      """
      For each call write a JSON object with its "name", and its "arguments" as an object, between the \
      tags <tool_call> and </tool_call>. Like this:
      """),

  /// A list of Python calls, as Llama and Gemma learned it.
  PYTHON_CALLS(
      "F38",
      "[<tool>(<parameter>=\"<value>\")]",
      """
      Write nothing but a list of function calls in square brackets, with every argument named and \
      every value a plain Python literal. Like this:
      """);

  private final String format;
  private final String example;
  private final String manner;

  PromptStyle(String format, String example, String manner) {
    this.format = format;
    this.example = example;
    this.manner = manner.strip();
  }

  static PromptStyle of(ModelProfile.PromptedTools form) {
    return switch (form) {
      case JSON_ARRAY -> JSON_ARRAY;
      case HERMES_TAGS -> HERMES_TAGS;
      case PYTHON_CALLS -> PYTHON_CALLS;
    };
  }

  /// The id of the [format][dev.toolwire.rescue.Format#id] in which calls are asked for.
  String format() {
    return format;
  }

  /// Whether calls are asked for without markers, so that calls without markers have to count.
  boolean hasNoMarkers() {
    return this == PYTHON_CALLS;
  }

  /// A call as it is asked for, with placeholders.
  String example() {
    return example;
  }

  /// What a model is told about the form.
  String manner() {
    return manner;
  }
}

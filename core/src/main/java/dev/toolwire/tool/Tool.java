package dev.toolwire.tool;

import dev.toolwire.model.ToolSpec;

/// Something that a model may ask to have run.
///
/// A loop calls [#run] on a virtual thread of its own, several at once if the model asks for
/// several things, with an input that fits the schema of [#spec].
public interface Tool {

  /// What the model is told about it; the same at every call.
  ToolSpec spec();

  /// How it may be run.
  default ToolTraits traits() {
    return ToolTraits.DEFAULTS;
  }

  /// Does the work. The thread is interrupted when the deadline passes or the caller cancels.
  ///
  /// What goes wrong is best said as a [ToolOutcome.Retry] or [ToolOutcome.Failed]. An exception
  /// counts as failed; its text is logged but never shown to the model.
  ToolOutcome run(ToolCall call) throws Exception;
}

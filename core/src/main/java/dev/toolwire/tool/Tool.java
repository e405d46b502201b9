package dev.toolwire.tool;

import dev.toolwire.model.ToolSpec;
import java.util.List;

/// Something that a model may ask to have run.
///
/// A loop calls [#run] on a virtual thread of its own (unless it is [inline][ToolTraits#inline]),
/// several at once if the model asks for several things, with an input that fits the schema of
/// [#spec]. Most tools are made by [#named] or [#annotatedIn].
public interface Tool {

  /// The beginning of a tool that is made from a function and either a record or a JSON Schema.
  ///
  /// @param name up to 64 letters, digits, `_` and `-`
  static ToolDraft named(String name) {
    return ToolDraft.named(name);
  }

  /// A tool for each public method of `object` that has a [ToolMethod]. The method's parameters are
  /// the members of the input, by their names; [Described] says what they mean, and those that are
  /// `Optional` or `@Nullable` may be left out. Results count as in [ToolFunction].
  ///
  /// @throws IllegalArgumentException if there is no such method, or one that cannot be a tool
  static List<Tool> annotatedIn(Object object) {
    return AnnotatedTools.in(object);
  }

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

package dev.toolwire.loop;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;

/// A look at each call before it runs and at what came of it, with a say in both.
///
/// Both run on the call's own thread, for several calls at once, and within the tool's deadline. A
/// hook that throws makes the call fail; its text is logged and never shown to the model. Calls
/// that cannot run at all (unknown tool, unusable input, declined) do not come here.
public interface Hooks {

  /// No say in anything.
  Hooks NONE = new Hooks() {};

  /// What to do with a call.
  sealed interface Before {

    Before PROCEED = new Proceed();

    /// Run the tool.
    record Proceed() implements Before {}

    /// Run the tool with this input, which must fit its schema. The conversation keeps what the
    /// model wrote, so this is the place for what the model must not see.
    record Change(JsonObject input) implements Before {}

    /// Do not run the tool; tell the model why, in words that are not blank.
    record Veto(String words) implements Before {}

    /// Do not run the tool; this came of it instead.
    record Answer(ToolOutcome outcome) implements Before {}
  }

  /// Before the tool runs.
  default Before before(ToolCall call) throws Exception {
    return Before.PROCEED;
  }

  /// After the tool ran or [#before] answered for it; gives what the model is to see.
  default ToolOutcome after(ToolCall call, ToolOutcome outcome) throws Exception {
    return outcome;
  }
}

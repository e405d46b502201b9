package dev.toolwire.tool;

import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.json.JsonBinding;
import java.util.List;

/// What came of running a tool. Failure has two meanings: try again differently, or give up on it.
public sealed interface ToolOutcome {

  /// It worked. The content may be empty.
  record Ok(List<ResultBlock> content) implements ToolOutcome {
    public Ok {
      content = List.copyOf(content);
    }
  }

  /// It did not work, but the model can do better: `advice` tells it how. Goes back as an error
  /// result and spends the budget for consecutive errors.
  record Retry(String advice) implements ToolOutcome {}

  /// It did not work and will not: `why` is for the model's answer to the user.
  record Failed(String why) implements ToolOutcome {}

  static ToolOutcome ok(ResultBlock... content) {
    return new Ok(List.of(content));
  }

  static ToolOutcome text(String text) {
    return ok(new Text(text));
  }

  /// A result as JSON: any value that Jackson can write. What is no object is wrapped as
  /// `{"result": …}`.
  static ToolOutcome json(Object value) {
    return ok(Json.of(JsonBinding.toTree(value)));
  }

  static ToolOutcome retry(String advice) {
    return new Retry(advice);
  }

  static ToolOutcome failed(String why) {
    return new Failed(why);
  }
}

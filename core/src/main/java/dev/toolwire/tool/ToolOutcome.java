package dev.toolwire.tool;

import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of running a tool. Failure has two meanings: try again differently, or give up on it.
public sealed interface ToolOutcome {

  /// It worked. The content may be empty.
  record Ok(List<ResultBlock> content) implements ToolOutcome {
    public Ok {
      content = List.copyOf(content);
    }
  }

  /// It did not work, but the model can do better: `advice`, which is not blank, tells it how. Goes
  /// back as an error result and spends the budget for consecutive errors.
  record Retry(String advice) implements ToolOutcome {
    public Retry {
      requireWords(advice, "what the model can do better");
    }
  }

  /// It did not work and will not: `why`, which is not blank, is for the model's answer to the
  /// user.
  record Failed(String why) implements ToolOutcome {
    public Failed {
      requireWords(why, "why the tool failed");
    }
  }

  /// Some services refuse an error without words, and no model can do anything with one.
  private static void requireWords(@Nullable String words, String what) {
    if (words == null || words.isBlank()) {
      throw new IllegalArgumentException(
          "the words for the model are " + (words == null ? "null" : "blank") + "; say " + what);
    }
  }

  static ToolOutcome ok(ResultBlock... content) {
    return new Ok(List.of(content));
  }

  static ToolOutcome text(String text) {
    return ok(new Text(text));
  }

  /// A result as JSON: any value that Jackson can write, enums by the names that inputs have for
  /// them. What is no object is wrapped as `{"result": …}`.
  static ToolOutcome json(Object value) {
    return ok(Json.of(InputBinder.toTree(value)));
  }

  static ToolOutcome retry(String advice) {
    return new Retry(advice);
  }

  static ToolOutcome failed(String why) {
    return new Failed(why);
  }
}

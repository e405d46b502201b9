package dev.toolwire.lab.scenario;

import dev.toolwire.model.ToolSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A tool of a scenario: what the model is told, and where its results come from.
public sealed interface ScenarioTool {

  /// What the model is told.
  ToolSpec spec();

  /// A tool that comes with Toolwire, run for real.
  record BuiltIn(ToolSpec spec) implements ScenarioTool {}

  /// A tool whose answers are written down.
  ///
  /// A call gets the first answer that fits it and is not used up; if all that fit are, the last of
  /// them again; if none fits, an error.
  ///
  /// @param answers at least one
  record Scripted(ToolSpec spec, List<ScriptedAnswer> answers) implements ScenarioTool {
    public Scripted {
      answers = List.copyOf(answers);
      if (answers.isEmpty()) {
        throw new IllegalArgumentException(
            "the tool " + spec.name() + " has no answer; give it a result or an error");
      }
    }
  }

  /// A tool whose answers a program gives. It reads the input as JSON from standard input; what it
  /// writes to standard output is the result, what it writes to standard error the message of the
  /// error if its exit status is not 0.
  ///
  /// @param words the program and its arguments, without a shell
  /// @param folder where it runs
  /// @param deadline after which it is killed
  record ByCommand(ToolSpec spec, List<String> words, Path folder, Duration deadline)
      implements ScenarioTool {

    /// The deadline of a command that sets none.
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    public ByCommand {
      words = List.copyOf(words);
      if (words.isEmpty() || words.getFirst().isBlank()) {
        throw new IllegalArgumentException("the command of " + spec.name() + " is empty");
      }
    }
  }
}

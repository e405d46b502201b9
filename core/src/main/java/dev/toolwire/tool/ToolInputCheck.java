package dev.toolwire.tool;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Checked.Ready;
import dev.toolwire.tool.Checked.Refused;
import dev.toolwire.tool.InputRepair.Repaired;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides whether a tool may run with what a model wrote. One per tool, for many calls and
/// threads.
///
/// A [parsed][ToolInput.Parsed] input is validated and, if need be, repaired; a
/// [malformed][ToolInput.Malformed] one is repaired as text first; a
/// [truncated][ToolInput.Truncated] one is always refused, because nobody knows what was cut. A
/// repair happens only where there is exactly one and its outcome fits the schema; no value is ever
/// guessed.
public final class ToolInputCheck {

  private static final int LONGEST_PROBLEM = 200;

  private final ToolName name;
  private final InputValidator validator;
  private final InputRepair repair;

  private ToolInputCheck(ToolSpec spec) {
    this.name = spec.name();
    this.validator = new InputValidator(spec.inputSchema());
    this.repair = new InputRepair(validator);
  }

  /// The check for inputs of `spec`. Costs nothing yet: the schema is compiled at the first check.
  public static ToolInputCheck of(ToolSpec spec) {
    return new ToolInputCheck(spec);
  }

  /// Never throws for what a model wrote. A schema that cannot be compiled is logged as the
  /// application's error, and refuses every input.
  public Checked check(ToolInput input) {
    try {
      return switch (input) {
        case ToolInput.Parsed(var value) -> checked(value);
        case ToolInput.Malformed(var text, var problem) -> mended(text, problem);
        case ToolInput.Truncated(var text) ->
            new Refused(
                name
                    + " was not run: its input was cut off after "
                    + text.length()
                    + " characters. Send the whole input again; if it is too long, split the work"
                    + " into several calls.");
      };
    } catch (UnusableSchemaException broken) {
      Defects.LOG.error("{}: {}", name, broken.getMessage(), broken);
      return new Refused(
          name + " was not run: the application declared it wrongly. Go on without this tool.");
    }
  }

  private Checked checked(JsonObject value) {
    var tree = value.toNode();
    if (validator.fits(tree)) {
      return new Ready(value, List.of());
    }
    List<Violation> violations = validator.violations(tree);
    return repair
        .repair(value, violations)
        .<Checked>map(repaired -> new Ready(repaired.input(), repaired.changes()))
        .orElseGet(() -> refused(ViolationWords.lines(violations)));
  }

  private Checked mended(String text, String problem) {
    String noObject = "it is not one complete JSON object: " + Excerpt.of(problem, LONGEST_PROBLEM);
    Optional<Repaired> mended = JsonTextRepair.repair(text);
    if (mended.isEmpty()) {
      return refused(List.of(noObject));
    }
    return switch (checked(mended.get().input())) {
      case Ready(var input, var repairs) ->
          new Ready(
              input, Stream.concat(mended.get().changes().stream(), repairs.stream()).toList());
      case Refused _ -> {
        List<String> lines = new ArrayList<>(List.of(noObject));
        lines.addAll(ViolationWords.lines(validator.violations(mended.get().input().toNode())));
        yield refused(lines);
      }
    };
  }

  private Refused refused(List<String> problems) {
    return new Refused(
        name
            + " was not run, its input is wrong:\n- "
            + String.join("\n- ", problems)
            + "\nCorrect this and call "
            + name
            + " again with the complete input.");
  }

  /// Loaded at the first defect: binding a logger looks through the whole class path.
  private static final class Defects {
    private static final Logger LOG = LoggerFactory.getLogger(ToolInputCheck.class);
  }
}

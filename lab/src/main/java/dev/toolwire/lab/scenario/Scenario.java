package dev.toolwire.lab.scenario;

import dev.toolwire.model.ToolSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A conversation with tools, and what is expected of a model in it. Immutable; read from YAML,
/// whose format `docs/scenarios.md` describes.
///
/// @param name one word, unique among the scenarios of a comparison
/// @param about what it tries, for people; may be empty
/// @param system the system prompt
/// @param tools what the model is given, in this order
/// @param models whom to ask if nobody says; may be empty
/// @param time what time the clock of the tools says; the real one if empty
/// @param turns what the user says, each after the model has answered the one before
public record Scenario(
    String name,
    String about,
    Optional<String> system,
    List<ScenarioTool> tools,
    List<Contender> models,
    Optional<Instant> time,
    List<Turn> turns) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");

  /// Something that the user says, and what is then expected until the model has answered.
  public record Turn(String user, Expectation expected) {
    public Turn {
      if (user.isBlank()) {
        throw new IllegalArgumentException("the user says nothing; give the turn a text");
      }
    }
  }

  /// A model to ask, and how often.
  ///
  /// @param model as `provider:id`
  /// @param trials 1 or more
  public record Contender(String model, int trials) {
    public Contender {
      if (model.isBlank() || trials < 1) {
        throw new IllegalArgumentException(
            "expected a model and a number of trials from 1, got \"" + model + "\", " + trials);
      }
    }
  }

  public Scenario {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected a name of up to 64 letters, digits, '.', '_' and '-', got \"" + name + "\"");
    }
    tools = List.copyOf(tools);
    models = List.copyOf(models);
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("scenario " + name + " has no turn; let the user speak");
    }
    Set<String> names = new HashSet<>();
    for (ScenarioTool tool : tools) {
      if (!names.add(tool.spec().name().value())) {
        throw new IllegalArgumentException("two tools are called " + tool.spec().name());
      }
    }
  }

  /// Reads the scenarios in a YAML text, one for each of its documents. Folders in it are relative
  /// to the working directory.
  ///
  /// @param source what to call the text in error messages
  /// @throws dev.toolwire.simulator.yaml.InvalidYamlException if one of them cannot be played; the
  ///   message begins with the source, line and column
  public static List<Scenario> read(String source, String yaml) {
    return ScenarioReader.read(source, yaml, Path.of(""));
  }

  /// Reads the scenarios in a YAML file. Commands in it run in the folder of the file.
  ///
  /// @throws IOException if the file cannot be read
  /// @throws dev.toolwire.simulator.yaml.InvalidYamlException if one of them cannot be played
  public static List<Scenario> read(Path file) throws IOException {
    return ScenarioReader.read(file);
  }

  /// The scenarios that come with Toolwire.
  public static List<Scenario> builtIn() {
    return BuiltInScenarios.ALL;
  }

  /// What the model is told about its tools.
  public List<ToolSpec> specs() {
    return tools.stream().map(ScenarioTool::spec).toList();
  }

  /// What the model is told about the tool of this name.
  public Optional<ToolSpec> spec(String tool) {
    return specs().stream().filter(spec -> spec.name().value().equals(tool)).findFirst();
  }

  /// Whether a tool of it runs a command on this machine.
  public boolean runsCommands() {
    return tools.stream().anyMatch(ScenarioTool.ByCommand.class::isInstance);
  }
}

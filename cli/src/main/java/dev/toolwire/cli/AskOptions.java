package dev.toolwire.cli;

import dev.toolwire.rescue.Rescue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What may be said to `toolwire ask`.
final class AskOptions {

  private final PositionalParamSpec question =
      PositionalParamSpec.builder()
          .index("0")
          .required(true)
          .type(String.class)
          .paramLabel("QUESTION")
          .description("What to ask; - reads it from standard input.")
          .build();
  private final OptionSpec model =
      Options.text("MODEL", "-m", "--model")
          .description(
              "The model, as provider:id or just its id, such as bedrock:us.amazon.nova-lite-v1:0"
                  + " or simulator:gpt-4o. Providers: ${COMPLETION-CANDIDATES}. Without a model, or"
                  + " without AWS credentials, the embedded simulator answers.")
          .completionCandidates(ModelName.PROVIDERS)
          .build();
  private final OptionSpec endpoint =
      Options.text("URL", "--endpoint", "--base-url")
          .description(
              "Ask the server at this address, such as one started by 'toolwire simulate'. For"
                  + " openai it ends in /v1.")
          .build();
  private final OptionSpec tools =
      Options.text("NAMES", "-t", "--tools")
          .defaultValue("all")
          .description(
              "The tools that the model may use: names with commas between them, all or none;"
                  + " ${DEFAULT-VALUE} unless said. Those that write files are among all only"
                  + " with --root.")
          .build();
  private final OptionSpec root =
      Options.text("DIR", "--root")
          .description("The directory in which tools may write files; they cannot leave it.")
          .build();
  private final OptionSpec system =
      Options.text("TEXT", "--system").description("The system prompt.").build();
  private final OptionSpec stream =
      Options.flag("--stream")
          .negatable(true)
          .defaultValue("true")
          .fallbackValue("true")
          .description("Have the answer as it is written, or only when it is complete.")
          .build();
  private final OptionSpec approve =
      Options.text("NAMES", "--approve")
          .description(
              "Tools each of whose calls a person approves first: names with commas between them,"
                  + " or all. Where nobody can be asked, such a call is declined.")
          .build();
  private final OptionSpec putAway =
      OptionSpec.builder("--put-away")
          .type(Path.class)
          .paramLabel("FILE")
          .description(
              "Put the run away in this file as soon as a call waits for approval, and whenever it"
                  + " ends without an answer; 'toolwire resume FILE' goes on with it.")
          .build();
  private final OptionSpec run =
      OptionSpec.builder("--run")
          .type(Integer.class)
          .paramLabel("N")
          .description(
              "Which run of a scripted model to play, where its script has several; 1 unless said.")
          .build();
  private final OptionSpec rescue = Options.rescue();
  private final OptionSpec promptedTools =
      Options.flag("--prompted-tools")
          .description(
              "Tell the model of the tools in the system prompt and read its calls out of its text,"
                  + " as is done anyway for models without tools of their own.")
          .build();
  private final OptionSpec maxRounds = Options.maxRounds();
  private final ShowOptions show = new ShowOptions();
  private final ModelOptions models = new ModelOptions();

  CommandSpec addTo(CommandSpec command) {
    command
        .usageMessage()
        .description("Ask a model that may use tools, and show how it comes to its answer.");
    command.addPositional(question);
    var options =
        new ArrayList<>(List.of(model, endpoint, tools, root, approve, putAway, system, stream));
    options.add(promptedTools);
    options.addAll(show.all());
    options.addAll(List.of(rescue, maxRounds, run));
    options.addAll(models.all());
    options.forEach(command::addOption);
    return command;
  }

  String question() {
    return question.getValue();
  }

  Optional<String> model() {
    return Options.said(model);
  }

  Optional<String> endpoint() {
    return Options.said(endpoint);
  }

  Optional<String> system() {
    return Options.said(system);
  }

  String tools() {
    return tools.getValue();
  }

  Optional<String> root() {
    return Options.said(root);
  }

  Optional<String> approve() {
    return Options.said(approve);
  }

  Optional<Path> putAway() {
    return Options.said(putAway);
  }

  boolean stream() {
    return stream.getValue();
  }

  ShowOptions show() {
    return show;
  }

  Rescue rescue() {
    return rescue.getValue();
  }

  boolean promptedTools() {
    return promptedTools.getValue();
  }

  int maxRounds() {
    return maxRounds.getValue();
  }

  /// @throws IllegalArgumentException if there can be no such run
  Optional<Integer> run() {
    Optional<Integer> number = Options.said(run);
    if (number.filter(chosen -> chosen < 1).isPresent()) {
      throw new IllegalArgumentException("--run is " + number.get() + ", but runs begin with 1");
    }
    return number;
  }

  ModelOptions models() {
    return models;
  }
}

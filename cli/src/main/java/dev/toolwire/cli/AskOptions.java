package dev.toolwire.cli;

import dev.toolwire.loop.Limits;
import dev.toolwire.tool.ToolSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
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
                  + " or simulator:gpt-4o. Without a model, or without AWS credentials, the"
                  + " embedded simulator answers.")
          .build();
  private final OptionSpec endpoint =
      Options.text("URL", "--endpoint")
          .description(
              "Ask the server at this address, such as one started by 'toolwire simulate'.")
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
  private final OptionSpec show =
      Word.option(Screen.Detail.class, Screen.Detail.CALLS, "--show")
          .paramLabel("WHAT")
          .description(
              "How much to show: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said. With"
                  + " events every event, with answer nothing but the answer.")
          .build();
  private final OptionSpec json =
      Options.flag("--json")
          .description(
              "Show the run as one line of JSON; with --show events, one for each event before it.")
          .build();
  private final OptionSpec timestamps =
      Options.flag("--timestamps")
          .description("With --show events, begin each line with its time.")
          .build();
  private final OptionSpec maxRounds =
      OptionSpec.builder("--max-rounds")
          .type(int.class)
          .paramLabel("N")
          .defaultValue(Integer.toString(Limits.DEFAULTS.rounds()))
          .description("How often the model may be asked; ${DEFAULT-VALUE} unless said.")
          .build();

  CommandSpec addTo(CommandSpec command) {
    command
        .usageMessage()
        .description("Ask a model that may use tools, and show how it comes to its answer.");
    command.addPositional(question);
    for (var option :
        List.of(model, endpoint, tools, root, system, stream, show, json, timestamps, maxRounds)) {
      command.addOption(option);
    }
    return command;
  }

  String question() {
    return question.getValue();
  }

  Optional<String> model() {
    return value(model);
  }

  Optional<String> endpoint() {
    return value(endpoint);
  }

  Optional<String> system() {
    return value(system);
  }

  /// @throws IllegalArgumentException if there is no such tool, or it cannot be had like this
  /// @throws IOException if the directory for files cannot be opened
  ToolSet tools() throws IOException {
    return ToolChoices.of(tools.getValue(), value(root));
  }

  boolean stream() {
    return stream.getValue();
  }

  Screen.Detail show() {
    return show.getValue();
  }

  boolean json() {
    return json.getValue();
  }

  boolean timestamps() {
    return timestamps.getValue();
  }

  int maxRounds() {
    return maxRounds.getValue();
  }

  private static Optional<String> value(ArgSpec option) {
    return Optional.ofNullable(option.getValue());
  }
}

package dev.toolwire.cli;

import dev.toolwire.rescue.Rescue;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What may be said to `toolwire rescue`.
final class RescueOptions {

  private final OptionSpec tools =
      Options.text("FILE", "-t", "--tools")
          .description(
              "The tools that may be called: a JSON array of objects with a name and, if there is"
                  + " one, a schema (also called inputSchema, input_schema or parameters).")
          .build();
  private final OptionSpec jsonl =
      Options.flag("--jsonl")
          .description(
              "Read lines {\"id\",\"text\",\"tools\",\"chunks\"?} and write lines"
                  + " {\"id\",\"calls\",\"text\"}; with chunks, the text is read in those pieces.")
          .build();
  private final OptionSpec explain =
      Options.flag("--explain")
          .description("Tell of everything that looks like a call, and why it is one or is not.")
          .build();
  private final OptionSpec rescue = Options.rescue();

  CommandSpec addTo(CommandSpec command) {
    command
        .usageMessage()
        .description(
            "Read the text of an assistant message on standard input, and print the tool calls that"
                + " are written in it.");
    List.of(tools, jsonl, explain, rescue).forEach(command::addOption);
    return command;
  }

  Optional<String> tools() {
    return Options.said(tools);
  }

  boolean jsonl() {
    return jsonl.getValue();
  }

  boolean explain() {
    return explain.getValue();
  }

  Rescue rescue() {
    return rescue.getValue();
  }
}

package dev.toolwire.cli;

import dev.toolwire.model.Ticker;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// How a run is shown: the options of every command that has one.
final class ShowOptions {

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
          .description(
              "With --show events, begin each line with its time, to the millisecond; with --json"
                  + " also, in the members at and elapsedMs.")
          .build();

  List<OptionSpec> all() {
    return List.of(show, json, timestamps);
  }

  /// @throws ParameterException if they do not go together
  void check(CommandSpec command) {
    if (timestamps() && detail() != Screen.Detail.EVENTS) {
      throw new ParameterException(command.commandLine(), "--timestamps needs --show events");
    }
  }

  /// @param provider who answers, in words
  Screen screen(CommandSpec command, String provider) {
    var out = command.commandLine().getOut();
    var times =
        timestamps()
            ? Optional.of(new EventTimes(Ticker.SYSTEM, InstantSource.system()))
            : Optional.<EventTimes>empty();
    if (json()) {
      return new JsonScreen(out, detail() == Screen.Detail.EVENTS, times, provider);
    }
    return switch (detail()) {
      case EVENTS -> new EventsScreen(out, times);
      case CALLS -> new CallsScreen(out, command.commandLine().getErr(), Options.inColour(command));
      case ANSWER -> new AnswerScreen(out);
    };
  }

  boolean json() {
    return json.getValue();
  }

  private Screen.Detail detail() {
    return show.getValue();
  }

  private boolean timestamps() {
    return timestamps.getValue();
  }
}

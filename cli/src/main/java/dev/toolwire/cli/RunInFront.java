package dev.toolwire.cli;

import dev.toolwire.loop.Limits;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.CredentialsException;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.rescue.Rescue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/// A run in front of a person or a program, from its beginning to the exit code of its command.
///
/// @param file where the run is put away unless it comes to an answer; without one, people are
///   asked about calls that need approval
record RunInFront(
    CommandSpec spec,
    Surroundings around,
    ShowOptions show,
    ModelOptions models,
    Limits limits,
    Rescue rescue,
    Optional<Path> file) {

  /// The beginning of a run.
  interface Beginning {
    Run with(ToolLoop loop) throws IOException;
  }

  /// @param kept what to write if the run is put away; its state is that of the beginning
  int run(PutAway kept, Beginning beginning) throws IOException {
    var destination = Options.valid(spec, () -> kept.destination(around));
    try (var opening = Opening.of(destination)) {
      var tools = Options.valid(spec, kept::toolSet);
      var catalogue = Options.valid(spec, () -> models.catalogue(around));
      var model = kept.asked(model(opening, destination, catalogue, kept.run()), catalogue);
      var loop = ToolLoop.with(model).tools(tools).limits(limits).rescue(rescue);
      var screen = show.screen(spec, destination.who());
      var outcome = conversing(loop, screen).toTheEnd(beginning.with(loop));
      if (file.isPresent() && !(outcome instanceof Outcome.Answered)) {
        kept.at(outcome.state()).write(file.get());
      }
      return exitCode(outcome);
    }
  }

  private Conversing conversing(ToolLoop loop, Screen screen) {
    var err = spec.commandLine().getErr();
    var people =
        file.isPresent() ? Optional.<Approvals>empty() : Optional.of(new Approvals(around, err));
    return new Conversing(loop, screen, this::isUnread, people, around.interrupts());
  }

  /// Whether what is shown reaches nobody, as after `| head -n 1`.
  private boolean isUnread() {
    return spec.commandLine().getOut().checkError();
  }

  /// A program that reads JSON is told of the environment's shortcomings as well.
  private Model model(
      Opening opening, Destination destination, ModelCatalogue catalogue, Optional<Integer> run) {
    var losses = models.losses(line -> say(line, Ink.FAINT));
    try {
      say(destination.notice(), Ink.FAINT);
      return opening.model(provider -> provider.withCatalogue(catalogue).withLosses(losses), run);
    } catch (IllegalArgumentException | CredentialsException unusable) {
      if (show.json()) {
        var words = String.valueOf(unusable.getMessage());
        spec.commandLine().getOut().println(JsonScreen.failed(words));
      }
      throw unusable;
    }
  }

  private int exitCode(Outcome outcome) {
    var problem =
        outcome instanceof Outcome.Cancelled && isUnread()
            ? "stopped, for standard output was closed"
            : OutcomeWords.problem(outcome);
    if (!problem.isEmpty()) {
      say(Printable.line(problem, CallsScreen.LONGEST) + howToGoOn(outcome), Ink.RED);
    }
    return switch (outcome) {
      case Outcome.Answered _ -> ExitCode.OK;
      case Outcome.Cancelled _ -> Interrupts.EXIT_CODE;
      case Outcome.Limited _, Outcome.Paused _, Outcome.Stopped _, Outcome.Failed _ ->
          ExitCode.SOFTWARE;
    };
  }

  private String howToGoOn(Outcome outcome) {
    var calls =
        outcome.state().pending().calls().stream()
            .map(call -> "%s %s %s".formatted(call.id(), call.name(), CallText.of(call.input())))
            .map(line -> "\n  " + Printable.line(line, CallsScreen.LONGEST))
            .collect(Collectors.joining());
    var decide = calls.isEmpty() ? "" : " --approve ID, --decline ID or --edit ID=JSON";
    return file.map(path -> "; go on with: toolwire resume " + path + decide + calls).orElse("");
  }

  private void say(String line, Ink ink) {
    spec.commandLine().getErr().println(ink.on("toolwire: " + line, Options.inColour(spec)));
  }
}

package dev.toolwire.cli;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Ticker;
import dev.toolwire.provider.BedrockEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `toolwire ask`: one question to a model that may use tools, until it answers.
final class AskCommand implements Callable<Integer> {

  private final AskOptions options = new AskOptions();
  private final CommandSpec spec = options.addTo(CommandSpec.wrapWithoutInspection(this));
  private final Surroundings around;

  private AskCommand(Surroundings around) {
    this.around = around;
  }

  static CommandSpec spec(Surroundings around) {
    return new AskCommand(around).spec;
  }

  @Override
  public Integer call() throws IOException {
    var destination = Options.valid(spec, this::destination);
    var tools = Options.valid(spec, options::tools);
    var limits = Options.valid(spec, () -> Limits.DEFAULTS.withRounds(options.maxRounds()));
    var request = request(destination);
    say(destination.notice(), Ink.FAINT);
    try (var connection = Connection.to(destination)) {
      var loop = ToolLoop.with(connection.model()).tools(tools).limits(limits);
      var err = spec.commandLine().getErr();
      var outcome =
          new Conversing(loop, screen(destination), new Approvals(around, err), around.interrupts())
              .ask(request);
      return exitCode(outcome);
    }
  }

  private Destination destination() {
    var name = options.model().map(ModelName::parse).orElse(ModelName.UNSAID);
    var endpoint = options.endpoint().map(text -> BedrockEndpoint.endpoint(text, "--endpoint"));
    return Destination.of(name, endpoint, around);
  }

  private ModelRequest request(Destination destination) throws IOException {
    var conversation = Conversation.startingWith(question());
    var request =
        ModelRequest.to(destination.model(), conversation).withStreaming(options.stream());
    return options.system().map(request::withSystem).orElse(request);
  }

  private String question() throws IOException {
    var question =
        options.question().equals("-")
            ? new String(around.in().readAllBytes(), StandardCharsets.UTF_8)
            : options.question();
    if (question.isBlank()) {
      throw new ParameterException(spec.commandLine(), "the question is empty");
    }
    return question.strip();
  }

  private Screen screen(Destination destination) {
    var out = spec.commandLine().getOut();
    if (options.json()) {
      boolean withEvents = options.show() == Screen.Detail.EVENTS;
      return new JsonScreen(out, withEvents, destination.provider());
    }
    return switch (options.show()) {
      case EVENTS -> new EventsScreen(out, options.timestamps(), Ticker.SYSTEM);
      case CALLS -> new CallsScreen(out, spec.commandLine().getErr(), Options.inColour(spec));
      case ANSWER -> new AnswerScreen(out);
    };
  }

  private int exitCode(Outcome outcome) {
    var problem = OutcomeWords.problem(outcome);
    if (!problem.isEmpty()) {
      say(Printable.line(problem, CallsScreen.LONGEST), Ink.RED);
    }
    return switch (outcome) {
      case Outcome.Answered _ -> ExitCode.OK;
      case Outcome.Cancelled _ -> Interrupts.EXIT_CODE;
      case Outcome.Limited _, Outcome.Paused _, Outcome.Stopped _, Outcome.Failed _ ->
          ExitCode.SOFTWARE;
    };
  }

  private void say(String line, Ink ink) {
    spec.commandLine().getErr().println(ink.on("toolwire: " + line, Options.inColour(spec)));
  }
}

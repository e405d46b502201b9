package dev.toolwire.cli;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Ticker;
import dev.toolwire.provider.BedrockEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
    if (options.timestamps() && options.show() != Screen.Detail.EVENTS) {
      throw new ParameterException(spec.commandLine(), "--timestamps needs --show events");
    }
    var destination = Options.valid(spec, this::destination);
    var tools = Options.valid(spec, options::tools);
    var limits = Options.valid(spec, () -> Limits.DEFAULTS.withRounds(options.maxRounds()));
    var request = request(destination);
    say(destination.notice(), Ink.FAINT);
    try (var connection = connect(destination)) {
      var loop = ToolLoop.with(connection.model()).tools(tools).limits(limits);
      return exitCode(conversing(loop, screen(destination)).ask(request));
    }
  }

  private Conversing conversing(ToolLoop loop, Screen screen) {
    var approvals = new Approvals(around, spec.commandLine().getErr());
    return new Conversing(loop, screen, this::isUnread, approvals, around.interrupts());
  }

  /// Whether what is shown reaches nobody, as after `| head -n 1`.
  private boolean isUnread() {
    return spec.commandLine().getOut().checkError();
  }

  /// A program that reads JSON is told of the environment's shortcomings as well.
  private Connection connect(Destination destination) {
    try {
      return Connection.to(destination);
    } catch (IllegalArgumentException unusable) {
      if (options.json()) {
        var words = String.valueOf(unusable.getMessage());
        spec.commandLine().getOut().println(JsonScreen.failed(words));
      }
      throw unusable;
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
        options.question().equals("-") ? utf8(around.in().readAllBytes()) : options.question();
    if (question.isBlank()) {
      throw new ParameterException(spec.commandLine(), "the question is empty");
    }
    return question.strip();
  }

  private String utf8(byte[] input) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
    } catch (CharacterCodingException broken) {
      throw new ParameterException(spec.commandLine(), "standard input is not UTF-8", broken);
    }
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
    var problem =
        outcome instanceof Outcome.Cancelled && isUnread()
            ? "stopped, for standard output was closed"
            : OutcomeWords.problem(outcome);
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

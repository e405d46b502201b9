package dev.toolwire.cli;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.LoopState;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    options.show().check(spec);
    var destination = Options.valid(spec, this::destination);
    var limits = Options.valid(spec, () -> Limits.DEFAULTS.withRounds(options.maxRounds()));
    var kept = Options.valid(spec, () -> beginning(destination));
    var file = Options.valid(spec, this::putAway);
    return new RunInFront(
            spec, around, options.show(), options.models(), limits, options.rescue(), file)
        .run(kept, loop -> loop.start(kept.state().request()));
  }

  private PutAway beginning(Destination destination) throws IOException {
    return new PutAway(
        destination.provider(),
        options.endpoint(),
        options.tools(),
        options.root().map(root -> Path.of(root).toAbsolutePath().toString()),
        options.approve(),
        options.run(),
        options.promptedTools(),
        LoopState.of(request(destination)));
  }

  /// Finds out before anything is asked whether the run can be put away.
  private Optional<Path> putAway() {
    var file = options.putAway();
    if (file.filter(Files::exists).isPresent()) {
      throw new IllegalArgumentException(
          "--put-away is '%s', which exists; resume it, delete it or name another"
              .formatted(file.get()));
    }
    file.ifPresent(NamedFile::requireWritable);
    return file;
  }

  private Destination destination() {
    var name = options.model().map(ModelName::parse).orElse(ModelName.UNSAID);
    var endpoint = options.endpoint().map(text -> Service.address(text, "--endpoint"));
    var destination = Destination.of(name, endpoint, around);
    if (options.run().isPresent() && !destination.isOnThisMachine()) {
      throw new IllegalArgumentException(
          "--run chooses a run of a scripted model, but the question goes to "
              + destination.notice());
    }
    return destination;
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
            ? Options.valid(spec, around::textOfInput)
            : options.question();
    if (question.isBlank()) {
      throw new ParameterException(spec.commandLine(), "the question is empty");
    }
    return question.strip();
  }
}

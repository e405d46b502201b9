package dev.toolwire.cli;

import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.Decision;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.LoopState;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `toolwire resume`: goes on with a run that `toolwire ask --put-away` wrote, with a decision for
/// each call that waits.
///
/// The file is gone before anything runs: whoever resumes a run twice runs its calls twice. It is
/// written again unless the run comes to an answer.
final class ResumeCommand implements Callable<Integer> {

  private final PositionalParamSpec file =
      PositionalParamSpec.builder()
          .index("0")
          .required(true)
          .type(Path.class)
          .paramLabel("FILE")
          .description("The file that 'toolwire ask --put-away' wrote.")
          .build();
  private final OptionSpec approve =
      Options.several("ID", "--approve")
          .description("Run this call as it is; all for every call.")
          .build();
  private final OptionSpec decline =
      Options.several("ID", "--decline")
          .description("Do not run this call, and tell the model so; all for every call.")
          .build();
  private final OptionSpec edit =
      Options.several("ID=JSON", "--edit").description("Run this call with another input.").build();
  private final OptionSpec rescue = Options.rescue();
  private final OptionSpec maxRounds = Options.maxRounds();
  private final ShowOptions show = new ShowOptions();
  private final ModelOptions models = new ModelOptions();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Surroundings around;

  private ResumeCommand(Surroundings around) {
    this.around = around;
    spec.usageMessage()
        .description("Go on with a run that was put away, with a decision for each waiting call.");
    spec.addPositional(file);
    var options = new ArrayList<>(List.of(approve, decline, edit));
    options.addAll(show.all());
    options.add(rescue);
    options.add(maxRounds);
    options.addAll(models.all());
    options.forEach(spec::addOption);
  }

  static CommandSpec spec(Surroundings around) {
    return new ResumeCommand(around).spec;
  }

  @Override
  public Integer call() throws IOException {
    show.check(spec);
    Path path = file.getValue();
    var kept = Options.valid(spec, () -> read(path));
    int rounds = maxRounds.<Integer>getValue();
    var limits = Options.valid(spec, () -> Limits.DEFAULTS.withRounds(rounds));
    return new RunInFront(spec, around, show, models, limits, rescue.getValue(), Optional.of(path))
        .run(kept, loop -> Options.valid(spec, () -> begin(loop, kept.state(), path)));
  }

  private static PutAway read(Path path) throws IOException {
    var text = NamedFile.text(path);
    try {
      return PutAway.parse(text);
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(path + ": " + broken.getMessage(), broken);
    }
  }

  private Run begin(ToolLoop loop, LoopState state, Path path) throws IOException {
    var run = loop.resume(state, decisions(state));
    try {
      Files.delete(path);
    } catch (NoSuchFileException gone) {
      run.close();
      throw new IllegalArgumentException(path + " has just been resumed by somebody else", gone);
    }
    return run;
  }

  private Map<ToolUseId, Decision> decisions(LoopState state) throws IOException {
    var said = new SaidDecisions();
    Options.all(decline).forEach(id -> said.say("--decline", id, Decision.decline()));
    Options.all(approve).forEach(id -> said.say("--approve", id, Decision.APPROVE));
    for (var text : Options.all(edit)) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("--edit is '" + text + "', expected ID=JSON");
      }
      var id = text.substring(0, equals);
      said.say("--edit", id, edited(id, text.substring(equals + 1)));
    }
    return said.isEmpty() && around.terminal().getAsBoolean()
        ? new Approvals(around, spec.commandLine().getErr()).decide(state)
        : said.of(state);
  }

  private static Decision edited(String id, String json) {
    try {
      return new Decision.Edit(JsonObject.parse(json));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("--edit " + id + ": " + wrong.getMessage(), wrong);
    }
  }
}

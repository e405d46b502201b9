package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Finds the turn that a request calls for and puts its words together.
final class Director {

  /// Makes Claude stream the input of its tools as it is generated (Anthropic's beta of that name).
  static final String FINE_GRAINED = "fine-grained-tool-streaming-2025-05-14";

  private final Repertoire scripts;
  private final Optional<Pace> pace;

  /// @param pace instead of that of the scripts
  Director(Repertoire scripts, Optional<Pace> pace) {
    this.scripts = scripts;
    this.pace = pace;
  }

  /// Ids that fit what the scripts are for: their patterns without the stars.
  List<String> models() {
    return scripts.all().stream()
        .flatMap(script -> script.models().stream())
        .map(pattern -> pattern.replace("*", ""))
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }

  /// The runs that the scripts of `model` have; empty if there is no script.
  SortedSet<Integer> runs(ModelId model) {
    return scripts.of(model).stream()
        .flatMap(script -> script.runs().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// @param call what is asked, for which the ids of calls are made up
  /// @param request the same in neutral words
  Take take(ModelCall call, ModelRequest request, int run, Visit visit) {
    int requestLength = visit.request().body().length;
    Supplier<String> ids = () -> call.toolIds().next(visit.random());
    List<Script> playing = scripts.of(request.model());
    if (playing.isEmpty()) {
      return honest(HonestAnswer.noScript(request.model(), scripts.all()), requestLength);
    }
    Story story = Story.of(request);
    boolean oneByOne = call.takesOneCall(request);
    for (Script script : playing) {
      Optional<Cue> cue =
          oneByOne ? OneByOne.cue(script, story, run) : script.cue(story.now(), run);
      if (cue.isPresent()) {
        return take(script, cue.get(), request, requestLength, ids);
      }
    }
    return honest(HonestAnswer.noTurn(playing), requestLength);
  }

  private Take take(
      Script script, Cue cue, ModelRequest request, int requestLength, Supplier<String> ids) {
    Turn turn = cue.turn();
    List<String> missing = notOffered(cue.blocks(), request);
    if (!missing.isEmpty()) {
      return honest(HonestAnswer.notOffered(missing, List.of(script)), requestLength);
    }
    List<Take.Block> blocks = new ArrayList<>();
    try {
      Set<String> eager = eager(request);
      cue.blocks().forEach(block -> blocks.add(render(block, cue.values(), ids, eager)));
    } catch (Bindings.MissingValueException absent) {
      return honest(HonestAnswer.missing(absent.path(), turn.place()), requestLength);
    }
    Pace played = pace.or(turn::pace).orElse(script.pace());
    return cut(turn, request, blocks, requestLength, played);
  }

  /// Cuts what the turn says is to be cut, or what the request's limit of tokens leaves out.
  private static Take cut(
      Turn turn, ModelRequest request, List<Take.Block> blocks, int requestLength, Pace pace) {
    int all = Take.length(blocks);
    int before = blocks.isEmpty() ? 0 : all - blocks.getLast().length();
    OptionalInt limit = request.inference().maxTokens();
    int most = turn.cut().isPresent() ? before + turn.cut().getAsInt() : all;
    if (limit.isPresent()) {
      most = Math.min(most, ScriptedUsage.characters(limit.getAsInt()));
    }
    boolean isCut = turn.cut().isPresent() || most < all;
    List<Take.Block> kept = isCut ? Take.cut(blocks, most) : blocks;
    StopReason natural =
        isCut
            ? StopReason.Known.MAX_TOKENS
            : kept.stream().anyMatch(Take.Call.class::isInstance)
                ? StopReason.Known.TOOL_USE
                : StopReason.Known.END_TURN;
    Usage usage = turn.usage().orElse(ScriptedUsage.ESTIMATED).of(requestLength, Take.length(kept));
    return new Take(
        kept, turn.stop().orElse(natural), usage, pace, turn.faults(), Optional.empty());
  }

  private static List<String> notOffered(List<ScriptedBlock> said, ModelRequest request) {
    Set<String> offered =
        request.tools().stream().map(tool -> tool.name().value()).collect(Collectors.toSet());
    return said.stream()
        .flatMap(block ->
            block instanceof ScriptedBlock.Call call && !call.anyway()
                ? Stream.of(call.tool())
                : Stream.empty())
        .filter(tool -> !offered.contains(tool))
        .distinct()
        .toList();
  }

  private static Take.Block render(
      ScriptedBlock block, Bindings values, Supplier<String> ids, Set<String> eager) {
    return switch (block) {
      case ScriptedBlock.Think(InputTemplate text, Template signature) ->
          new Take.Thought(words(text.render(values)), signature.render(values));
      case ScriptedBlock.Say(InputTemplate text) -> new Take.Speech(words(text.render(values)));
      case ScriptedBlock.Call call -> {
        JsonNode input = call.input().render(values);
        yield new Take.Call(
            call.id().orElseGet(ids),
            call.tool(),
            call.verbatim() ? words(input) : JsonText.string(input),
            eager.contains(call.tool()));
      }
    };
  }

  private static String words(JsonNode value) {
    return value.isString() ? value.stringValue() : JsonText.string(value);
  }

  /// The tools whose input is wanted as it is generated.
  private static Set<String> eager(ModelRequest request) {
    boolean all = asksForFineGrainedInput(request);
    return request.tools().stream()
        .filter(tool -> all || tool.eagerInput())
        .map(tool -> tool.name().value())
        .collect(Collectors.toSet());
  }

  private static boolean asksForFineGrainedInput(ModelRequest request) {
    return Stream.concat(
            request.extra().member("additionalModelRequestFields").stream()
                .map(fields -> fields.path("anthropic_beta")),
            request.extra().member("anthropic_beta").stream())
        .flatMap(JsonNode::valueStream)
        .anyMatch(flag -> flag.asString("").equals(FINE_GRAINED));
  }

  private Take honest(HonestAnswer answer, int requestLength) {
    return new Take(
        List.of(new Take.Speech(answer.text())),
        StopReason.Known.END_TURN,
        ScriptedUsage.ESTIMATED.of(requestLength, answer.text().length()),
        pace.orElse(Pace.AT_ONCE),
        List.of(),
        Optional.of(answer.why()));
  }
}

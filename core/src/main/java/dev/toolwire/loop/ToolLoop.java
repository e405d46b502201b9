package dev.toolwire.loop;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Ticker;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueModel;
import dev.toolwire.tool.ToolSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks a model, runs the tools it asks for, gives it their results, and asks again, until it
/// answers or something ends the matter. Immutable; one loop serves many runs and threads.
///
/// ```java
/// ToolLoop loop = ToolLoop.with(model).tools(ToolSet.of(topSong));
/// try (Run run = loop.start(ModelRequest.to(id, Conversation.startingWith("Which song?")))) {
///   for (LoopEvent event : run) {
///     System.out.println(event);
///   }
///   Outcome outcome = run.outcome();
/// }
/// ```
///
/// Calls run in parallel, each on a virtual thread of its own, or, if the tool is
/// [inline][dev.toolwire.tool.ToolTraits#inline], in the thread that pulls; their results go back
/// in the order of the calls. What goes wrong with a call is an error result for the model: an
/// unknown tool, an input that does not fit, an exception (whose text the model never sees), a
/// deadline. A turn, the model's calls with all their results, enters the conversation whole or not
/// at all.
public final class ToolLoop {

  private final Model model;
  private final Rescue rescue;
  private final CallCheck check;
  private final Limits limits;
  private final Clocks clocks;
  private final Hooks hooks;
  private final CutInput cutInput;
  private final boolean growing;
  private final Ticker ticker;
  private final Alarms alarms;

  private ToolLoop(
      Model model,
      Rescue rescue,
      CallCheck check,
      Limits limits,
      Clocks clocks,
      Hooks hooks,
      CutInput cutInput,
      boolean growing,
      Ticker ticker,
      Alarms alarms) {
    this.model = model;
    this.rescue = rescue;
    this.check = check;
    this.limits = limits;
    this.clocks = clocks;
    this.hooks = hooks;
    this.cutInput = cutInput;
    this.growing = growing;
    this.ticker = ticker;
    this.alarms = alarms;
  }

  /// A loop around `model`, without tools, with the default limits and clocks.
  public static ToolLoop with(Model model) {
    return new ToolLoop(
        model,
        Rescue.OFF,
        new CallCheck(ToolSet.none()),
        Limits.DEFAULTS,
        Clocks.DEFAULTS,
        Hooks.NONE,
        CutInput.STOP,
        false,
        Ticker.SYSTEM,
        AlarmClock.SYSTEM);
  }

  public ToolLoop tools(ToolSet tools) {
    return new ToolLoop(
        model,
        rescue,
        new CallCheck(tools),
        limits,
        clocks,
        hooks,
        cutInput,
        growing,
        ticker,
        alarms);
  }

  public ToolLoop limits(Limits max) {
    return new ToolLoop(
        model, rescue, check, max, clocks, hooks, cutInput, growing, ticker, alarms);
  }

  public ToolLoop clocks(Clocks times) {
    return new ToolLoop(
        model, rescue, check, limits, times, hooks, cutInput, growing, ticker, alarms);
  }

  public ToolLoop hooks(Hooks say) {
    return new ToolLoop(
        model, rescue, check, limits, clocks, say, cutInput, growing, ticker, alarms);
  }

  /// How readily calls are taken out of the model's text; [Rescue#OFF] unless set. A rescued call
  /// is told as [LoopEvent.CallRescued] and treated as any other.
  public ToolLoop rescue(Rescue mode) {
    return new ToolLoop(
        model, mode, check, limits, clocks, hooks, cutInput, growing, ticker, alarms);
  }

  /// What to do when an answer ends inside the input of a call; [CutInput#STOP] unless set.
  public ToolLoop onCutInput(CutInput policy) {
    return new ToolLoop(
        model, rescue, check, limits, clocks, hooks, policy, growing, ticker, alarms);
  }

  /// Tells every value of a tool's input by its path while it arrives, as [LoopEvent.InputGrew]: a
  /// screen can show a text as it is written.
  public ToolLoop growingInputs() {
    return new ToolLoop(
        model, rescue, check, limits, clocks, hooks, cutInput, true, ticker, alarms);
  }

  /// The clock by which the model's events are stamped; that of the machine unless set.
  public ToolLoop ticker(Ticker stamps) {
    return time(stamps, alarms);
  }

  /// The clock that stamps arrivals, and whatever rings alarms in its time.
  ToolLoop time(Ticker time, Alarms bell) {
    return new ToolLoop(model, rescue, check, limits, clocks, hooks, cutInput, growing, time, bell);
  }

  /// Starts a run; nothing happens until it is pulled. The tools of the request are those of this
  /// loop. A forced [tool choice][ModelRequest#toolChoice()] holds for the first round only.
  ///
  /// @throws IllegalArgumentException if it is not the model's turn to speak, if the request names
  ///   tools itself, or if it forces a choice that the tools of this loop do not offer
  public Run start(ModelRequest request) {
    if (!request.conversation().awaitsModel()) {
      throw new IllegalArgumentException(
          "the conversation "
              + (request.conversation().isEmpty() ? "is empty" : "ends with the assistant")
              + "; let the user say something before starting a run");
    }
    if (!request.tools().isEmpty()) {
      throw new IllegalArgumentException(
          "the request declares "
              + request.tools().size()
              + " tools that nobody can run; give them to ToolLoop.tools instead");
    }
    requireChoice(request);
    return new Run(this, LoopState.of(request), Asking::nextRound);
  }

  /// Some wires would leave such a choice out. Tools of the provider's own may stand in `extra`.
  private void requireChoice(ModelRequest request) {
    boolean offered =
        switch (request.toolChoice()) {
          case ToolChoice.Any _ -> !check.specs().isEmpty();
          case ToolChoice.Named(ToolName name) -> check.find(name).isPresent();
          case ToolChoice.Auto _, ToolChoice.None _ -> true;
        };
    if (!offered && request.extra().isEmpty()) {
      String forced =
          request.toolChoice() instanceof ToolChoice.Named(ToolName name) ? name.value() : "a tool";
      throw new IllegalArgumentException(
          "the request forces a call of "
              + forced
              + ", and the tools of this loop are "
              + check.tools().names()
              + "; give it that tool, or do not force the choice");
    }
  }

  /// Runs to the end.
  ///
  /// @throws IllegalArgumentException as [#start] does
  public Outcome run(ModelRequest request) {
    try (Run run = start(request)) {
      return run.outcome();
    }
  }

  /// Goes on from a state that another run left, in this or another process, with the tools, limits
  /// and clocks of this loop. What the state has used up counts on.
  ///
  /// A state must be resumed once: whoever resumes it twice runs its calls twice.
  ///
  /// @param decisions one for each call that [awaits][LoopState.Pending#awaiting()] approval;
  ///   otherwise empty
  /// @throws IllegalArgumentException if a decision is missing, is for no such call, or edits an
  ///   input so that it no longer fits the tool; nothing has run then
  public Run resume(LoopState state, Map<ToolUseId, Decision> decisions) {
    Set<ToolUseId> awaiting = Set.copyOf(state.pending().awaiting());
    if (!decisions.keySet().equals(awaiting)) {
      throw new IllegalArgumentException(
          "decisions are needed for the calls %s, these are for %s"
              .formatted(state.pending().awaiting(), decisions.keySet()));
    }
    state.pending().calls().forEach(call -> requireFit(call, decisions.get(call.id())));
    Map<ToolUseId, Decision> decided = Map.copyOf(decisions);
    return state.pending().content().isEmpty()
        ? new Run(this, state, Asking::nextRound)
        : new Run(this, state, run -> ToolTurn.resumed(run, decided));
  }

  private void requireFit(ToolUse call, @Nullable Decision decision) {
    if (decision instanceof Decision.Edit(JsonObject input)
        && check.plan(call.withInput(new ToolInput.Parsed(input)))
            instanceof CallPlan.Refused(_, String words)) {
      throw new IllegalArgumentException("the edited input of " + call.id() + ": " + words);
    }
  }

  Model model() {
    return rescue == Rescue.OFF ? model : RescueModel.around(model, rescue, check.tools());
  }

  CallCheck check() {
    return check;
  }

  Limits limits() {
    return limits;
  }

  Clocks clocks() {
    return clocks;
  }

  Hooks hooks() {
    return hooks;
  }

  CutInput cutInput() {
    return cutInput;
  }

  boolean tellsGrowth() {
    return growing;
  }

  Ticker ticker() {
    return ticker;
  }

  Alarms alarms() {
    return alarms;
  }
}

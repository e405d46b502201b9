package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the calls of one answer and commits the turn with their results.
///
/// If a call needs approval that nobody has given, nothing is started here: what runs already
/// (idempotent tools that started early) is awaited, then the run pauses.
final class ToolTurn implements Step {

  private static final String TIME_IS_UP = "The time for this run was up before the call finished.";

  private final Run run;
  private final Workbench bench;
  private final List<ContentBlock> content;
  private final Map<ToolUseId, ToolResult> results = new LinkedHashMap<>();
  private final List<ToolUse> awaiting = new ArrayList<>();
  private final Alarms.Alarm alarm;

  private ToolTurn(Run run, List<ContentBlock> content, Workbench bench) {
    this.run = run;
    this.bench = bench;
    this.content = new ArrayList<>(content);
    this.alarm = run.alarmAtTotal(() -> bench.giveUp(TIME_IS_UP));
  }

  /// The turn of an answer that has just arrived. Calls on `bench` have been started already.
  static Step of(Run run, List<ContentBlock> content, Workbench bench) {
    ToolTurn turn = new ToolTurn(run, content, bench);
    turn.plan(Map.of());
    return turn;
  }

  /// The turn that waits in the state of `run`.
  static Step resumed(Run run, Map<ToolUseId, Decision> decisions) {
    LoopState.Pending pending = run.state().pending();
    ToolTurn turn = new ToolTurn(run, pending.content(), new Workbench(run.loop()));
    pending.finished().forEach(result -> turn.results.put(result.id(), result));
    turn.plan(decisions);
    return turn;
  }

  private void plan(Map<ToolUseId, Decision> decisions) {
    List<CallPlan.Ready> ready = new ArrayList<>();
    for (ToolUse call : Tidying.calls(content)) {
      if (results.containsKey(call.id()) || isRunning(call)) {
        continue;
      }
      Optional<Decision> decision = Optional.ofNullable(decisions.get(call.id()));
      switch (planned(call, decision)) {
        case CallPlan.Refused(_, String words) ->
            finish(call, ToolResult.error(call.id(), words), Duration.ZERO);
        case CallPlan.Ready plan when plan.needsApproval() && decision.isEmpty() ->
            awaiting.add(mended(plan).call());
        case CallPlan.Ready plan -> ready.add(mended(plan));
      }
    }
    if (awaiting.isEmpty()) {
      ready.forEach(bench::add);
    }
  }

  /// Whether the call was started early, and rightly so: only at its end does an answer tell that
  /// its last input, though it looked complete, was cut.
  private boolean isRunning(ToolUse call) {
    Optional<ToolUse> early = bench.started(call.id());
    if (early.isEmpty() || call.input() instanceof ToolInput.Truncated) {
      return false;
    }
    rewrite(call, early.get());
    return true;
  }

  private CallPlan planned(ToolUse call, Optional<Decision> decision) {
    return switch (decision.orElse(Decision.APPROVE)) {
      case Decision.Approve _ -> run.loop().check().plan(call);
      case Decision.Edit(JsonObject input) -> {
        ToolUse edited = call.withInput(new ToolInput.Parsed(input));
        rewrite(call, edited);
        yield run.loop().check().plan(edited);
      }
      case Decision.Decline(String words) -> new CallPlan.Refused(call, words);
    };
  }

  private CallPlan.Ready mended(CallPlan.Ready plan) {
    run.emitRepairs(plan);
    ToolUse call = plan.mendedCall();
    rewrite(plan.call(), call);
    return new CallPlan.Ready(call, plan.tool(), plan.input(), List.of());
  }

  /// Lets the turn say what really runs: a mended or edited input stands in it as such.
  private void rewrite(ToolUse call, ToolUse changed) {
    if (!call.equals(changed)) {
      content.replaceAll(block -> block.equals(call) ? changed : block);
    }
  }

  private void finish(ToolUse call, ToolResult result, Duration took) {
    results.put(call.id(), result);
    run.emit(new LoopEvent.CallFinished(run.round(), call, result, took));
  }

  @Override
  public Step advance() throws InterruptedException {
    for (CallPlan.Ready plan : bench.withdrawn()) {
      finish(plan.call(), ToolResult.error(plan.call().id(), TIME_IS_UP), Duration.ZERO);
    }
    Optional<ToolUse> started = bench.startNext();
    if (started.isPresent()) {
      run.emit(new LoopEvent.CallStarted(run.round(), started.get()));
      return this;
    }
    if (bench.isBusy()) {
      land(bench.take());
      return this;
    }
    return awaiting.isEmpty() ? commit() : pause();
  }

  private void land(ToolRun done) {
    ToolUse call = done.plan().mendedCall();
    if (results.containsKey(call.id())) {
      run.emit(new LoopEvent.CallDropped(run.round(), call));
    } else {
      finish(call, done.result(), done.took());
    }
  }

  private Step pause() {
    awaiting.forEach(call -> run.emit(new LoopEvent.ApprovalNeeded(run.round(), call)));
    run.update(
        run.state()
            .withPending(
                new LoopState.Pending(
                    content,
                    awaiting.stream().map(ToolUse::id).toList(),
                    List.copyOf(results.values()))));
    return run.end(Outcome.Paused::new);
  }

  private Step commit() {
    LoopState before = run.state();
    Message calls = new Message(Role.ASSISTANT, content);
    run.update(
        before
            .withConversation(before.conversation().exchange(calls, List.copyOf(results.values())))
            .withSpent(before.spent().plusCalls(results.size())));
    alarm.cancel();
    return run.budget()
        .afterTurn(run.state().conversation())
        .map(limit -> run.limited(limit, List.of()))
        .orElseGet(() -> Asking.nextRound(run));
  }

  @Override
  public List<ContentBlock> uncommitted() {
    return content;
  }

  @Override
  public List<ToolUse> unfinished() {
    return bench.started().stream().filter(call -> !results.containsKey(call.id())).toList();
  }

  @Override
  public void abort() {
    alarm.cancel();
    bench.abort();
  }
}

package dev.toolwire.loop;

import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/// Where the calls of one turn run: several at a time, started in order, an exclusive one alone.
/// Only [#abort] and [#giveUp] may be called by other threads than the one that pulls the run.
final class Workbench {

  private final ToolLoop loop;
  private final Deque<CallPlan.Ready> waiting = new ArrayDeque<>();
  private final Set<ToolRun> running = ConcurrentHashMap.newKeySet();
  private final Set<ToolUseId> started = new HashSet<>();
  private final LinkedBlockingQueue<ToolRun> landed = new LinkedBlockingQueue<>();
  private volatile String givenUp = "";
  private boolean exclusive;

  Workbench(ToolLoop loop) {
    this.loop = loop;
  }

  void add(CallPlan.Ready plan) {
    waiting.add(plan);
  }

  /// Starts the next call if it may start now.
  Optional<ToolUse> startNext() {
    CallPlan.Ready next = waiting.peek();
    if (next == null || !mayStart(next)) {
      return Optional.empty();
    }
    waiting.remove();
    exclusive = next.tool().traits().exclusive();
    ToolRun run = ToolRun.start(next, loop, landed::add);
    running.add(run);
    started.add(next.call().id());
    if (!givenUp.isEmpty()) {
      run.giveUp(givenUp);
    }
    return Optional.of(next.call());
  }

  private boolean mayStart(CallPlan.Ready next) {
    return running.isEmpty()
        || (!exclusive
            && !next.tool().traits().exclusive()
            && running.size() < loop.limits().parallelCalls());
  }

  /// Whether the call with this id has been started here.
  boolean hasStarted(ToolUseId id) {
    return started.contains(id);
  }

  /// Calls that will not be started any more, because everything was given up; taken off the bench.
  List<CallPlan.Ready> withdrawn() {
    if (givenUp.isEmpty() || waiting.isEmpty()) {
      return List.of();
    }
    List<CallPlan.Ready> calls = List.copyOf(waiting);
    waiting.clear();
    return calls;
  }

  /// Whether anything runs or waits to run.
  boolean isBusy() {
    return !running.isEmpty() || !waiting.isEmpty();
  }

  /// Waits for the next call to finish. Something must be running.
  ToolRun take() throws InterruptedException {
    ToolRun run = landed.take();
    running.remove(run);
    return run;
  }

  /// Interrupts everything that runs or will be started; `words` answer for it.
  void giveUp(String words) {
    givenUp = words;
    running.forEach(run -> run.giveUp(words));
  }

  /// Ends everything; nobody will ask for results.
  void abort() {
    giveUp("The run was cancelled.");
  }
}

package dev.toolwire.loop;

import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/// Where the calls of one turn run: several at a time, started in order, an exclusive one alone.
/// Only [#abort] and [#giveUp] may be called by other threads than the one that pulls the run.
final class Workbench {

  private final ToolLoop loop;
  private final Deque<CallPlan.Ready> waiting = new ArrayDeque<>();

  /// Inline tools that count as started and run when somebody waits for results.
  private final Deque<ToolRun> inline = new ArrayDeque<>();

  private final Set<ToolRun> running = ConcurrentHashMap.newKeySet();
  private final Map<ToolUseId, ToolUse> started = new LinkedHashMap<>();
  private final LinkedBlockingQueue<ToolRun> landed = new LinkedBlockingQueue<>();
  private volatile String givenUp = "";
  private boolean exclusive;

  Workbench(ToolLoop loop) {
    this.loop = loop;
  }

  void add(CallPlan.Ready plan) {
    waiting.add(plan);
  }

  /// Starts the next call that waits, if it may start now.
  Optional<ToolUse> startNext() {
    CallPlan.Ready next = waiting.peek();
    if (next == null || !startNow(next)) {
      return Optional.empty();
    }
    waiting.remove();
    return Optional.of(next.mendedCall());
  }

  /// Starts `next` if it may start now.
  boolean startNow(CallPlan.Ready next) {
    if (!mayStart(next)) {
      return false;
    }
    exclusive = next.tool().traits().exclusive();
    ToolRun run = new ToolRun(next, loop, landed::add);
    running.add(run);
    started.put(next.call().id(), next.mendedCall());
    if (!givenUp.isEmpty()) {
      run.giveUp(givenUp);
    }
    if (next.tool().traits().inline()) {
      inline.add(run);
    } else {
      run.start();
    }
    return true;
  }

  private boolean mayStart(CallPlan.Ready next) {
    return running.isEmpty()
        || (!exclusive
            && !next.tool().traits().exclusive()
            && running.size() < loop.limits().parallelCalls());
  }

  /// The call with this id, if it has been started here, as it runs.
  Optional<ToolUse> started(ToolUseId id) {
    return Optional.ofNullable(started.get(id));
  }

  /// All calls that have been started, as they run.
  List<ToolUse> started() {
    return List.copyOf(started.values());
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

  /// Waits for the next call to finish, and does the work itself if that is inline. Something must
  /// be running.
  ToolRun take() throws InterruptedException {
    ToolRun here = inline.poll();
    if (here != null) {
      here.work();
    }
    ToolRun run = awaitLanded();
    running.remove(run);
    return run;
  }

  /// Stands aside once before it sleeps: many a tool does less than it costs to wake a thread.
  @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it
  private ToolRun awaitLanded() throws InterruptedException {
    if (landed.isEmpty()) {
      Thread.yield();
    }
    return landed.take();
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

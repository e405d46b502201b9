package dev.toolwire.loop;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One tool at work, on a virtual thread of its own or, if it is inline, in the thread that pulls,
/// until it is done or is given up.
///
/// Whichever comes first settles the result; what comes later is thrown away. So a tool that
/// ignores interrupts costs a thread, not the run, unless it is inline.
final class ToolRun {

  private static final Logger LOG = LoggerFactory.getLogger(ToolRun.class);

  private final CallPlan.Ready plan;
  private final ToolLoop loop;
  private final Consumer<ToolRun> landed;
  private final AtomicBoolean settled = new AtomicBoolean();
  private final Interruptible working = new Interruptible();
  private volatile long startedAt;
  private volatile ToolOutcome outcome = ToolOutcome.failed("still running");
  private volatile long finishedAt;

  /// @param landed is told once, by any thread, when the result is there
  ToolRun(CallPlan.Ready plan, ToolLoop loop, Consumer<ToolRun> landed) {
    this.plan = plan;
    this.loop = loop;
    this.landed = landed;
    this.startedAt = loop.ticker().nanos();
  }

  /// Starts the tool on a thread of its own.
  void start() {
    Thread.ofVirtual().name("toolwire-" + plan.call().name()).start(this::work);
  }

  CallPlan.Ready plan() {
    return plan;
  }

  Duration took() {
    return Duration.ofNanos(finishedAt - startedAt);
  }

  ToolResult result() {
    ToolUseId id = plan.call().id();
    return switch (outcome) {
      case ToolOutcome.Ok(var content) -> new ToolResult(id, ToolResult.Status.SUCCESS, content);
      case ToolOutcome.Retry(String advice) -> ToolResult.error(id, advice);
      case ToolOutcome.Failed(String why) -> ToolResult.error(id, why);
    };
  }

  /// Interrupts the tool and answers for it with `words`.
  void giveUp(String words) {
    if (settle(ToolOutcome.failed(words))) {
      working.breakOff();
    }
  }

  private void expire() {
    giveUp(
        "%s did not finish within %s. Whether it had any effect is not known."
            .formatted(plan.call().name(), EventLine.time(deadline())));
  }

  private Duration deadline() {
    return plan.tool().traits().deadline();
  }

  /// Runs the tool in this thread, unless it has been given up already. An interrupt that was meant
  /// for the tool ends with it; any other stays set.
  void work() {
    if (settled.get()) {
      return;
    }
    startedAt = loop.ticker().nanos();
    Alarms.Alarm alarm = loop.alarms().in(deadline().toNanos(), this::expire);
    working.begin();
    ToolOutcome result = attempt();
    working.end();
    alarm.cancel();
    settle(result);
  }

  private ToolOutcome attempt() {
    try {
      return Objects.requireNonNull(hooked(), "the tool or its hook gave null as its outcome");
    } catch (Throwable failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (!settled.get()) {
        LOG.warn("tool {} failed, call {}", plan.call().name(), plan.call().id(), failure);
      }
      return ToolOutcome.failed(plan.call().name() + " failed with an internal error.");
    }
  }

  private ToolOutcome hooked() throws Exception {
    ToolCall call = plan.toolCall();
    return switch (loop.hooks().before(call)) {
      case Hooks.Before.Proceed _ -> run(call);
      case Hooks.Before.Change(JsonObject input) -> runWith(input);
      case Hooks.Before.Veto(String words) -> ToolOutcome.failed(words);
      case Hooks.Before.Answer(ToolOutcome answer) -> loop.hooks().after(call, answer);
    };
  }

  private ToolOutcome runWith(JsonObject input) throws Exception {
    ToolUse changed = plan.call().withInput(new ToolInput.Parsed(input));
    return switch (loop.check().plan(changed)) {
      case CallPlan.Ready ready -> run(ready.toolCall());
      case CallPlan.Refused(_, String words) ->
          throw new IllegalArgumentException("a hook changed the input: " + words);
    };
  }

  private ToolOutcome run(ToolCall call) throws Exception {
    return loop.hooks().after(call, plan.tool().run(call));
  }

  private boolean settle(ToolOutcome result) {
    if (!settled.compareAndSet(false, true)) {
      return false;
    }
    outcome = result;
    finishedAt = loop.ticker().nanos();
    landed.accept(this);
    return true;
  }
}

package dev.toolwire.loop;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.MessageFold;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.tool.ToolTraits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Starts idempotent tools as soon as their input is complete, while the model still writes.
///
/// Only a call that would surely run starts early: its input is valid, it needs no approval, it is
/// not exclusive, its id is its own, and no limit is near. An inline tool would only hold up the
/// reading.
final class EarlyCalls {

  private final Run run;
  private final MessageFold fold;
  private final Set<ToolUseId> ids = new HashSet<>();
  private final Map<Integer, ToolName> candidates = new HashMap<>();
  private volatile Workbench bench;

  EarlyCalls(Run run, MessageFold fold) {
    this.run = run;
    this.fold = fold;
    this.bench = new Workbench(run.loop());
  }

  /// Where the calls run that have been started.
  Workbench bench() {
    return bench;
  }

  /// Takes note of an event that the fold has taken.
  void heard(StreamEvent event) {
    switch (event) {
      case StreamEvent.ToolUseStart start -> {
        if (ids.add(start.id()) && mayStartEarly(start.name())) {
          candidates.put(start.index(), start.name());
        }
      }
      case StreamEvent.WholeBlock(_, ToolUse call) -> ids.add(call.id());
      case StreamEvent.ContentBlockStop(int index) -> {
        if (candidates.remove(index) != null) {
          fold.block(index).ifPresent(block -> start((ToolUse) block));
        }
      }
      case StreamEvent.MessageStart _ -> beginAnew();
      case StreamEvent.WholeBlock _,
          StreamEvent.TextDelta _,
          StreamEvent.ToolInputDelta _,
          StreamEvent.ReasoningDelta _,
          StreamEvent.SignatureDelta _,
          StreamEvent.RedactedDelta _,
          StreamEvent.CitationDelta _,
          StreamEvent.MessageStop _,
          StreamEvent.Metadata _,
          StreamEvent.Ping _,
          StreamEvent.Unrecognized _ -> {}
    }
  }

  private boolean mayStartEarly(ToolName name) {
    return run.loop()
        .check()
        .find(name)
        .map(tool -> {
          ToolTraits traits = tool.traits();
          return traits.idempotent()
              && !traits.exclusive()
              && !traits.needsApproval()
              && !traits.inline();
        })
        .orElse(false);
  }

  private void start(ToolUse call) {
    if (run.budget().beforeCalls(run.state().spent(), ids.size()).isPresent()) {
      return;
    }
    if (run.loop().check().plan(call) instanceof CallPlan.Ready plan && bench.startNow(plan)) {
      run.emitRepairs(plan);
      run.emit(new LoopEvent.CallStarted(run.round(), plan.mendedCall()));
    }
  }

  /// A client that asks again may replay an answer from its start.
  private void beginAnew() {
    if (!ids.isEmpty()) {
      Workbench old = bench;
      bench = new Workbench(run.loop());
      old.abort();
      old.started().forEach(call -> run.emit(new LoopEvent.CallDropped(run.round(), call)));
      ids.clear();
      candidates.clear();
    }
  }
}

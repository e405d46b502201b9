package dev.toolwire.cli;

import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopEvent.CallFinished;
import dev.toolwire.loop.LoopEvent.ModelEvent;
import dev.toolwire.model.StreamEvent.ToolUseStart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Finished calls in the order in which the model wrote them. Calls run side by side, and a list
/// that is different each time is hard to read.
final class CallOrder {

  private final Deque<ToolUseId> written = new ArrayDeque<>();
  private final Map<ToolUseId, CallFinished> early = new HashMap<>();
  private final Consumer<CallFinished> sink;

  /// @param sink gets each call as soon as those before it have finished
  CallOrder(Consumer<CallFinished> sink) {
    this.sink = sink;
  }

  void accept(LoopEvent event) {
    switch (event) {
      case ModelEvent(_, var arrival) -> {
        if (arrival.event() instanceof ToolUseStart(_, var id, _, _)) {
          written.add(id);
        }
      }
      case CallFinished call -> finished(call);
      case LoopEvent.RoundStarted _, LoopEvent.Finished _ -> release();
      case LoopEvent.InputGrew _,
          LoopEvent.Silent _,
          LoopEvent.CallRescued _,
          LoopEvent.ReplyReceived _,
          LoopEvent.InputRepaired _,
          LoopEvent.CallStarted _,
          LoopEvent.CallDropped _,
          LoopEvent.ApprovalNeeded _ -> {}
    }
  }

  private void finished(CallFinished call) {
    if (!written.contains(call.call().id())) {
      sink.accept(call);
      return;
    }
    early.put(call.call().id(), call);
    while (!written.isEmpty() && early.containsKey(written.peek())) {
      sink.accept(early.remove(written.remove()));
    }
  }

  /// Nothing more comes of what the model wrote so far; calls that it wrote and that never finished
  /// hold up the others no longer.
  private void release() {
    written.stream().filter(early::containsKey).map(early::get).forEach(sink);
    written.clear();
    early.clear();
  }
}

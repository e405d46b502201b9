package dev.toolwire.cli;

import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.loop.Decision;
import dev.toolwire.loop.LoopState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The decisions about waiting calls that are said in options. What is said of one call counts more
/// than what is said of all; but only one thing may be said of each, since whoever declines a call
/// and approves it, too, has made a mistake that cannot be undone by running it.
final class SaidDecisions {

  /// What stands in place of an id for every call.
  private static final String ALL = "all";

  private final Map<String, Decision> said = new LinkedHashMap<>();

  /// @param id of a call, or `all`
  /// @throws IllegalArgumentException if something is said of it already
  void say(String option, String id, Decision decision) {
    if (said.putIfAbsent(id, decision) != null) {
      throw new IllegalArgumentException(
          "%s %s: another decision is said of %s already; say one"
              .formatted(option, id, id.equals(ALL) ? "all calls" : "this call"));
    }
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  /// One for each call that something is said of.
  ///
  /// @throws IllegalArgumentException if an id is none
  Map<ToolUseId, Decision> of(LoopState state) {
    Map<ToolUseId, Decision> decisions = new HashMap<>();
    said.forEach((id, decision) -> {
      if (!id.equals(ALL)) {
        decisions.put(new ToolUseId(id), decision);
      }
    });
    if (said.containsKey(ALL)) {
      var all = said.get(ALL);
      state.pending().awaiting().forEach(call -> decisions.putIfAbsent(call, all));
    }
    return decisions;
  }
}

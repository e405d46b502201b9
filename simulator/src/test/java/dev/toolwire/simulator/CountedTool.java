package dev.toolwire.simulator;

import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A tool with an effect that must not happen twice: it counts its runs, call by call.
record CountedTool(ToolSpec spec, ToolTraits traits, Work work, Map<ToolUseId, Integer> runs)
    implements Tool {

  /// What the tool does.
  @FunctionalInterface
  interface Work {
    ToolOutcome apply(JsonObject input) throws Exception;
  }

  static CountedTool of(Caller.TestTool tool) {
    Work work =
        input ->
            switch (tool.work().apply(input)) {
              case Caller.Works(JsonObject value) -> ToolOutcome.json(value);
              case Caller.Fails(String words) -> ToolOutcome.failed(words);
            };
    return new CountedTool(tool.spec(), ToolTraits.DEFAULTS, work, new ConcurrentHashMap<>());
  }

  /// This tool, whose runs are added to those in `sofar`.
  CountedTool counting(Map<ToolUseId, Integer> sofar) {
    return new CountedTool(spec, traits, work, sofar);
  }

  /// The same tool, by the same count, which does something else.
  CountedTool doing(Work other) {
    return new CountedTool(spec, traits, other, runs);
  }

  CountedTool withDeadline(Duration limit) {
    return new CountedTool(spec, traits.withDeadline(limit), work, runs);
  }

  @Override
  public ToolOutcome run(ToolCall call) throws Exception {
    runs.merge(call.id(), 1, Integer::sum);
    return work.apply(call.input());
  }
}

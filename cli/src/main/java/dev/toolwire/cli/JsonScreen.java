package dev.toolwire.cli;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopEvent.CallFinished;
import dev.toolwire.loop.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Shows a run to a program: one JSON document at its end, on one line; before it, if events are
/// wanted, one line of JSON for each.
final class JsonScreen implements Screen {

  private final PrintWriter out;
  private final boolean withEvents;
  private final Optional<EventTimes> times;
  private final String provider;
  private final List<CallFinished> calls = new ArrayList<>();
  private final CallOrder order = new CallOrder(calls::add);

  /// @param times what the line of each event begins with, if wanted: `at` and `elapsedMs`
  /// @param provider who answered, in words
  JsonScreen(PrintWriter out, boolean withEvents, Optional<EventTimes> times, String provider) {
    this.out = out;
    this.withEvents = withEvents;
    this.times = times;
    this.provider = provider;
  }

  @Override
  public void show(LoopEvent event) {
    order.accept(event);
    if (withEvents) {
      var stamped = JsonNodeFactory.instance.objectNode();
      times.ifPresent(known -> {
        long nanos = known.of(event);
        stamped.put("at", known.clock(nanos)).put("elapsedMs", millis(nanos));
      });
      out.println(stamped.setAll(EventJson.of(event)));
    }
  }

  @Override
  public void end(Outcome outcome) {
    out.println(document(outcome));
  }

  /// The document of a run that could not begin.
  static ObjectNode failed(String problem) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("outcome", "failed")
        .put("answer", "")
        .put("problem", problem);
  }

  private ObjectNode document(Outcome outcome) {
    var document = JsonNodeFactory.instance.objectNode();
    document.put("outcome", OutcomeWords.kind(outcome));
    document.put("answer", Screen.answer(outcome));
    var problem = OutcomeWords.problem(outcome);
    if (!problem.isEmpty()) {
      document.put("problem", problem);
    }
    document.put("model", outcome.state().request().model().value());
    document.put("provider", provider);
    var list = document.putArray("calls");
    calls.forEach(call -> list.add(call(call)));
    var waiting = outcome.state().pending().calls();
    if (!waiting.isEmpty()) {
      var array = document.putArray("waiting");
      waiting.forEach(call -> array.add(asked(call)));
    }
    document.put("rounds", outcome.rounds());
    document.set("usage", usage(outcome.usage()));
    document.put("elapsedMs", millis(outcome.elapsed().toNanos()));
    return document;
  }

  /// A call: input as the model wrote it, an object if it is one, else its text.
  static ObjectNode call(CallFinished event) {
    var call = JsonNodeFactory.instance.objectNode();
    call.put("id", event.call().id().value());
    call.put("name", event.call().name().value());
    call.set("input", input(event.call().input()));
    call.put("status", event.result().status().name().toLowerCase(Locale.ROOT));
    call.put("result", event.result().text());
    call.put("durationMs", millis(event.took().toNanos()));
    return call;
  }

  /// A call that nobody has answered yet.
  static ObjectNode asked(ToolUse call) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", call.id().value())
        .put("name", call.name().value())
        .set("input", input(call.input()));
  }

  static JsonNode input(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(var value) -> value.toNode();
      case ToolInput.Malformed(var text, _) -> JsonBinding.toTree(text);
      case ToolInput.Truncated(var text) -> JsonBinding.toTree(text);
    };
  }

  static ObjectNode usage(Usage usage) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("inputTokens", usage.inputTokens())
        .put("outputTokens", usage.outputTokens())
        .put("cacheReadInputTokens", usage.cacheReadInputTokens())
        .put("cacheWriteInputTokens", usage.cacheWriteInputTokens())
        .put("totalTokens", usage.totalTokens());
  }

  /// Milliseconds to the microsecond.
  static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }
}

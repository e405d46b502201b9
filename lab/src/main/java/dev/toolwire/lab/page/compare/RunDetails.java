package dev.toolwire.lab.page.compare;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.judge.CallRecord;
import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.judge.RoundRecord;
import dev.toolwire.lab.judge.TurnRecord;
import dev.toolwire.lab.stats.Cell;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Everything that a reader sees of the runs of one cell, by trial. Times are in milliseconds since
/// the first request of their turn.
final class RunDetails {

  private static final double NANOS_PER_MILLI = 1e6;

  private RunDetails() {}

  static ObjectNode of(Cell cell) {
    ObjectNode trials = JsonNodeFactory.instance.objectNode();
    cell.runs().forEach(run -> trials.set(String.valueOf(run.run().trial()), run(run)));
    return trials;
  }

  private static ObjectNode run(JudgedRun judged) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("began", judged.run().began().toString());
    node.put("prompted", judged.run().prompted());
    node.put("input", judged.run().usage().inputTokens());
    node.put("output", judged.run().usage().outputTokens());
    judged.run().cost().ifPresent(cost -> node.put("cost", cost.toPlainString()));
    ArrayNode reasons = node.putArray("reasons");
    judged.verdict().reasons().forEach(reason -> reasons.add(reason(reason)));
    ArrayNode turns = node.putArray("turns");
    judged.run().turns().forEach(turn -> turns.add(turn(turn)));
    return node;
  }

  private static ObjectNode reason(Reason reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("weight", reason.weight().name().toLowerCase(Locale.ROOT))
        .put("call", reason.call())
        .put("words", reason.words());
  }

  private static ObjectNode turn(TurnRecord turn) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("user", turn.user()).put("took", turn.took().toNanos() / NANOS_PER_MILLI);
    node.put("ending", turn.ending().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    node.put("words", turn.ending().words());
    ArrayNode rounds = node.putArray("rounds");
    turn.rounds().forEach(round -> rounds.add(round(round)));
    return node;
  }

  private static ObjectNode round(RoundRecord round) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("asked", round.asked().toNanos() / NANOS_PER_MILLI);
    node.put("first", round.firstEvent().toNanos() / NANOS_PER_MILLI);
    node.put("answered", round.answered().toNanos() / NANOS_PER_MILLI);
    node.put("text", round.text());
    ArrayNode calls = node.putArray("calls");
    round.calls().forEach(call -> calls.add(call(call)));
    return node;
  }

  private static ObjectNode call(CallRecord call) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", call.id()).put("tool", call.tool()).put("written", written(call.written()));
    call.input()
        .filter(_ -> !call.repairs().isEmpty())
        .ifPresent(input -> node.put("given", pretty(input)));
    ArrayNode repairs = node.putArray("repairs");
    call.repairs()
        .forEach(repair ->
            repairs
                .addObject()
                .put("what", repair.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .put("path", repair.path())
                .put("before", repair.before())
                .put("after", repair.after()));
    call.rescued()
        .ifPresent(from -> {
          node.put("rescued", from.format());
          from.repairs().forEach(node.putArray("mended")::add);
        });
    node.put("ran", !call.isRefused()).put("error", call.isError()).put("result", call.result());
    node.put("started", call.started().toNanos() / NANOS_PER_MILLI);
    return node.put("took", call.took().toNanos() / NANOS_PER_MILLI);
  }

  private static String written(ToolInput written) {
    return switch (written) {
      case ToolInput.Parsed(JsonObject value) -> pretty(value);
      case ToolInput.Malformed(String text, _) -> text;
      case ToolInput.Truncated(String text) -> text + "…";
    };
  }

  private static String pretty(JsonObject value) {
    return value.toNode().toPrettyString();
  }
}

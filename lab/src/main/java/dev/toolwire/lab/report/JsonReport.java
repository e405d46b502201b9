package dev.toolwire.lab.report;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.stats.Cell;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelPair;
import dev.toolwire.lab.stats.ModelSummary;
import dev.toolwire.lab.stats.PassPower;
import dev.toolwire.lab.stats.Proportion;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A comparison as one JSON document, for programs: `models`, `cells`, `pairs` and `runs`, of which
/// each has its reasons. Times are in seconds, money in the currency of the price list. What was
/// said word by word is in the folder that the runs were recorded into.
public final class JsonReport {

  private static final int VERSION = 1;

  private JsonReport() {}

  public static String of(Comparison comparison) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("version", VERSION);
    ArrayNode scenarios = report.putArray("scenarios");
    comparison
        .scenarios()
        .forEach(scenario ->
            scenarios.addObject().put("name", scenario.name()).put("about", scenario.about()));
    ArrayNode models = report.putArray("models");
    comparison.models().forEach(model -> model(model, models.addObject()));
    ArrayNode cells = report.putArray("cells");
    comparison.cells().forEach(cell -> cell(cell, cells.addObject()));
    ArrayNode pairs = report.putArray("pairs");
    comparison.pairs().forEach(pair -> pair(pair, pairs.addObject()));
    ArrayNode runs = report.putArray("runs");
    comparison.runs().forEach(run -> run(run, runs.addObject()));
    return JsonBinding.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
  }

  private static void model(ModelSummary model, ObjectNode out) {
    out.put("model", model.model()).put("prompted", model.prompted());
    out.put("standing", model.standing().toString());
    proportion(model.passed(), out.putObject("passed"));
    proportion(model.clean(), out.putObject("clean"));
    out.put("unjudged", model.unjudged());
    ArrayNode powers = out.putArray("passPowers");
    for (PassPower power : model.passPowers()) {
      powers.addObject().put("k", power.k()).put("value", power.value());
    }
    model
        .latency()
        .ifPresent(latency ->
            out.putObject("latency")
                .put("median", seconds(latency.median()))
                .put("p95", seconds(latency.p95())));
    out.put("rounds", model.rounds());
    usage(model.usage(), out);
    model.cost().ifPresent(cost -> out.put("cost", cost));
    proportion(model.firstTries(), out.putObject("validAtFirstTry"));
    proportion(model.rescued(), out.putObject("rescued"));
    proportion(model.repaired(), out.putObject("mended"));
    ObjectNode reasons = out.putObject("reasons");
    model.reasons().forEach((kind, count) -> reasons.put(word(kind), count));
  }

  private static void cell(Cell cell, ObjectNode out) {
    out.put("model", cell.model()).put("scenario", cell.scenario());
    proportion(cell.passed(), out.putObject("passed"));
  }

  private static void pair(ModelPair pair, ObjectNode out) {
    out.put("first", pair.first()).put("second", pair.second());
    out.put("both", pair.test().both()).put("onlyFirst", pair.test().onlyFirst());
    out.put("onlySecond", pair.test().onlySecond()).put("neither", pair.test().neither());
    out.put("pValue", pair.test().pValue());
    pair.test().pairsNeeded().ifPresent(needed -> out.put("pairsNeeded", needed));
  }

  private static void run(JudgedRun judged, ObjectNode out) {
    RunRecord run = judged.run();
    out.put("scenario", run.scenario()).put("model", run.model()).put("trial", run.trial());
    out.put("began", run.began().toString());
    out.put("grade", word(judged.verdict().grade()));
    ArrayNode reasons = out.putArray("reasons");
    judged.verdict().reasons().forEach(reason -> reason(reason, reasons.addObject()));
    out.put("rounds", run.rounds()).put("calls", run.calls().count());
    out.put("latency", seconds(run.latency()));
    usage(run.usage(), out);
    run.cost().ifPresent(cost -> out.put("cost", cost));
  }

  private static void reason(Reason reason, ObjectNode out) {
    out.put("kind", word(reason.kind())).put("weight", word(reason.weight()));
    out.put("turn", reason.turn()).put("round", reason.round());
    if (!reason.call().isEmpty()) {
      out.put("call", reason.call());
    }
    out.put("words", reason.words());
  }

  private static void proportion(Proportion share, ObjectNode out) {
    out.put("count", share.count()).put("of", share.of());
    out.put("low", share.low()).put("high", share.high());
  }

  private static void usage(Usage usage, ObjectNode out) {
    out.putObject("tokens").put("input", usage.inputTokens()).put("output", usage.outputTokens());
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

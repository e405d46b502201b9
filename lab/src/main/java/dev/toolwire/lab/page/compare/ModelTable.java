package dev.toolwire.lab.page.compare;

import static dev.toolwire.lab.page.Html.text;

import dev.toolwire.lab.page.Chart;
import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import dev.toolwire.lab.stats.PassPower;
import dev.toolwire.lab.stats.Proportion;
import dev.toolwire.lab.stats.Spread;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One line for each model: what to think of it, and the figures behind that.
final class ModelTable {

  private ModelTable() {}

  static Html content(Comparison comparison, ModelNames names) {
    return Html.all(table(comparison, names).html(), chart(comparison, names).html());
  }

  private static Table table(Comparison comparison, ModelNames names) {
    Table table =
        Table.captioned("Each model with its verdict", "Model", "Verdict")
            .figures(
                "Passed",
                "Flawless",
                "Valid calls",
                "Rescued",
                "Repaired",
                "Time (p95)",
                "Tokens",
                "Cost");
    for (ModelSummary model : comparison.models()) {
      table = table.row(row(model, names));
    }
    return table;
  }

  private static List<Html> row(ModelSummary model, ModelNames names) {
    return List.of(
        ComparePage.runs(names.of(model.model()), model.model(), ""),
        Words.standing(model.standing()),
        text(judged(model)),
        text(Words.ofAll(model.clean())),
        text(Words.percent(model.firstTries())),
        text(Words.percent(model.rescued())),
        text(Words.percent(model.repaired())),
        text(model.latency().map(ModelTable::time).orElse("–")),
        text(Figures.count(model.usage().totalTokens())),
        text(model.cost().map(cost -> String.format(Locale.ROOT, "$%.4f", cost)).orElse("–")));
  }

  private static String judged(ModelSummary model) {
    return Words.ofAll(model.passed())
        + (model.unjudged() == 0 ? "" : ", " + model.unjudged() + " unjudged");
  }

  private static String time(Spread spread) {
    return Words.time(spread.median()) + " (" + Words.time(spread.p95()) + ")";
  }

  static Chart chart(Comparison comparison, ModelNames names) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode models = data.putArray("models");
    Table table =
        Table.captioned("Runs that passed, and pass^k: that k runs of a scenario all pass", "Model")
            .figures("Passed", "95% interval (Wilson)", "pass^1", "pass^k", "k");
    for (ModelSummary model : comparison.models()) {
      Proportion passed = model.passed();
      models
          .addObject()
          .put("name", names.of(model.model()))
          .put("rate", passed.rate() * 100)
          .put("low", passed.low() * 100)
          .put("high", passed.high() * 100);
      table =
          table.row(
              names.of(model.model()),
              Words.percent(passed),
              Words.interval(passed),
              model.passPowers().stream().findFirst().map(ModelTable::power).orElse("–"),
              model.passPowers().isEmpty() ? "–" : power(model.passPowers().getLast()),
              String.valueOf(model.passPowers().size()));
    }
    return new Chart(
        "rates",
        "rates",
        "The share of runs that passed for each model, with its 95% interval.",
        "Runs that passed, with the 95% interval of the share",
        data,
        table);
  }

  private static String power(PassPower power) {
    return Figures.percent(power.value());
  }
}

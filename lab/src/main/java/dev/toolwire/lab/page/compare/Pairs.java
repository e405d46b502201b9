package dev.toolwire.lab.page.compare;

import static dev.toolwire.lab.page.Html.tag;
import static dev.toolwire.lab.page.Html.text;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelPair;
import dev.toolwire.lab.stats.PairedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Each two models by the trials that both played: whether the one is better, or was luckier.
final class Pairs {

  private Pairs() {}

  static Html content(Comparison comparison, ModelNames names) {
    Table table =
        Table.captioned("Each two models, by the trials that both played", "Models", "Difference")
            .figures("Trials", "Only the first passed", "Only the second", "p", "Trials needed");
    for (ModelPair pair : comparison.pairs()) {
      table = table.row(row(pair, names));
    }
    return Html.all(
        tag(
            "p",
            "McNemar’s exact test on paired trials. A difference counts as real below p = 0.05; the"
                + " last column is how many paired trials it would take to show a difference as"
                + " large as this one."),
        table.html());
  }

  private static List<Html> row(ModelPair pair, ModelNames names) {
    PairedTest test = pair.test();
    List<Html> row = new ArrayList<>();
    row.add(text(names.of(pair.first()) + " against " + names.of(pair.second())));
    row.add(
        test.isSignificant()
            ? tag(
                "strong",
                names.of(test.difference() > 0 ? pair.first() : pair.second()) + " is better")
            : text("not shown"));
    row.add(text(Figures.count(test.pairs())));
    row.add(text(Figures.count(test.onlyFirst())));
    row.add(text(Figures.count(test.onlySecond())));
    row.add(text(p(test.pValue())));
    row.add(
        text(
            test.pairsNeeded().isPresent()
                ? Figures.count(test.pairsNeeded().getAsLong())
                : "no difference"));
    return row;
  }

  private static String p(double value) {
    return value < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", value);
  }
}

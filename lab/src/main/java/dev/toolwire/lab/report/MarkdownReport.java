package dev.toolwire.lab.report;

import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.judge.Verdict.Grade;
import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import dev.toolwire.lab.stats.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A comparison as a comment on a pull request: the models in a table, and folded away below it
/// every run that did not pass cleanly.
public final class MarkdownReport {

  /// How many runs are told; a comment has its limits.
  public static final int MOST_RUNS = 200;

  private MarkdownReport() {}

  public static String of(Comparison comparison) {
    ModelNames names =
        ModelNames.of(comparison.models().stream().map(ModelSummary::model).toList());
    StringBuilder out = new StringBuilder();
    out.append("## ").append(title(comparison)).append("\n\n");
    models(comparison, out);
    Findings.of(comparison, names)
        .forEach(finding -> out.append('\n').append(text(finding)).append('\n'));
    runs(comparison, out);
    return out.toString();
  }

  private static String title(Comparison comparison) {
    String scenarios =
        comparison.scenarios().size() == 1
            ? comparison.scenarios().getFirst().name()
            : Figures.count(comparison.scenarios().size(), "scenario");
    return "%s, %s, %s"
        .formatted(
            Figures.count(comparison.models().size(), "model"),
            scenarios,
            Figures.count(comparison.runs().size(), "run"));
  }

  private static void models(Comparison comparison, StringBuilder out) {
    row(
        out,
        List.of(
            "model",
            "standing",
            "passed",
            "95%",
            "clean",
            "valid at first try",
            "rescued",
            "median",
            "p95",
            "tokens",
            "cost"));
    out.append("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (ModelSummary model : comparison.models()) {
      row(
          out,
          List.of(
              "`" + model.model() + "`",
              model.standing().toString(),
              Cells.of(model.passed()),
              Cells.interval(model.passed()),
              Cells.of(model.clean()),
              Cells.of(model.firstTries()),
              Cells.of(model.rescued()),
              model.latency().map(Spread::median).map(Cells::seconds).orElse(Cells.NONE),
              model.latency().map(Spread::p95).map(Cells::seconds).orElse(Cells.NONE),
              Cells.tokens(model.usage()),
              model.cost().map(Cells::money).orElse(Cells.NONE)));
    }
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static void runs(Comparison comparison, StringBuilder out) {
    List<JudgedRun> worth =
        comparison.runs().stream().filter(run -> !run.verdict().isClean()).toList();
    if (worth.isEmpty()) {
      return;
    }
    out.append("\n<details><summary>")
        .append(Figures.count(worth.size(), "run"))
        .append(" not passed cleanly</summary>\n\n");
    for (JudgedRun run : worth.subList(0, Math.min(MOST_RUNS, worth.size()))) {
      out.append("- **")
          .append(grade(run))
          .append("** `")
          .append(run.run().model())
          .append("`, ")
          .append(run.run().scenario())
          .append(", trial ")
          .append(run.run().trial())
          .append('\n');
      reasons(run).forEach(words -> out.append("  - ").append(text(words)).append('\n'));
    }
    if (worth.size() > MOST_RUNS) {
      out.append("- and ").append(worth.size() - MOST_RUNS).append(" more\n");
    }
    out.append("\n</details>\n");
  }

  private static String grade(JudgedRun run) {
    return run.verdict().grade() == Grade.PASSED
        ? "passed, with a flaw"
        : run.verdict().grade().name().toLowerCase(Locale.ROOT);
  }

  private static List<String> reasons(JudgedRun run) {
    List<String> words = new ArrayList<>();
    for (Reason reason : run.verdict().reasons()) {
      if (reason.weight() != Reason.Weight.NOTE || run.verdict().grade() == Grade.UNJUDGED) {
        words.add(reason.words());
      }
    }
    return words;
  }

  /// Text in which nothing means anything to Markdown, on one line.
  private static String text(String words) {
    return Cells.oneLine(words).replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
  }
}

package dev.toolwire.lab.report;

import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.judge.Reason.Weight;
import dev.toolwire.lab.judge.Verdict.Grade;
import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.stats.Cell;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import dev.toolwire.lab.stats.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A comparison for a terminal of 80 columns: what to think of each model, what it took, scenario
/// by scenario, and, if they are few enough to be read, run by run.
public final class TerminalReport {

  /// With more runs than these the single ones are not told.
  public static final int MOST_RUNS = 60;

  /// How many reasons of a run are told.
  private static final int MOST_REASONS = 3;

  private static final int INDENT = 6;

  private final Comparison comparison;
  private final ModelNames names;
  private final List<String> lines = new ArrayList<>();

  private TerminalReport(Comparison comparison) {
    this.comparison = comparison;
    this.names = ModelNames.of(comparison.models().stream().map(ModelSummary::model).toList());
  }

  /// The report, line by line, none longer than 80 columns.
  public static List<String> of(Comparison comparison) {
    TerminalReport report = new TerminalReport(comparison);
    report.standings();
    report.efforts();
    report.scenarios();
    report.runs();
    report.findings();
    return List.copyOf(report.lines);
  }

  private void standings() {
    Grid grid = new Grid("MODEL", "STANDING", "PASSED", "95%", "CLEAN", "pass^k");
    for (ModelSummary model : comparison.models()) {
      grid.row(
          names.of(model.model()),
          model.standing().toString(),
          Cells.of(model.passed()),
          Cells.interval(model.passed()),
          Cells.of(model.clean()),
          passPower(model));
    }
    lines.addAll(grid.lines());
  }

  /// The highest power that there are trials for.
  private static String passPower(ModelSummary model) {
    return model.passPowers().isEmpty()
        ? Cells.NONE
        : "%s (k=%d)"
            .formatted(
                Figures.percent(model.passPowers().getLast().value()),
                model.passPowers().getLast().k());
  }

  private void efforts() {
    boolean priced = comparison.models().stream().anyMatch(model -> model.cost().isPresent());
    List<String> heads =
        new ArrayList<>(
            List.of("MODEL", "1ST TRY", "RESCUED", "MENDED", "MEDIAN", "P95", "TOKENS"));
    if (priced) {
      heads.add("COST");
    }
    Grid grid = new Grid(heads.toArray(String[]::new));
    for (ModelSummary model : comparison.models()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  names.of(model.model()),
                  Cells.of(model.firstTries()),
                  Cells.of(model.rescued()),
                  Cells.of(model.repaired()),
                  model.latency().map(Spread::median).map(Cells::seconds).orElse(Cells.NONE),
                  model.latency().map(Spread::p95).map(Cells::seconds).orElse(Cells.NONE),
                  Cells.tokens(model.usage())));
      if (priced) {
        cells.add(model.cost().map(Cells::money).orElse(Cells.NONE));
      }
      grid.row(cells.toArray(String[]::new));
    }
    lines.add("");
    lines.addAll(grid.lines());
  }

  /// Models are columns here, by the beginnings of their names.
  private void scenarios() {
    if (comparison.scenarios().size() < 2) {
      return;
    }
    lines.add("");
    lines.addAll(new Matrix(comparison, names).lines());
  }

  private void runs() {
    List<JudgedRun> runs = comparison.runs();
    if (runs.isEmpty() || runs.size() > MOST_RUNS) {
      return;
    }
    for (Cell cell : comparison.cells()) {
      if (cell.runs().isEmpty()) {
        continue;
      }
      lines.add("");
      String scenario = comparison.scenarios().size() < 2 ? "" : ", " + cell.scenario();
      lines.add(Grid.cut(names.of(cell.model()) + scenario, Grid.PAGE));
      cell.runs().forEach(this::run);
    }
  }

  private void run(JudgedRun judged) {
    lines.add(
        "%4d  %s  %s, %s, %s"
            .formatted(
                judged.run().trial(),
                grade(judged),
                Figures.count(judged.run().rounds(), "round"),
                Figures.count(judged.run().calls().count(), "call"),
                Cells.seconds(judged.run().latency())));
    List<Reason> told =
        Stream.of(Weight.FAILURE, Weight.FLAW)
            .flatMap(weight -> judged.verdict().reasons(weight).stream())
            .toList();
    List<Reason> reasons =
        judged.verdict().grade() == Grade.UNJUDGED ? judged.verdict().reasons() : told;
    reasons.stream()
        .limit(MOST_REASONS)
        .forEach(reason -> lines.addAll(Grid.wrapped(reason.words(), INDENT)));
    if (reasons.size() > MOST_REASONS) {
      lines.add(" ".repeat(INDENT) + "and " + (reasons.size() - MOST_REASONS) + " more");
    }
  }

  private static String grade(JudgedRun judged) {
    return switch (judged.verdict().grade()) {
      case PASSED -> judged.verdict().isClean() ? "passed" : "flawed";
      case FAILED -> "failed";
      case UNJUDGED -> "broken";
    };
  }

  private void findings() {
    int unjudged = comparison.models().stream().mapToInt(ModelSummary::unjudged).sum();
    List<String> findings = new ArrayList<>(Findings.of(comparison, names));
    if (unjudged > 0) {
      findings.add(
          Figures.count(unjudged, "run")
              + " broke for reasons that are not the model's, and count for nothing.");
    }
    if (!findings.isEmpty()) {
      lines.add("");
      findings.forEach(finding -> lines.addAll(Grid.wrapped(finding, 0)));
    }
  }
}

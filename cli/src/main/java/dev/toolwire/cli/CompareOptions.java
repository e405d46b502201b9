package dev.toolwire.cli;

import dev.toolwire.lab.compare.Budget;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What may be said to `toolwire compare`.
final class CompareOptions {

  private static final int AT_ONCE = 8;
  private static final int AT_ONCE_PER_PROVIDER = 4;

  private final PositionalParamSpec scenarios =
      PositionalParamSpec.builder()
          .index("0..*")
          .arity("0..1")
          .type(String[].class)
          .paramLabel("SCENARIO")
          .description(
              "Files with scenarios, as docs/scenarios.md describes them, or names of scenarios"
                  + " that come with Toolwire, or all of these; peppers unless said.")
          .build();
  private final OptionSpec models =
      Options.several("MODEL", "-m", "--model")
          .description(
              "A model to compare, as provider:id; may be said several times. Unless said, those"
                  + " that the scenarios name. Providers: ${COMPLETION-CANDIDATES}.")
          .completionCandidates(ModelName.PROVIDERS)
          .build();
  private final OptionSpec trials =
      Options.number("-n", "--trials")
          .description(
              "How often each scenario is put to each model; unless said, as often as the scenario"
                  + " says, or 3 times to models that it does not name.")
          .build();
  private final OptionSpec seed = Options.seed();
  private final OptionSpec parallel = Options.parallel(AT_ONCE + " unless said.");
  private final OptionSpec perProvider =
      Options.number("--per-provider")
          .description(
              "How many of them ask the same provider; "
                  + AT_ONCE_PER_PROVIDER
                  + " unless said. The simulator has no such limit.")
          .build();
  private final OptionSpec record =
      path("DIR", "--record")
          .description(
              "Keep every finished run in this folder, with all that went over the wire, without"
                  + " secrets.")
          .build();
  private final OptionSpec resume =
      Options.flag("--resume")
          .description(
              "Go on with what --record has kept: do the runs that are missing, and judge all"
                  + " anew.")
          .build();
  private final OptionSpec replay =
      path("DIR", "--replay")
          .description(
              "Ask nobody: play what was recorded in this folder. A request that was not recorded"
                  + " is refused, with the difference.")
          .build();
  private final OptionSpec maxRequests =
      OptionSpec.builder("--max-requests")
          .type(Long.class)
          .paramLabel("N")
          .description("Begin no run after so many requests to models.")
          .build();
  private final OptionSpec maxTokens =
      OptionSpec.builder("--max-tokens")
          .type(Long.class)
          .paramLabel("N")
          .description("Begin no run after so many tokens, in and out.")
          .build();
  private final OptionSpec maxCost =
      OptionSpec.builder("--max-cost")
          .type(BigDecimal.class)
          .converters(Options.converter(CompareOptions::amount))
          .paramLabel("AMOUNT")
          .description("Begin no run after so much money, by the price list.")
          .build();
  private final OptionSpec prices =
      path("FILE", "--prices")
          .description(
              "What models cost, before what comes with Toolwire: a JSON file as docs/compare.md"
                  + " describes it.")
          .build();
  private final OptionSpec scripts =
      Options.several("FILE", "--script")
          .description(
              "A file with scripts for the simulator, asked before those that come with Toolwire;"
                  + " may be said several times.")
          .build();
  private final OptionSpec commands =
      Options.flag("--allow-commands")
          .description("Let scenarios run the commands of their tools on this machine.")
          .build();
  private final OptionSpec failUnder =
      Options.text("PERCENT", "--fail-under")
          .description("Fail (exit code 1) if fewer runs of any model pass, for builds.")
          .build();
  private final OptionSpec format =
      Word.option(ReportFormat.class, ReportFormat.TABLE, "-f", "--format")
          .paramLabel("FORMAT")
          .description(
              "How to print the report: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said.")
          .build();
  private final OptionSpec output =
      Options.several("FILE", "-o", "--output")
          .description(
              "Write the report into this file as well; its ending says how: .txt, .json, .xml"
                  + " (JUnit), .md or .html. May be said several times.")
          .build();
  private final OptionSpec maxRounds = Options.maxRounds();
  private final KnownModels known = new KnownModels();

  CommandSpec addTo(CommandSpec command) {
    command
        .usageMessage()
        .description(
            "Compare how well models use tools: put scenarios to them, several times each, and say"
                + " what they did. Without arguments, six scripted models count peppers.");
    command.addPositional(scenarios);
    var options =
        new ArrayList<>(
            List.of(
                models,
                trials,
                seed,
                parallel,
                perProvider,
                record,
                resume,
                replay,
                format,
                output));
    options.addAll(List.of(failUnder, maxRequests, maxTokens, maxCost, prices));
    options.addAll(List.of(maxRounds, scripts, commands, known.option()));
    options.forEach(command::addOption);
    return command;
  }

  private static OptionSpec.Builder path(String label, String name) {
    return OptionSpec.builder(name).type(Path.class).paramLabel(label);
  }

  List<String> scenarios() {
    return Options.all(scenarios);
  }

  List<String> models() {
    return Options.all(models);
  }

  /// @throws IllegalArgumentException if it is none
  OptionalInt trials() {
    int said = Options.atLeastOne(trials, 0);
    return said == 0 ? OptionalInt.empty() : OptionalInt.of(said);
  }

  long seed() {
    return seed.getValue();
  }

  /// @throws IllegalArgumentException if it is none
  int parallel() {
    return Options.atLeastOne(parallel, AT_ONCE);
  }

  /// @throws IllegalArgumentException if it is none
  int perProvider() {
    return Options.atLeastOne(perProvider, AT_ONCE_PER_PROVIDER);
  }

  Optional<Path> record() {
    return Options.said(record);
  }

  boolean resume() {
    return resume.getValue();
  }

  Optional<Path> replay() {
    return Options.said(replay);
  }

  /// @throws IllegalArgumentException if there is nothing in it
  Budget budget() {
    var budget = Budget.UNLIMITED;
    if (maxRequests.getValue() != null) {
      budget = budget.withRequests(maxRequests.<Long>getValue());
    }
    if (maxTokens.getValue() != null) {
      budget = budget.withTokens(maxTokens.<Long>getValue());
    }
    if (maxCost.getValue() != null) {
      budget = budget.withMoney(maxCost.<BigDecimal>getValue());
    }
    return budget;
  }

  private static BigDecimal amount(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("expected an amount such as 2.50, got '" + text + "'");
    }
  }

  Optional<Path> prices() {
    return Options.said(prices);
  }

  List<Path> scripts() {
    return Options.all(scripts).stream().map(Path::of).toList();
  }

  boolean allowsCommands() {
    return commands.getValue();
  }

  /// From 0 to 1.
  ///
  /// @throws IllegalArgumentException if it is no percentage
  OptionalDouble failUnder() {
    String said = failUnder.getValue();
    if (said == null) {
      return OptionalDouble.empty();
    }
    try {
      double percent = Double.parseDouble(said.strip().replaceFirst("\\s*%$", ""));
      if (percent >= 0 && percent <= 100) {
        return OptionalDouble.of(percent / 100);
      }
    } catch (NumberFormatException _) {
      // Told below, as any other number that does not do.
    }
    throw new IllegalArgumentException(
        "--fail-under is '" + said + "', expected a percentage from 0 to 100");
  }

  ReportFormat format() {
    return format.getValue();
  }

  List<Path> output() {
    return Options.all(output).stream().map(Path::of).toList();
  }

  int maxRounds() {
    return maxRounds.getValue();
  }

  KnownModels known() {
    return known;
  }
}

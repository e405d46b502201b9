package dev.toolwire.cli;

import dev.toolwire.lab.compare.Entrant;
import dev.toolwire.lab.compare.PlannedRun;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.scenario.Scenario.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is to be compared: which scenarios, which models, and every run of one by the other.
record ComparePlan(List<Scenario> scenarios, List<String> models, List<PlannedRun> runs) {

  /// The word for every scenario that comes with Toolwire.
  private static final String ALL = "all";

  /// How often a scenario is put to models that it does not name.
  private static final int TRIALS = 3;

  /// @param entrants gives the model of a name
  /// @throws IllegalArgumentException if there is no such scenario or model, or none at all
  /// @throws IOException if a file cannot be read
  static ComparePlan of(CompareOptions options, Function<String, Entrant> entrants)
      throws IOException {
    var scenarios = scenarios(options.scenarios());
    requirePermission(scenarios, options.allowsCommands());
    Map<String, Entrant> byName = new LinkedHashMap<>();
    List<PlannedRun> runs = new ArrayList<>();
    for (var scenario : scenarios) {
      for (var contender : contenders(scenario, options)) {
        var entrant = byName.computeIfAbsent(contender.model(), entrants);
        for (int trial = 1; trial <= contender.trials(); trial++) {
          runs.add(new PlannedRun(scenario, entrant, trial));
        }
      }
    }
    return new ComparePlan(
        scenarios, byName.values().stream().map(Entrant::name).distinct().toList(), runs);
  }

  /// One line, such as `16 runs: 6 models, 1 scenario`.
  @Override
  public String toString() {
    return "%s: %s, %s"
        .formatted(
            count(runs.size(), "run"),
            count(models.size(), "model"),
            count(scenarios.size(), "scenario"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static List<Contender> contenders(Scenario scenario, CompareOptions options) {
    var trials = options.trials();
    if (!options.models().isEmpty()) {
      return options.models().stream()
          .distinct()
          .map(model -> new Contender(model, trials.orElse(TRIALS)))
          .toList();
    }
    if (scenario.models().isEmpty()) {
      throw new IllegalArgumentException(
          "the scenario " + scenario.name() + " names no models; name some with --model");
    }
    return scenario.models().stream()
        .map(named -> new Contender(named.model(), trials.orElse(named.trials())))
        .toList();
  }

  private static List<Scenario> scenarios(List<String> names) throws IOException {
    if (names.isEmpty()) {
      return List.of(Scenario.builtIn().getFirst());
    }
    if (names.equals(List.of(ALL))) {
      return Scenario.builtIn();
    }
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (var name : names) {
      for (var scenario : scenarios(name)) {
        if (scenarios.put(scenario.name(), scenario) != null) {
          throw new IllegalArgumentException(
              "two scenarios are called " + scenario.name() + "; give one another name");
        }
      }
    }
    return List.copyOf(scenarios.values());
  }

  private static List<Scenario> scenarios(String name) throws IOException {
    var builtIn =
        Scenario.builtIn().stream().filter(scenario -> scenario.name().equals(name)).toList();
    if (!builtIn.isEmpty() && !Files.exists(Path.of(name))) {
      return builtIn;
    }
    if (!Files.exists(Path.of(name))) {
      throw new IllegalArgumentException(
          "there is no file '%s', and no scenario of that name; there are %s"
              .formatted(
                  name,
                  Scenario.builtIn().stream()
                      .map(Scenario::name)
                      .collect(Collectors.joining(", "))));
    }
    return NamedFile.read(Path.of(name), Scenario::read);
  }

  private static void requirePermission(List<Scenario> scenarios, boolean allowed) {
    for (var scenario : scenarios) {
      if (scenario.runsCommands() && !allowed) {
        throw new IllegalArgumentException(
            "tools of the scenario "
                + scenario.name()
                + " run commands on this machine; read it, and allow that with --allow-commands");
      }
    }
  }
}

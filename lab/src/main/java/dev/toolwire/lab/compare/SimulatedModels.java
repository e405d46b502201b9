package dev.toolwire.lab.compare;

import dev.toolwire.lab.campaign.Campaign.Lane;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Route;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.OpenAi;
import dev.toolwire.provider.Provider;
import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.wire.Headers;
import java.net.URI;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Scripted models as entrants: each run has a simulator of its own, in memory, on a clock of its
/// own, so that it gives the same times whatever the machine does. Trial n plays the n-th run of a
/// script, and begins anew where there are no more.
///
/// GPT models are asked over Chat, all others over Converse, as in life.
///
/// @param scripts what plays
/// @param catalogue what is known about the models that are played
public record SimulatedModels(List<Script> scripts, ModelCatalogue catalogue) {

  /// What stands in front of the id in their names.
  public static final String PROVIDER = "simulator";

  private static final URI NOWHERE = URI.create("http://simulator.invalid");
  private static final String KEY = "simulated";

  public SimulatedModels {
    scripts = List.copyOf(scripts);
  }

  /// The scripts that come with Toolwire.
  public static SimulatedModels builtIn() {
    return new SimulatedModels(Script.builtIn(), ModelCatalogue.builtIn());
  }

  /// The model of this id.
  ///
  /// @throws IllegalArgumentException if no script plays it
  public Entrant entrant(String id) {
    ModelId model = new ModelId(id);
    List<Integer> runs = List.copyOf(runs(model));
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(
          "no script plays simulator:"
              + id
              + "; there are scripts for "
              + scripts.stream().flatMap(script -> script.models().stream()).distinct().toList());
    }
    Route route = model.fits("gpt-*") ? Route.CHAT : Route.CONVERSE;
    return new Entrant(
        PROVIDER + ":" + id,
        model,
        provider(route).withCatalogue(catalogue),
        !catalogue.profile(model, route).tools(),
        new Lane(PROVIDER, Integer.MAX_VALUE),
        run -> line(runs.get((run.trial() - 1) % runs.size())));
  }

  private SortedSet<Integer> runs(ModelId model) {
    SortedSet<Integer> runs = new TreeSet<>();
    scripts.stream()
        .filter(script -> script.plays(model))
        .forEach(script -> runs.addAll(script.runs()));
    return runs;
  }

  private static Provider provider(Route route) {
    return route == Route.CHAT
        ? OpenAi.at(NOWHERE.resolve("/v1"), Headers.NONE)
        : Bedrock.at(new BedrockEndpoint(NOWHERE, "us-east-1")).withBearerKey(KEY).converse();
  }

  private Entrant.Wire line(int run) {
    Simulator simulator = Simulator.builder().scripts(scripts).run(run).recordingLimit(0).build();
    return new Entrant.Wire(simulator.transport(), simulator.ticker());
  }
}

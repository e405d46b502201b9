package dev.toolwire.lab.compare;

import dev.toolwire.lab.campaign.Campaign.Lane;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Ticker;
import dev.toolwire.model.TransportException;
import dev.toolwire.provider.Anthropic;
import dev.toolwire.provider.RetryPolicy;
import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Comparisons small enough to be read in a test.
final class Comparing {

  static final String ECHO =
      """
      scenario: echo
      tools: [CalculatorTool]
      models: [ { model: "simulator:echo-1", trials: 2 } ]
      user: What is 6 times 7?
      expect:
        calls: [ { tool: CalculatorTool, input: { expr: "6 * 7" } } ]
        answer: { number: 42 }
      """;

  private static final String SCRIPT =
      """
      model: echo-1
      pace: { first: 400ms, every: 10ms }
      runs:
        1:
          - when: { user: 6 times 7 }
            call: { tool: CalculatorTool, input: { expr: "6 * 7" } }
          - when: { results: CalculatorTool }
            say: It is ${CalculatorTool}.
        2:
          - when: { user: 6 times 7 }
            say: It is 43.
      """;

  private Comparing() {}

  static Scenario echo() {
    return Scenario.read("echo.yaml", ECHO).getFirst();
  }

  static SimulatedModels models() {
    return new SimulatedModels(Script.read("echo-1.yaml", SCRIPT), ModelCatalogue.builtIn());
  }

  static List<PlannedRun> plan(Entrant entrant, int trials) {
    return IntStream.rangeClosed(1, trials)
        .mapToObj(trial -> new PlannedRun(echo(), entrant, trial))
        .toList();
  }

  /// A live model, as far as anybody can tell: `anthropic:echo-1` behind `transport`.
  static Entrant live(Transport transport) {
    return new Entrant(
        "anthropic:echo-1",
        new ModelId("echo-1"),
        Anthropic.fromEnvironment(
                Map.of(
                    "ANTHROPIC_BASE_URL", "http://127.0.0.1:1", "ANTHROPIC_API_KEY", "sk-secret"))
            .withRetries(RetryPolicy.NEVER),
        false,
        new Lane("anthropic", 2),
        _ -> new Entrant.Wire(transport, Ticker.SYSTEM));
  }

  /// A network that only fails.
  static Transport broken(String why) {
    return _ ->
        new Exchange() {
          @Override
          public Read read(Duration patience) {
            throw new TransportException(why);
          }

          @Override
          public void close() {}
        };
  }

  static Simulator simulator() {
    return Simulator.builder().scripts(Script.read("echo-1.yaml", SCRIPT)).build();
  }
}

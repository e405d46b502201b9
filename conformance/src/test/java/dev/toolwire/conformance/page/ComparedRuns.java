package dev.toolwire.conformance.page;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.judge.CallRecord;
import dev.toolwire.lab.judge.Ending;
import dev.toolwire.lab.judge.RoundRecord;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.TurnRecord;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Comparisons written by hand: three models, of which one does well, one writes its calls into its
/// text, and one gives up and says what no page should run.
final class ComparedRuns {

  static final String GOOD = "simulator:gpt-4o";
  static final String FLAKY = "simulator:mistral.mistral-large-2402-v1:0";
  static final String HOSTILE = "simulator:cohere.command-r-plus-v1:0";

  /// Breaks out of a document that takes text for markup, by several ways.
  static final String ATTACK =
      "</script></pre><img src=x"
          + " onerror=\"document.title='broken'\"><script>document.title='broken'</script><!--"
          + " \u2028 \u202Emirror {{constructor.constructor('x')()}}";

  private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");

  private ComparedRuns() {}

  /// So many scenarios and trials of each model.
  static Comparison comparison(List<String> models, int scenarios, int trials) {
    List<Scenario> played =
        IntStream.rangeClosed(1, scenarios)
            .mapToObj(number -> "peppers-" + number)
            .flatMap(name -> Scenario.read(name, yaml(name)).stream())
            .toList();
    List<RunRecord> runs = new ArrayList<>();
    for (Scenario scenario : played) {
      for (String model : models) {
        for (int trial = 1; trial <= trials; trial++) {
          runs.add(run(scenario, model, trial));
        }
      }
    }
    return Comparison.of(played, models, runs);
  }

  private static String yaml(String name) {
    return """
    scenario: %s
    about: counts letters in a phrase and says how many there are
    system: You count with the tools that you have, and never in your head.
    tools: [CountLettersTool]
    user: How many Ps are there in "pickled peppers"?
    expect:
      calls:
        - tool: CountLettersTool
          input: { word: pickled peppers, letter: { one_of: [P, p] } }
      answer: { number: 4 }
    """
        .formatted(name);
  }

  private static RunRecord run(Scenario scenario, String model, int trial) {
    String user = scenario.turns().getFirst().user();
    TurnRecord turn =
        switch (model) {
          case FLAKY -> trial % 2 == 0 ? rescued(user) : repaired(user);
          case HOSTILE -> attack(user);
          default -> good(user);
        };
    return new RunRecord(
        scenario.name(), model, trial, false, BEGAN, List.of(turn), Optional.empty());
  }

  private static TurnRecord good(String user) {
    Call call = call("{\"word\":\"pickled peppers\",\"letter\":\"P\"}").result("4");
    // Longer than its turn, as where the model's clock is virtual and the tool's is not.
    call.took = Duration.ofSeconds(9);
    return turn(user, round(0, "", call), round(900, "There are 4 Ps, all of them pickled."));
  }

  private static TurnRecord rescued(String user) {
    Call call = call("{\"word\":\"pickled peppers\",\"letter\":\"p\"}").result("4");
    call.rescued = Optional.of(new Provenance("omitempty", "likely", List.of("missing_quote")));
    return turn(user, round(0, "Let me count.", call), round(1_400, "It is 4."));
  }

  private static TurnRecord repaired(String user) {
    Call call = call("{\"word\":\"pickled peppers\",\"letter\":\"p\",}").result("4");
    call.repairs = List.of(new InputChange("", InputChange.Kind.TRAILING_COMMA, ",}", "}"));
    return turn(user, round(0, "", call), round(1_100, "I counted 4."));
  }

  private static TurnRecord attack(String user) {
    Call call = call("{\"word\":" + JsonBinding.toTree(ATTACK) + "}");
    call.isError = true;
    return turn(
        user, round(0, ATTACK, call.result("letter is missing. " + ATTACK)), round(800, ATTACK));
  }

  private static TurnRecord turn(String user, RoundRecord... rounds) {
    Duration took = rounds[rounds.length - 1].answered();
    return new TurnRecord(user, List.of(rounds), Ending.ANSWERED, new Usage(310, 42), took);
  }

  private static RoundRecord round(long asked, String text, Call... calls) {
    List<CallRecord> made = new ArrayList<>();
    for (Call call : calls) {
      made.add(call.made(asked + 620));
    }
    return new RoundRecord(
        Duration.ofMillis(asked),
        Duration.ofMillis(asked + 240),
        Duration.ofMillis(asked + 610),
        text,
        made);
  }

  private static Call call(String input) {
    return new Call(input);
  }

  private static final class Call {
    private final ToolInput written;
    private final String input;
    private Optional<Provenance> rescued = Optional.empty();
    private List<InputChange> repairs = List.of();
    private boolean isError;
    private String result = "";
    private Duration took = Duration.ofMillis(35);

    Call(String input) {
      this.input = input;
      this.written = ToolInput.of(input);
    }

    Call result(String text) {
      result = text;
      return this;
    }

    CallRecord made(long started) {
      Optional<JsonObject> given =
          isError ? Optional.empty() : Optional.of(JsonObject.parse(input.replace(",}", "}")));
      return new CallRecord(
          "call-" + started,
          "CountLettersTool",
          written,
          given,
          repairs,
          rescued,
          isError,
          result,
          Duration.ofMillis(started),
          isError ? Duration.ZERO : took);
    }
  }
}

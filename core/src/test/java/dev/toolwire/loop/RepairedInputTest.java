package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.InputChange;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolTraits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairedInputTest extends LoopTest {

  private static final JsonObject NUMBER = JsonObject.of("n", 5);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void repairedInputIsWhatRunsAndWhatTheConversationSays(boolean idempotent) {
    FakeTool tool =
        FakeTool.counting(
            "count", idempotent ? ToolTraits.DEFAULTS.asIdempotent() : ToolTraits.DEFAULTS);
    ToolUse asked = call("c", "count", "n", "5");
    model.then(calls(asked)).then(says("Done"));

    List<LoopEvent> events;
    Outcome outcome;
    try (Run run = loop(tool).start(question)) {
      events = drain(run);
      outcome = run.outcome();
    }

    assertThat(tool.ran().getFirst().input()).isEqualTo(NUMBER);
    assertThat(outcome.conversation().messages().get(1).toolUses())
        .containsExactly(asked.withInput(new ToolInput.Parsed(NUMBER)));
    assertThat(only(LoopEvent.InputRepaired.class, events))
        .singleElement()
        .satisfies(repair -> {
          assertThat(repair.call()).isEqualTo(asked);
          assertThat(repair.input()).isEqualTo(NUMBER);
          assertThat(repair.repairs())
              .extracting(InputChange::kind)
              .containsExactly(InputChange.Kind.UNQUOTED);
        });
  }

  @Test
  void personIsAskedAboutTheInputThatWouldRun() {
    FakeTool tool = FakeTool.counting("count", ToolTraits.DEFAULTS.withApproval());
    model.then(calls(call("c", "count", "n", "5")));

    Outcome outcome = loop(tool).run(question);

    assertThat(outcome.state().pending().calls()).containsExactly(call("c", "count", "n", 5));
  }

  @Test
  void inputThatDoesNotFitIsAnErrorResultAndTheToolDoesNotRun() {
    FakeTool tool = FakeTool.counting("count", ToolTraits.DEFAULTS.asIdempotent());
    model.then(calls(call("c", "count", "n", "many"))).then(says("Sorry"));

    Outcome outcome = loop(tool).run(question);

    assertThat(tool.ran()).isEmpty();
    assertThat(results(outcome).getFirst().status()).isEqualTo(ToolResult.Status.ERROR);
    assertThat(words(results(outcome).getFirst())).contains("count", "n");
  }

  @Test
  void hookMayNotChangeAnInputIntoOneThatDoesNotFit() {
    FakeTool tool = FakeTool.counting("count", ToolTraits.DEFAULTS);
    Hooks breaking =
        new Hooks() {
          @Override
          public Before before(ToolCall call) {
            return new Before.Change(JsonObject.EMPTY);
          }
        };
    model.then(calls(call("c", "count", "n", 5))).then(says("Sorry"));

    Outcome outcome = loop(tool).hooks(breaking).run(question);

    assertThat(tool.ran()).isEmpty();
    assertThat(words(results(outcome).getFirst()))
        .isEqualTo("count failed with an internal error.");
  }
}

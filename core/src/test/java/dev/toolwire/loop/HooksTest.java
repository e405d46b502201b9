package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HooksTest extends LoopTest {

  private final FakeTool echo = FakeTool.echo("echo");

  private static Hooks before(Function<ToolCall, Hooks.Before> decide) {
    return new Hooks() {
      @Override
      public Before before(ToolCall call) {
        return decide.apply(call);
      }
    };
  }

  private Outcome outcome(Hooks hooks) {
    model.then(calls(call("a", "echo", "n", 1))).then(says("Done"));
    return loop(echo).hooks(hooks).run(question);
  }

  @Test
  void hookChangesTheInputAndTheModelDoesNotSeeIt() {
    Outcome outcome =
        outcome(before(call -> new Hooks.Before.Change(call.input().with("user", "u1"))));

    assertThat(echo.ran().getFirst().input().text("user")).contains("u1");
    assertThat(outcome.conversation().messages().get(1).toolUses().getFirst().input())
        .isEqualTo(new ToolInput.Parsed(JsonObject.of("n", 1)));
  }

  @Test
  void hookVetoesWithWords() {
    Outcome outcome = outcome(before(call -> new Hooks.Before.Veto("not on Sundays")));

    assertThat(echo.ran()).isEmpty();
    assertThat(results(outcome).getFirst().status()).isEqualTo(ToolResult.Status.ERROR);
    assertThat(words(results(outcome).getFirst())).isEqualTo("not on Sundays");
  }

  @Test
  void vetoWithoutWordsIsAnErrorAllTheSame() {
    Outcome outcome = outcome(before(call -> new Hooks.Before.Veto(" ")));

    assertThat(echo.ran()).isEmpty();
    assertThat(words(results(outcome).getFirst())).isEqualTo("echo failed with an internal error.");
  }

  @Test
  void hookAnswersInPlaceOfTheTool() {
    Outcome outcome = outcome(before(call -> new Hooks.Before.Answer(ToolOutcome.text("cached"))));

    assertThat(echo.ran()).isEmpty();
    assertThat(words(results(outcome).getFirst())).isEqualTo("cached");
  }

  @Test
  void hookChangesTheResult() {
    Outcome outcome =
        outcome(
            new Hooks() {
              @Override
              public ToolOutcome after(ToolCall call, ToolOutcome outcome) {
                return ToolOutcome.text("redacted");
              }
            });

    assertThat(echo.ran()).hasSize(1);
    assertThat(words(results(outcome).getFirst())).isEqualTo("redacted");
  }

  @Test
  void hookThatThrowsMakesTheCallFailWithoutItsText() {
    Outcome outcome =
        outcome(
            before(call -> {
              throw new IllegalStateException("password=hunter2");
            }));

    assertThat(echo.ran()).isEmpty();
    assertThat(words(results(outcome).getFirst())).isEqualTo("echo failed with an internal error.");
  }
}

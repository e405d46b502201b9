package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApprovalTest extends LoopTest {

  private static final ToolUseId PAY = new ToolUseId("p");
  private static final ToolUseId PAY_MORE = new ToolUseId("q");

  private final FakeTool pay =
      new FakeTool("pay", ToolTraits.DEFAULTS.withApproval(), call -> ToolOutcome.text("paid"));
  private final FakeTool echo = FakeTool.echo("echo");
  private final FakeTool look =
      new FakeTool("look", ToolTraits.DEFAULTS.asIdempotent(), call -> ToolOutcome.text("seen"));

  @Test
  void runPausesBeforeAnythingOfTheTurnRuns() {
    model.then(calls(call("e", "echo"), call("p", "pay", "sum", 5)));

    List<LoopEvent> events;
    Outcome outcome;
    try (Run run = loop(pay, echo).start(question)) {
      events = drain(run);
      outcome = run.outcome();
    }

    assertThat(outcome).isInstanceOf(Outcome.Paused.class);
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
    assertThat(only(LoopEvent.ApprovalNeeded.class, events))
        .extracting(event -> event.call().id())
        .containsExactly(PAY);
    assertThat(outcome.state().pending().calls()).containsExactly(call("p", "pay", "sum", 5));
    assertThat(pay.ran()).isEmpty();
    assertThat(echo.ran()).isEmpty();
  }

  @Test
  void approvedRunGoesOnInAnotherProcess() {
    model.then(calls(call("e", "echo"), call("p", "pay", "sum", 5))).then(says("Done"));
    String json = loop(pay, echo).run(question).state().toJson();

    Outcome outcome = resume(json, Map.of(PAY, Decision.APPROVE));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(outcome.rounds()).isEqualTo(2);
    assertThat(outcome.calls()).isEqualTo(2);
    assertThat(outcome.usage().totalTokens()).isEqualTo(30);
    assertThat(results(outcome)).extracting(ToolResult::id).contains(PAY);
    assertThat(pay.ran()).hasSize(1);
    assertThat(echo.ran()).hasSize(1);
  }

  private Outcome resume(String json, Map<ToolUseId, Decision> decisions) {
    try (Run run = loop(pay, echo, look).resume(LoopState.fromJson(json), decisions)) {
      return run.outcome();
    }
  }

  @Test
  void declinedCallLeavesTheOthersAndAValidConversation() {
    model.then(calls(call("p", "pay", "sum", 5), call("q", "pay", "sum", 500))).then(says("Done"));
    String json = loop(pay).run(question).state().toJson();

    Outcome outcome =
        resume(json, Map.of(PAY, Decision.APPROVE, PAY_MORE, new Decision.Decline("too much")));

    assertThat(results(outcome))
        .extracting(ToolResult::status)
        .containsExactly(ToolResult.Status.SUCCESS, ToolResult.Status.ERROR);
    assertThat(words(results(outcome).getLast())).isEqualTo("too much");
    assertThat(pay.ran()).extracting(ToolCall::id).containsExactly(PAY);
  }

  @Test
  void editedInputIsWhatRunsAndWhatTheConversationSays() {
    model.then(calls(call("p", "pay", "sum", 500))).then(says("Done"));
    String json = loop(pay).run(question).state().toJson();

    Outcome outcome = resume(json, Map.of(PAY, new Decision.Edit(JsonObject.of("sum", 5))));

    assertThat(pay.ran().getFirst().input()).isEqualTo(JsonObject.of("sum", 5));
    ToolUse said = outcome.conversation().messages().get(1).toolUses().getFirst();
    assertThat(said.input()).isEqualTo(new ToolInput.Parsed(JsonObject.of("sum", 5)));
  }

  @Test
  void whatAnIdempotentToolFoundBeforeThePauseIsKept() {
    model.then(calls(call("l", "look"), call("p", "pay"))).then(says("Done"));
    String json = loop(pay, look).run(question).state().toJson();

    assertThat(look.ran()).hasSize(1);
    assertThat(LoopState.fromJson(json).pending().finished()).hasSize(1);

    Outcome outcome = resume(json, Map.of(PAY, Decision.APPROVE));

    assertThat(results(outcome)).hasSize(2);
    assertThat(look.ran()).hasSize(1);
  }

  @Test
  void everyCallThatWaitsNeedsItsDecision() {
    model.then(calls(call("p", "pay"), call("q", "pay")));
    LoopState paused = loop(pay).run(question).state();
    Map<ToolUseId, Decision> oneOnly = Map.of(PAY, Decision.APPROVE);

    assertThatThrownBy(() -> loop(pay).resume(paused, oneOnly))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("decisions are needed for the calls [p, q], these are for [p]");
  }

  @Test
  void editThatDoesNotFitTheToolIsRefusedBeforeAnythingRuns() {
    FakeTool count = FakeTool.counting("count", ToolTraits.DEFAULTS.withApproval());
    model.then(calls(call("p", "count", "n", 5)));
    LoopState paused = loop(count).run(question).state();
    Map<ToolUseId, Decision> edit = Map.of(PAY, new Decision.Edit(JsonObject.EMPTY));

    assertThatThrownBy(() -> loop(count).resume(paused, edit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the edited input of p: ");
    assertThat(count.ran()).isEmpty();
  }

  @Test
  void runThatIsCancelledAfterItsPauseCanBeResumedStill() {
    model.then(calls(call("p", "pay"))).then(says("Done"));
    LoopState paused = loop(pay).run(question).state();

    Run resumed = loop(pay).resume(paused, Map.of(PAY, Decision.APPROVE));
    resumed.close();
    Outcome cancelled = resumed.outcome();

    assertThat(cancelled).isInstanceOf(Outcome.Cancelled.class);
    assertThat(cancelled.state().pending()).isEqualTo(paused.pending());
    assertThat(pay.ran()).isEmpty();
  }
}

package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.tool.ToolOutcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolLoopTest extends LoopTest {

  @Test
  void answerWithoutCallsEndsTheRun() {
    model.then(says("Elemental Hotel"));

    Outcome outcome = loop().run(question);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(((Outcome.Answered) outcome).text()).isEqualTo("Elemental Hotel");
    assertThat(outcome.conversation())
        .isEqualTo(question.conversation().with(Message.assistant("Elemental Hotel")));
    assertThat(outcome.rounds()).isEqualTo(1);
    assertThat(outcome.usage()).isEqualTo(TOKENS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void callsAreRunAndTheirResultsGoBack(boolean streaming) {
    ToolUse call = call("c1", "echo", "sign", "WZPZ");
    model.then(calls(new Text("Let me look."), call)).then(says("There it is."));

    Outcome outcome = loop(FakeTool.echo("echo")).run(question.withStreaming(streaming));

    assertThat(outcome.conversation().messages())
        .containsExactly(
            Message.user("Which song?"),
            new Message(Role.ASSISTANT, List.of(new Text("Let me look."), call)),
            new Message(
                Role.USER, List.of(ToolResult.success(call.id(), new Text("{\"sign\":\"WZPZ\"}")))),
            Message.assistant("There it is."));
    assertThat(outcome.rounds()).isEqualTo(2);
    assertThat(outcome.calls()).isEqualTo(1);
    assertThat(model.requests())
        .allSatisfy(request -> {
          assertThat(request.streaming()).isEqualTo(streaming);
          assertThat(request.tools()).hasSize(1);
        });
    assertThat(model.openStreams()).isZero();
  }

  @Test
  void whatWasKeptOfTheConversationIsForgottenAtTheEnd() {
    question.conversation().memo().keep("the last request");
    model.then(says("Done"));

    Outcome outcome = loop().run(question);

    assertThat(outcome.conversation().memo().recall(Object.class)).isEmpty();
  }

  @Test
  void eventsTellTheStoryInOrder() {
    model.then(calls(call("c1", "echo"))).then(says("Done"));

    List<LoopEvent> events;
    try (Run run = loop(FakeTool.echo("echo")).start(question)) {
      events = drain(run);
    }

    assertThat(events.stream().map(event -> event.getClass().getSimpleName()))
        .containsExactly(
            "RoundStarted",
            "ModelEvent",
            "ModelEvent",
            "ModelEvent",
            "ModelEvent",
            "ModelEvent",
            "ModelEvent",
            "ReplyReceived",
            "CallStarted",
            "CallFinished",
            "RoundStarted",
            "ModelEvent",
            "ModelEvent",
            "ModelEvent",
            "ModelEvent",
            "ModelEvent",
            "ReplyReceived",
            "Finished");
  }

  @Test
  void outcomeDrainsWhatWasNotPulled() {
    model.then(calls(call("c1", "echo"))).then(says("Done"));

    try (Run run = loop(FakeTool.echo("echo")).start(question)) {
      assertThat(run.iterator().next()).isInstanceOf(LoopEvent.RoundStarted.class);
      assertThat(run.outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(run.iterator().hasNext()).isFalse();
    }
  }

  @Test
  void callsOfOneTurnRunTogetherAndTheirResultsStandInCallOrder() {
    CountDownLatch second = new CountDownLatch(1);
    FakeTool first =
        new FakeTool(
            "first",
            call -> {
              second.await();
              return ToolOutcome.text("1");
            });
    FakeTool other =
        new FakeTool(
            "second",
            call -> {
              second.countDown();
              return ToolOutcome.text("2");
            });
    model.then(calls(call("a", "first"), call("b", "second"))).then(says("Done"));

    List<LoopEvent> events;
    Outcome outcome;
    try (Run run = loop(first, other).start(question)) {
      events = drain(run);
      outcome = run.outcome();
    }

    assertThat(only(LoopEvent.CallStarted.class, events)).hasSize(2);
    assertThat(results(outcome))
        .extracting(result -> result.id().value())
        .containsExactly("a", "b");
  }

  @Test
  void unknownToolIsAnErrorResultThatNamesTheTools() {
    model.then(calls(call("c", "top_sing"))).then(says("Sorry"));

    Outcome outcome = loop(FakeTool.echo("top_song")).run(question);

    assertThat(words(results(outcome).getFirst()))
        .isEqualTo("There is no tool called \"top_sing\". The tools are: [top_song].");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void malformedInputIsAnErrorResultAndTheToolDoesNotRun() {
    FakeTool tool = FakeTool.echo("echo");
    ToolUse call =
        new ToolUse(
            new ToolUseId("c"), new ToolName("echo"), new ToolInput.Malformed("[[", "no object"));
    model.then(calls(call)).then(says("Sorry"));

    Outcome outcome = loop(tool).run(question);

    assertThat(results(outcome).getFirst().status()).isEqualTo(ToolResult.Status.ERROR);
    assertThat(tool.ran()).isEmpty();
  }

  @Test
  void exceptionIsAnErrorResultThatDoesNotShowItsText() {
    FakeTool tool =
        new FakeTool(
            "broken",
            call -> {
              throw new IllegalStateException("password=hunter2");
            });
    model.then(calls(call("c", "broken"))).then(says("Sorry"));

    Outcome outcome = loop(tool).run(question);

    assertThat(results(outcome))
        .containsExactly(
            ToolResult.error(new ToolUseId("c"), "broken failed with an internal error."));
  }

  @Test
  void toolCanSayItselfWhatWentWrong() {
    FakeTool retry = new FakeTool("retry", call -> ToolOutcome.retry("use capitals"));
    FakeTool failed = new FakeTool("failed", call -> ToolOutcome.failed("no such station"));
    model.then(calls(call("a", "retry"), call("b", "failed"))).then(says("Sorry"));

    Outcome outcome = loop(retry, failed).run(question);

    assertThat(results(outcome))
        .containsExactly(
            ToolResult.error(new ToolUseId("a"), "use capitals"),
            ToolResult.error(new ToolUseId("b"), "no such station"));
  }

  @Test
  void callsThatShareAnIdGetTheirOwn() {
    FakeTool tool = FakeTool.echo("echo");
    model.then(calls(call("c", "echo", "n", 1), call("c", "echo", "n", 2))).then(says("Done"));

    Outcome outcome = loop(tool).run(question);

    assertThat(results(outcome))
        .extracting(result -> result.id().value())
        .containsExactly("c", "c-2");
    assertThat(tool.ran()).hasSize(2);
  }

  @Test
  void blankTextIsLeftOut() {
    ToolUse call = call("c", "echo");
    model.then(calls(new Text("\n"), call)).then(says("Done"));

    Outcome outcome = loop(FakeTool.echo("echo")).run(question);

    assertThat(outcome.conversation().messages().get(1).content()).containsExactly(call);
  }

  @Test
  void callsDecideAndNotTheStopReason() {
    model
        .then(new Reply(List.of(call("c", "echo")), StopReason.Known.END_TURN, TOKENS))
        .then(new Reply(List.of(new Text("Done")), StopReason.Known.TOOL_USE, TOKENS));

    Outcome outcome = loop(FakeTool.echo("echo")).run(question);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(outcome.calls()).isEqualTo(1);
  }

  @Test
  void emptyAnswerIsAnAnswer() {
    model.then(new Reply(List.of(), StopReason.Known.END_TURN, TOKENS));

    Outcome outcome = loop().run(question);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
  }

  @ParameterizedTest
  @EnumSource(
      value = StopReason.Known.class,
      names = {
        "MAX_TOKENS",
        "MODEL_CONTEXT_WINDOW_EXCEEDED",
        "REFUSAL",
        "GUARDRAIL_INTERVENED",
        "CONTENT_FILTERED",
        "MALFORMED_TOOL_USE",
        "MALFORMED_MODEL_OUTPUT",
        "PAUSE_TURN"
      })
  void otherStopReasonsStopTheRunAndKeepWhatWasSaid(StopReason.Known reason) {
    Reply reply = new Reply(List.of(new Text("The most pop")), reason, TOKENS);
    model.then(reply);

    Outcome outcome = loop().run(question);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Stopped.class,
            stopped -> {
              assertThat(stopped.reason()).isEqualTo(reason);
              assertThat(stopped.reply()).isEqualTo(reply);
            });
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
  }

  @Test
  void cutInputStopsTheRunAndNothingOfTheAnswerRuns() {
    FakeTool tool = FakeTool.echo("echo");
    model.then(cutAnswer());

    Outcome outcome = loop(tool).run(question);

    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    assertThat(tool.ran()).isEmpty();
  }

  @Test
  void cutInputIsAskedForOnceMoreIfThePolicySaysSo() {
    FakeTool tool = FakeTool.echo("echo");
    model.then(cutAnswer()).then(cutAnswer());

    Outcome outcome = loop(tool).onCutInput(CutInput.ASK_AGAIN).run(question);

    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    assertThat(outcome.rounds()).isEqualTo(2);
    assertThat(results(outcome).getLast().status()).isEqualTo(ToolResult.Status.ERROR);
    assertThat(tool.ran()).hasSize(1);
  }

  @Test
  void forcedChoiceOfWhatTheLoopDoesNotHaveIsRefused() {
    ModelRequest any = question.withToolChoice(ToolChoice.ANY);
    ModelRequest named = question.withToolChoice(new ToolChoice.Named(new ToolName("rain")));

    assertThatThrownBy(() -> loop().start(any))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the request forces a call of a tool, and the tools of this loop are []; give it that"
                + " tool, or do not force the choice");
    assertThatThrownBy(() -> loop(FakeTool.echo("echo")).start(named))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the request forces a call of rain, and the tools of this loop are [echo];");
    assertThat(loop().start(any.withExtra(JsonObject.of("tools", List.of("of the provider")))))
        .isNotNull();
  }

  @Test
  void forcedToolChoiceHoldsForTheFirstRoundOnly() {
    model.then(calls(call("c", "echo"))).then(says("Done"));

    ModelRequest forced = question.withToolChoice(ToolChoice.ANY);
    loop(FakeTool.echo("echo")).run(forced);

    assertThat(model.requests())
        .extracting(ModelRequest::toolChoice)
        .containsExactly(ToolChoice.ANY, ToolChoice.AUTO);
  }

  @Test
  void requestThatNobodyCanServeIsRefusedAtOnce() {
    ToolLoop loop = loop(FakeTool.echo("echo"));

    assertThatThrownBy(() ->
            loop.start(
                question.withConversation(question.conversation().with(Message.assistant("Hm.")))))
        .hasMessageContaining("ends with the assistant");
    assertThatThrownBy(() -> loop.start(question.withTools(List.of(FakeTool.echo("other").spec()))))
        .hasMessageContaining("give them to ToolLoop.tools instead");
  }

  private static Reply cutAnswer() {
    return new Reply(
        List.of(
            call("a", "echo", "n", 1),
            new ToolUse(
                new ToolUseId("b"), new ToolName("echo"), new ToolInput.Truncated("{\"n\":"))),
        StopReason.Known.MAX_TOKENS,
        TOKENS);
  }

  @Test
  void toolSeesItsIdNameAndInput() {
    FakeTool tool = FakeTool.echo("echo");
    model.then(calls(call("c", "echo", "n", 1))).then(says("Done"));

    loop(tool).run(question);

    assertThat(tool.ran())
        .singleElement()
        .satisfies(call -> {
          assertThat(call.id()).isEqualTo(new ToolUseId("c"));
          assertThat(call.name()).isEqualTo(new ToolName("echo"));
          assertThat(call.input()).isEqualTo(JsonObject.of("n", 1));
        });
  }
}

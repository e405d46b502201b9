package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.Usage;
import dev.toolwire.lab.judge.Ending.Kind;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.LoopState;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.SilenceException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whose doing an ending is.
class EndingTest {

  private static final LoopState STATE =
      LoopState.of(ModelRequest.to(new ModelId("m"), Conversation.startingWith("Hello")));

  private static Reply reply(StopReason reason) {
    return new Reply(List.of(new Text("Hm.")), reason, Usage.NONE);
  }

  @Test
  void anAnswerIsAnAnswer() {
    assertThat(Ending.of(new Outcome.Answered(reply(StopReason.Known.END_TURN), STATE)))
        .isEqualTo(Ending.ANSWERED);
  }

  @Test
  void aLimitIsTheModels() {
    Ending ending = Ending.of(new Outcome.Limited(Limits.Name.SAME_RESULTS, List.of(), STATE));

    assertThat(ending).isEqualTo(new Ending(Kind.LIMITED, "same results"));
    assertThat(ending.kind().isTheModels()).isTrue();
  }

  @Test
  void aStopReasonIsTheModels() {
    Ending ending = Ending.of(new Outcome.Stopped(reply(StopReason.Known.REFUSAL), STATE));

    assertThat(ending).isEqualTo(new Ending(Kind.STOPPED, "refusal"));
    assertThat(ending.kind().isTheModels()).isTrue();
  }

  @Test
  void aPersonsEndIsNot() {
    assertThat(Ending.of(new Outcome.Cancelled(List.of(), STATE)))
        .isEqualTo(new Ending(Kind.CANCELLED, "cancelled"));
    assertThat(Ending.of(new Outcome.Paused(STATE)))
        .isEqualTo(new Ending(Kind.CANCELLED, "a call waits for approval"));
    assertThat(Kind.CANCELLED.isTheModels()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void ofTheProvidersErrorsOnlyThatOfTheModelIsTheModels(ErrorKind kind) {
    var failure =
        new ProviderException(
            new Fault(kind, 500, "SomeException", "no", "r-1", false, Duration.ZERO));

    Ending ending = Ending.of(new Outcome.Failed(failure, List.of(), STATE));

    assertThat(ending.kind())
        .isEqualTo(kind == ErrorKind.MODEL_ERROR ? Kind.MODEL_FAILED : Kind.INFRASTRUCTURE);
    assertThat(ending.words()).contains("SomeException");
    assertThat(ending.kind().isTheModels()).isEqualTo(kind == ErrorKind.MODEL_ERROR);
  }

  @Test
  void silenceIsTheNetworks() {
    assertThat(Ending.of(new SilenceException("first event", Duration.ofSeconds(60))).kind())
        .isEqualTo(Kind.INFRASTRUCTURE);
  }
}

package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.CALCULATOR;
import static dev.toolwire.simulator.Caller.COUNT_LETTERS;
import static dev.toolwire.simulator.Caller.PEPPERS;
import static dev.toolwire.simulator.Caller.TOP_SONG;
import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same scripts on every wire.
class ThreeWiresTest {

  private static final String MODEL = Simulator.DEFAULT_MODEL;

  private final Simulator simulator = Simulator.withBuiltInScripts();

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void theSameConversationsComeOfTheSameScripts(TestWire wire) {
    for (boolean streaming : new boolean[] {true, false}) {
      ModelRequest peppers =
          question(MODEL, PEPPERS, COUNT_LETTERS, CALCULATOR).withStreaming(streaming);

      List<Reply> replies = caller(wire).converse(peppers, COUNT_LETTERS, CALCULATOR);

      assertThat(replies.stream().map(Reply::stopReason))
          .containsExactly(
              StopReason.Known.TOOL_USE, StopReason.Known.TOOL_USE, StopReason.Known.END_TURN);
      assertThat(replies.get(0).toolUses()).hasSize(2);
      assertThat(replies.get(2).text())
          .isEqualTo(
              Caller.of(simulator).converse(peppers, COUNT_LETTERS, CALCULATOR).get(2).text());
    }
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void aToolsErrorIsAnErrorHoweverTheWireSaysIt(TestWire wire) {
    ModelRequest question = question(MODEL, "What is the top song on WXYZ?", TOP_SONG);

    assertThat(caller(wire).converse(question, TOP_SONG).getLast().text())
        .contains("no chart could be found for WXYZ: station not found");
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void streamingAndNotStreamingSayTheSame(TestWire wire) {
    ModelRequest question = question(MODEL, PEPPERS, COUNT_LETTERS, CALCULATOR);
    Reply streamed = caller(wire, 7).ask(question);
    Reply whole = caller(wire, 7).ask(question.withStreaming(false));

    assertThat(streamed.content()).isEqualTo(whole.content());
    assertThat(streamed.usage().outputTokens()).isEqualTo(whole.usage().outputTokens());
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void theIdsOfCallsLookAsTheWireMakesThem(TestWire wire) {
    Reply reply = caller(wire).ask(question(MODEL, "Top song on WZPZ?", TOP_SONG));

    assertThat(reply.toolUses().getFirst().id().value())
        .matches(
            switch (wire) {
              case CONVERSE -> "tooluse_[\\w-]{22}";
              case MESSAGES -> "toolu_01[a-zA-Z0-9]{22}";
              case CHAT -> "call_[a-zA-Z0-9]{24}";
              case INVOKE -> "toolu_bdrk_01[a-zA-Z0-9]{22}";
            });
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void runsAndFaultsCanBeAskedForBehindTheModelsName(TestWire wire) {
    Caller caller = caller(wire);

    assertThat(
            caller
                .ask(
                    question("anthropic.claude-3-haiku--run-2", PEPPERS, COUNT_LETTERS, CALCULATOR))
                .text())
        .startsWith("Ooh, a tongue twister!");
    assertThatThrownBy(() -> caller.ask(question(MODEL + "--fault-throttling", "hello")))
        .isInstanceOfSatisfying(
            ProviderException.class, error -> assertThat(error.fault().status()).isEqualTo(429));
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void aFaultyWishIsRefusedInTheWordsOfTheWire(TestWire wire) {
    assertThatThrownBy(() -> caller(wire).ask(question(MODEL + "--run-9", "hello")))
        .isInstanceOfSatisfying(
            ProviderException.class,
            error -> {
              assertThat(error.fault().status()).isEqualTo(400);
              assertThat(error.fault().message()).contains("has no run 9");
              assertThat(error.fault().requestId()).isNotEmpty();
            });
  }

  @Test
  void aMessageStreamPingsOnceAfterItsStart() {
    List<StreamEvent> events = caller(TestWire.MESSAGES).events(question(MODEL, "hello"));

    assertThat(events.get(0)).isInstanceOf(StreamEvent.MessageStart.class);
    assertThat(events.get(1)).isInstanceOf(StreamEvent.Ping.class);
    assertThat(events.subList(2, events.size()))
        .doesNotHaveAnyElementsOfTypes(StreamEvent.Ping.class);
  }

  private Caller caller(TestWire wire) {
    return Caller.over(wire, simulator);
  }

  private static Caller caller(TestWire wire, long seed) {
    return Caller.over(wire, Simulator.builder().seed(seed).build());
  }
}

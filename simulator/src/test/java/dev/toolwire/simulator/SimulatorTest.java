package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.CALCULATOR;
import static dev.toolwire.simulator.Caller.COUNT_LETTERS;
import static dev.toolwire.simulator.Caller.PEPPERS;
import static dev.toolwire.simulator.Caller.bytes;
import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {

  private static final ModelRequest ASK =
      question(Simulator.DEFAULT_MODEL, PEPPERS, COUNT_LETTERS, CALCULATOR);

  @Test
  void theSameSeedGivesTheSameBytes() {
    byte[] once = bytes(Caller.of(Simulator.builder().seed(7).build()).open(ASK));
    byte[] again = bytes(Caller.of(Simulator.builder().seed(7).build()).open(ASK));
    byte[] other = bytes(Caller.of(Simulator.builder().seed(8).build()).open(ASK));

    assertThat(again).isEqualTo(once);
    assertThat(other).isNotEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aStreamFoldsIntoTheAnswerInOnePieceWhateverTheDeltas(long seed) {
    Pace pace = Pace.AT_ONCE.withDelta(1 + new SplittableRandom(seed).nextInt(30));

    Reply streamed = Caller.of(playing(seed, pace)).ask(ASK);
    Reply whole = Caller.of(playing(seed, pace)).ask(ASK.withStreaming(false));

    assertThat(streamed).isEqualTo(whole);
  }

  @Test
  void streamsArePaddedUnlessToldOtherwise() {
    String padded = latin(bytes(Caller.of(Simulator.withBuiltInScripts()).open(ASK)));
    String bare = latin(bytes(Caller.of(Simulator.builder().padding(false).build()).open(ASK)));

    assertThat(padded).contains("\"p\":\"a");
    assertThat(bare).doesNotContain("\"p\":");
  }

  @Test
  void whatTheServiceWouldRefuseIsRefusedInItsWords() {
    Caller caller = Caller.of(Simulator.withBuiltInScripts());
    ModelRequest request =
        question("amazon.titan-text-premier-v1:0", PEPPERS, COUNT_LETTERS, CALCULATOR);

    assertThatThrownBy(() -> caller.ask(request))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("This model doesn't support tool use");
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void aStrictSimulatorRefusesWhatNoScriptAnswersAndSaysWhy(TestWire wire) {
    Simulator simulator = Simulator.builder().strict().build();
    Caller caller = Caller.over(wire, simulator);

    assertThatThrownBy(() -> caller.ask(question(Simulator.DEFAULT_MODEL, "How are you?")))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("no turn of the script fits");
    assertThatThrownBy(() -> caller.ask(question("acme.unheard-of-v1:0", PEPPERS)))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("there is no script for the model acme.unheard-of-v1:0");
    assertThatThrownBy(() -> caller.ask(question(Simulator.DEFAULT_MODEL, PEPPERS)))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("calls CountLettersTool, which the request does not offer");
    assertThat(simulator.requests())
        .hasSize(3)
        .allSatisfy(request -> assertThat(request.unscripted()).isPresent())
        .allSatisfy(request -> assertThat(request.status()).isEqualTo(400));
  }

  @Test
  void whatNoScriptAnswersIsRememberedAsSuch() {
    Simulator simulator = Simulator.withBuiltInScripts();
    Caller caller = Caller.of(simulator);

    caller.ask(question(Simulator.DEFAULT_MODEL, "How are you?"));
    caller.ask(question(Simulator.DEFAULT_MODEL, PEPPERS, COUNT_LETTERS, CALCULATOR));

    assertThat(simulator.requests())
        .extracting(request -> request.unscripted().orElse("scripted"))
        .containsExactly("no turn of the script fits", "scripted");
  }

  @Test
  void requestsAreRememberedUpToALimit() {
    Simulator simulator = Simulator.builder().recordingLimit(2).build();
    Caller caller = Caller.of(simulator);

    caller.ask(question(Simulator.DEFAULT_MODEL, "one"));
    caller.ask(question(Simulator.DEFAULT_MODEL, "two"));
    caller.ask(question(Simulator.DEFAULT_MODEL, "three"));

    assertThat(simulator.requests())
        .hasSize(2)
        .last()
        .satisfies(request -> {
          assertThat(request.number()).isEqualTo(3);
          assertThat(request.requestId()).matches("[0-9a-f-]{36}");
          assertThat(request.read().orElseThrow().conversation().messages().getFirst().text())
              .isEqualTo("three");
          assertThat(request)
              .hasToString(
                  "#3 POST http://bedrock.test/model/toolwire.scripted-v1%3A0/converse-stream "
                      + request.request().body().length
                      + "B -> 200");
        });
  }

  @Test
  void chanceRepeatsWithTheSeed() {
    assertThat(statuses(3)).isEqualTo(statuses(3)).containsKeys(200, 429);
  }

  private static Map<Integer, Long> statuses(long seed) {
    FaultRule rule = FaultRule.parse("50% of requests: throttling");
    Simulator simulator = Simulator.builder().seed(seed).faults(rule).build();
    for (int i = 0; i < 40; i++) {
      try (Exchange exchange = Caller.of(simulator).open(question("any", "hello"))) {
        bytes(exchange);
      }
    }
    Map<Integer, Long> statuses = new TreeMap<>();
    simulator.requests().forEach(request -> statuses.merge(request.status(), 1L, Long::sum));
    return statuses;
  }

  private static Simulator playing(long seed, Pace pace) {
    return Simulator.builder().seed(seed).pace(pace).build();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

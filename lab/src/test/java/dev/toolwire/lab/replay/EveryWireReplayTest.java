package dev.toolwire.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.Service;
import dev.toolwire.simulator.Pace;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.wire.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A conversation with tools is recorded and played on every wire, streamed and whole.
class EveryWireReplayTest {

  private static final String PEPPERS =
      "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
          + " peppers\" and then multiply the numbers together.";
  private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");
  private static final String KEY = "sk-do-not-write-me-down";
  private static final List<String> SECRETS =
      List.of(KEY, "AKIDDONOTWRITE", "session-do-not-write", "Signature=", "/aws4_request");

  private record CountLetters(String word, String letter) {}

  private record Expression(String expr) {}

  private static final ToolSet TOOLS =
      ToolSet.of(
          Tool.named("CountLettersTool")
              .describedAs("Counts a letter.")
              .taking(
                  CountLetters.class,
                  asked ->
                      Map.of(
                          "count",
                          asked
                              .word()
                              .toLowerCase(Locale.ROOT)
                              .chars()
                              .filter(c -> c == Character.toLowerCase(asked.letter().charAt(0)))
                              .count())),
          Tool.named("CalculatorTool")
              .describedAs("Calculates.")
              .taking(Expression.class, _ -> Map.of("result", 72)));

  /// What a run shows.
  private record Seen(List<String> events, List<Long> times, Outcome outcome, String tape) {}

  static Stream<Arguments> wires() {
    return Stream.of(Service.values())
        .flatMap(service ->
            Stream.of(true, false)
                .map(streaming -> Arguments.of(Named.of(service.word(), service), streaming)));
  }

  @ParameterizedTest
  @MethodSource("wires")
  void aPlayedRunIsTheRecordedOne(Service service, boolean streaming) {
    Simulator simulator =
        Simulator.builder().pace(Pace.parse("first 400ms, every 15ms, jitter 5ms")).build();
    Tap recorder = Tap.recording("peppers", BEGAN, simulator.ticker());
    Seen recorded = run(service, recorder, simulator.transport(), streaming);

    TapePlayer player = new TapePlayer(Tape.ofLine(recorded.tape()));
    Tap tap = Tap.recording("peppers", BEGAN, player.ticker());
    Seen played = run(service, tap, player.transport(), streaming);

    assertThat(recorded.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(recorded.times().getLast()).isGreaterThan(Duration.ofMillis(1200).toNanos());
    assertThat(played.events()).isEqualTo(recorded.events());
    assertThat(played.times()).isEqualTo(recorded.times());
    assertThat(played.outcome().conversation()).isEqualTo(recorded.outcome().conversation());
    assertThat(player.refusal()).isEmpty();
    assertThat(played.tape()).isEqualTo(recorded.tape());
  }

  @ParameterizedTest
  @MethodSource("wires")
  void noSecretIsWrittenDown(Service service, boolean streaming) {
    Simulator simulator = Simulator.withBuiltInScripts();
    Tap recorder = Tap.recording("peppers", BEGAN, simulator.ticker());

    String tape = run(service, recorder, simulator.transport(), streaming).tape();

    assertThat(simulator.requests())
        .allSatisfy(request -> {
          List<String> values = new ArrayList<>();
          request.request().headers().forEach((_, value) -> values.add(value));
          assertThat(String.join("\n", values)).containsAnyOf(KEY, "AKIDDONOTWRITE");
        });
    assertThat(SECRETS).allSatisfy(secret -> assertThat(tape).doesNotContain(secret));
  }

  /// What real time has a part in is left out: how long tools took, and the whole.
  private static Seen run(Service service, Tap tap, Transport transport, boolean streaming) {
    ToolLoop loop =
        ToolLoop.with(service.in(environment()).over(tap.around(transport))).tools(TOOLS);
    ModelRequest question =
        ModelRequest.to(new ModelId(Simulator.DEFAULT_MODEL), Conversation.startingWith(PEPPERS))
            .withStreaming(streaming);
    List<String> events = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    try (Run run = loop.start(question)) {
      for (LoopEvent event : run) {
        tap.nextRound();
        if (!(event instanceof LoopEvent.CallStarted
            || event instanceof LoopEvent.CallFinished
            || event instanceof LoopEvent.Finished)) {
          events.add(event.toString());
        }
        times.add(tap.nanos());
      }
      return new Seen(events, times, run.outcome(), tap.tape().toLine());
    }
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String name : List.of("ANTHROPIC_BASE_URL", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME")) {
      environment.put(name, "http://127.0.0.1:1");
    }
    environment.put("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
    environment.put("ANTHROPIC_BEDROCK_MANTLE_BASE_URL", "http://127.0.0.1:1/anthropic");
    environment.put("AWS_BEDROCK_BASE_URL", "http://127.0.0.1:1/v1");
    environment.put("ANTHROPIC_API_KEY", KEY);
    environment.put("OPENAI_API_KEY", KEY);
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "AKIDDONOTWRITE");
    environment.put("AWS_SECRET_ACCESS_KEY", KEY);
    environment.put("AWS_SESSION_TOKEN", "session-do-not-write");
    return environment;
  }
}

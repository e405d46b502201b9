package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultStatus;

/// Whole conversations, every request of them signed and its signature checked.
@ParameterizedClass
@EnumSource
class ConversationTest {

  private static final String SONG = "Which is the most popular song on ";
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  private final SimulatorServer server =
      SimulatorServer.start(
          Simulator.builder().credentials(Login.KNOWN.accessKey(), Login.KNOWN.secret()).build(),
          0);
  private final SdkClient.Line line;

  ConversationTest(SdkClient client) {
    line = client.open(server.baseUri(), Login.KNOWN);
  }

  @AfterEach
  void close() {
    line.close();
    server.close();
  }

  @Test
  void theRadioPlaysElementalHotel() {
    Talk talk = Talk.about(line, DEFAULT_MODEL, SONG + "WZPZ?");

    assertThat(talk.calls()).containsExactly(List.of("top_song"));
    assertThat(talk.answer()).contains("Elemental Hotel", "8 Storey Hike");
    assertThat(talk.last().stopReason()).isEqualTo(StopReason.END_TURN);
    assertThat(talk.last().usage().totalTokens()).isPositive();
  }

  @Test
  void anUnknownStationIsAnErrorThatTheModelExplains() {
    Talk talk = Talk.about(line, DEFAULT_MODEL, SONG + "WXYZ?");

    assertThat(talk.results()).hasSize(1);
    assertThat(talk.results().getFirst().status()).isEqualTo(ToolResultStatus.ERROR);
    assertThat(talk.answer()).contains("Station WXYZ not found");
    assertThat(talk.last().stopReason()).isEqualTo(StopReason.END_TURN);
  }

  @Test
  void thePeppersAreCountedTogetherThenMultiplied() {
    Talk talk = Talk.about(line, DEFAULT_MODEL, Talk.PEPPERS);

    assertThat(talk.calls())
        .containsExactly(
            List.of("CountLettersTool", "CountLettersTool"), List.of("CalculatorTool"));
    assertThat(talk.answer()).contains("72");
  }

  @Test
  void aModelThatTalksWhileItWorksIsHeard() {
    Talk talk = Talk.about(line, HAIKU + "--run-2", Talk.PEPPERS);

    assertThat(talk.calls())
        .containsExactly(
            List.of("CountLettersTool"), List.of("CountLettersTool"), List.of("CalculatorTool"));
    assertThat(talk.messages().get(1).content())
        .extracting(ContentBlock::type)
        .containsExactly(ContentBlock.Type.TEXT, ContentBlock.Type.TOOL_USE);
    assertThat(talk.answer()).contains("72");
  }

  @Test
  void aLargeToolInputComesAndGoesBackWhole() {
    Talk talk = Talk.about(line, DEFAULT_MODEL, "Write 150000 characters of filler to notes.txt.");

    assertThat(talk.calls()).containsExactly(List.of("fs_write"));
    assertThat(SdkTools.text(talk.uses().getFirst(), "file_text")).hasSize(150_000);
    assertThat(talk.answer()).contains("notes.txt");
  }

  @Test
  void manyTalksGoOverOneClientAtOnce() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Talk>> talks =
          IntStream.range(0, 24)
              .mapToObj(_ -> threads.submit(() -> Talk.about(line, DEFAULT_MODEL, Talk.PEPPERS)))
              .toList();

      for (Future<Talk> talk : talks) {
        assertThat(talk.get().answer()).contains("72");
      }
    }
  }
}

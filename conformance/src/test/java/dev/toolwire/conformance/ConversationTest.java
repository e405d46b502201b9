package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;

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

  private final Door door = Door.open();
  private final SdkClient.Line line;

  ConversationTest(SdkClient client) {
    line = client.open(door.uri(), Login.KNOWN);
  }

  @AfterEach
  void close() {
    line.close();
    door.close();
  }

  @Test
  void theRadioPlaysElementalHotel() {
    Talk talk = Talk.about(line, DEFAULT_MODEL, Conversations.SONG + "WZPZ?");

    assertThat(talk.calls()).containsExactly(List.of("top_song"));
    assertThat(talk.answer()).contains("Elemental Hotel", "8 Storey Hike");
    assertThat(talk.last().stopReason()).isEqualTo(StopReason.END_TURN);
    assertThat(talk.last().usage().totalTokens()).isPositive();
  }

  @Test
  void anUnknownStationIsAnErrorThatTheModelExplains() {
    Talk talk = Talk.about(line, DEFAULT_MODEL, Conversations.SONG + "WXYZ?");

    assertThat(talk.results()).hasSize(1);
    assertThat(talk.results().getFirst().status()).isEqualTo(ToolResultStatus.ERROR);
    assertThat(talk.answer()).contains("Station WXYZ not found");
    assertThat(talk.last().stopReason()).isEqualTo(StopReason.END_TURN);
  }

  @Test
  void thePeppersAreCountedTogetherThenMultiplied() {
    Talk talk = Talk.about(line, DEFAULT_MODEL, Conversations.PEPPERS);

    assertThat(talk.calls())
        .containsExactly(
            List.of("CountLettersTool", "CountLettersTool"), List.of("CalculatorTool"));
    assertThat(talk.answer()).contains("72");
  }

  @Test
  void aModelThatTalksWhileItWorksIsHeard() {
    Talk talk = Talk.about(line, Conversations.HAIKU + "--run-2", Conversations.PEPPERS);

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
    Talk talk = Talk.about(line, DEFAULT_MODEL, Conversations.FILLER);

    assertThat(talk.calls()).containsExactly(List.of("fs_write"));
    assertThat(SdkTools.text(talk.uses().getFirst(), "file_text")).hasSize(150_000);
    assertThat(talk.answer()).contains("notes.txt");
  }

  @Test
  void manyTalksGoOverOneClientAtOnce() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Talk>> talks =
          IntStream.range(0, 24)
              .mapToObj(
                  _ -> threads.submit(() -> Talk.about(line, DEFAULT_MODEL, Conversations.PEPPERS)))
              .toList();

      for (Future<Talk> talk : talks) {
        assertThat(talk.get().answer()).contains("72");
      }
    }
  }
}

package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The conversations that every client must be able to have, each in all its ways, and how they
/// must go.
///
/// A test class that implements it has a static method `ways` without parameters, which returns
/// them.
///
/// @param <W> a way to have a conversation: streamed or not, in a loop of ours or of the client
interface Conversations<W> {

  String SONG = "Which is the most popular song on ";
  String FILLER = "Write 150000 characters of filler to notes.txt.";
  String PEPPERS =
      "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
          + " peppers\" and then multiply the numbers together.";
  String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  /// Asks until no tool is asked for.
  Said said(W way, String model, String question);

  @ParameterizedTest
  @MethodSource("ways")
  default void theRadioPlaysElementalHotel(W way) {
    Said said = said(way, DEFAULT_MODEL, SONG + "WZPZ?");

    assertThat(said.calls()).containsExactly(List.of("top_song"));
    assertThat(said.answer()).contains("Elemental Hotel", "8 Storey Hike");
  }

  @ParameterizedTest
  @MethodSource("ways")
  default void anUnknownStationIsAnErrorThatTheModelExplains(W way) {
    Said said = said(way, DEFAULT_MODEL, SONG + "WXYZ?");

    assertThat(said.calls()).containsExactly(List.of("top_song"));
    assertThat(said.answer()).contains("Station WXYZ not found");
  }

  @ParameterizedTest
  @MethodSource("ways")
  default void thePeppersAreCountedTogetherThenMultiplied(W way) {
    Said said = said(way, DEFAULT_MODEL, PEPPERS);

    assertThat(said.calls())
        .containsExactly(
            List.of("CountLettersTool", "CountLettersTool"), List.of("CalculatorTool"));
    assertThat(said.answer()).contains("72");
  }

  @ParameterizedTest
  @MethodSource("ways")
  default void aLargeToolInputComesAndGoesBackWhole(W way) {
    Said said = said(way, DEFAULT_MODEL, FILLER);

    assertThat(said.calls()).containsExactly(List.of("fs_write"));
    String input = said.turns().getFirst().calls().getFirst().input();
    assertThat(Tools.member("file_text", input)).hasSize(150_000);
    assertThat(said.answer()).contains("notes.txt");
  }

  /// The same at a door that lets Claude 3 Haiku in, which talks while it works.
  interface WithHaiku<W> extends Conversations<W> {

    @ParameterizedTest
    @MethodSource("ways")
    default void aModelThatTalksWhileItWorksIsHeard(W way) {
      Said said = said(way, HAIKU + "--run-2", PEPPERS);

      assertThat(said.calls())
          .containsExactly(
              List.of("CountLettersTool"), List.of("CountLettersTool"), List.of("CalculatorTool"));
      assertThat(said.turns().getFirst().text()).isNotBlank();
      assertThat(said.answer()).contains("72");
    }
  }
}

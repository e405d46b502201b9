package dev.toolwire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// The conversations that every SDK must be able to have, and how they must go.
final class Conversations {

  static final String SONG = "Which is the most popular song on ";
  static final String FILLER = "Write 150000 characters of filler to notes.txt.";
  static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  private Conversations() {}

  static void assertRadio(Said said) {
    assertThat(said.calls()).containsExactly(List.of("top_song"));
    assertThat(said.answer()).contains("Elemental Hotel", "8 Storey Hike");
  }

  static void assertUnknownStation(Said said) {
    assertThat(said.calls()).containsExactly(List.of("top_song"));
    assertThat(said.answer()).contains("Station WXYZ not found");
  }

  static void assertPeppersTogether(Said said) {
    assertThat(said.calls())
        .containsExactly(
            List.of("CountLettersTool", "CountLettersTool"), List.of("CalculatorTool"));
    assertThat(said.answer()).contains("72");
  }

  static void assertPeppersOneByOne(Said said) {
    assertThat(said.calls())
        .containsExactly(
            List.of("CountLettersTool"), List.of("CountLettersTool"), List.of("CalculatorTool"));
    assertThat(said.turns().getFirst().text()).isNotBlank();
    assertThat(said.answer()).contains("72");
  }

  static void assertLargeInput(Said said) {
    assertThat(said.calls()).containsExactly(List.of("fs_write"));
    String input = said.turns().getFirst().calls().getFirst().input();
    assertThat(Tools.member("file_text", input)).hasSize(150_000);
    assertThat(said.answer()).contains("notes.txt");
  }
}

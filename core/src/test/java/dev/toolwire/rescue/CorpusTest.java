package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of the corpus: read whole, what it says is found; in whatever pieces, the same.
class CorpusTest {

  private static final long SEED = 20_261_121;
  private static final int SPLITS = 3;

  static Stream<CorpusCase> cases() {
    return CorpusCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatTheCaseSays(CorpusCase given) {
    Reading reading = Reading.of(tools(given), List.of(given.text()));

    assertThat(reading.calls()).isEqualTo(given.calls().stream().map(CorpusTest::call).toList());
    if (!given.suggested().isEmpty()) {
      assertThat(reading.suggested())
          .isEqualTo(given.suggested().stream().map(CorpusTest::call).toList());
    }
    if (!given.reports().isEmpty()) {
      assertThat(reading.reports()).isEqualTo(given.reports());
    }
    given.left().ifPresent(left -> assertThat(reading.shown()).isEqualToIgnoringWhitespace(left));
    assertThat(reading.everything()).isEqualTo(given.text());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsTheSameInWhateverPieces(CorpusCase given) {
    RescueTools tools = tools(given);
    Reading whole = Reading.of(tools, List.of(given.text()));

    List<String> units = given.text().chars().mapToObj(c -> String.valueOf((char) c)).toList();
    assertThat(Reading.of(tools, units)).isEqualTo(whole);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < SPLITS; i++) {
      List<String> pieces = pieces(given.text(), random);
      assertThat(Reading.of(tools, pieces)).as("seed %d, pieces %s", SEED, pieces).isEqualTo(whole);
    }
  }

  private static Reading.Found call(CorpusCase.Call call) {
    return new Reading.Found(call.name(), call.arguments());
  }

  private static List<String> pieces(String text, SplittableRandom random) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + random.nextInt(24));
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  private static RescueTools tools(CorpusCase given) {
    return RescueTools.of(
        given.tools().stream()
            .map(tool -> new RescueTool(tool.name(), tool.schema().orElse(JsonObject.EMPTY), true))
            .toList());
  }
}

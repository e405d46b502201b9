package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonOutcome.Truncated;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncrementalJsonTruncationTest {
  private static final int GENERATED_DOCUMENTS = 100;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{            | the input ends at character 1, inside the object at the root",
        "{\"a         | the input ends at character 3, inside a member name at the root",
        "{\"a\"       | the input ends at character 4, inside the object at the root",
        "{\"a\":[     | the input ends at character 6, inside the array at /a",
        "{\"a\":[1,2  | the input ends at character 9, inside the number at /a/1",
        "{\"a\":{\"b\":\"xy\\u00 | the input ends at character 17, inside the string at /a/b",
        "tru          | the input ends at character 3, inside the literal at the root",
        "-            | the input ends at character 1, inside the number at the root",
      })
  void truncatedInputSaysWhereItStops(String document, String message) {
    for (Delivery delivery : Delivery.values()) {
      assertThat(delivery.read(document, 1))
          .as("%s", delivery)
          .isInstanceOfSatisfying(
              Truncated.class, cut -> assertThat(cut.message()).isEqualTo(message));
    }
  }

  @Test
  void aContainerCutAnywhereIsTruncatedAndNeverComplete() {
    for (long seed = 0; seed < GENERATED_DOCUMENTS; seed++) {
      String document = "[" + new RandomJson(new SplittableRandom(seed)).document() + "]";
      for (int length = 1; length < document.length(); length++) {
        JsonOutcome outcome = IncrementalJson.read(document.substring(0, length));

        assertThat(outcome)
            .as("seed %d, first %d characters of %s", seed, length, document)
            .isInstanceOf(Truncated.class)
            .extracting(cut -> ((Truncated) cut).length())
            .isEqualTo(length);
      }
    }
  }
}

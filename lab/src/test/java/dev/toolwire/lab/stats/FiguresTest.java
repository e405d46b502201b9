package dev.toolwire.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "8, 10, 0.4901625, 0.9433178",
    "10, 10, 0.7224672, 1.0",
    "0, 3, 0.0, 0.5614970",
    "1, 2, 0.0945312, 0.9054688",
  })
  void theIntervalOfAShareIsWilsons(int count, int of, double low, double high) {
    Proportion share = new Proportion(count, of);

    assertThat(share.rate()).isEqualTo((double) count / of);
    assertThat(share.low()).isCloseTo(low, within(1e-6));
    assertThat(share.high()).isCloseTo(high, within(1e-6));
  }

  @Test
  void aShareOfNothingMayBeAnything() {
    Proportion unknown = new Proportion(0, 0);

    assertThat(unknown.isUnknown()).isTrue();
    assertThat(unknown.rate()).isZero();
    assertThat(unknown.low()).isZero();
    assertThat(unknown.high()).isEqualTo(1);
    assertThat(unknown.plus(new Proportion(3, 4))).hasToString("3/4");
    assertThatThrownBy(() -> new Proportion(2, 1)).hasMessage("2 of 1 is no proportion");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 3, 1, 0.75",
    "4, 3, 2, 0.5",
    "4, 3, 3, 0.25",
    "4, 3, 4, 0",
    "20, 19, 10, 0.5",
    "5, 5, 5, 1",
    "5, 0, 1, 0",
  })
  void passPowerIsTheShareOfDrawsThatAllPass(int trials, int passed, int k, double chance) {
    assertThat(PassPower.of(List.of(new Proportion(passed, trials)), k).value())
        .isCloseTo(chance, within(1e-12));
  }

  @Test
  void passPowerIsTheMeanOverScenariosWithEnoughTrials() {
    List<Proportion> scenarios =
        List.of(new Proportion(4, 4), new Proportion(2, 4), new Proportion(1, 1));

    assertThat(PassPower.of(scenarios, 2).value()).isCloseTo((1 + 1.0 / 6) / 2, within(1e-12));
    assertThatThrownBy(() -> PassPower.of(scenarios, 5))
        .hasMessage("no scenario has 5 judged trials");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 2, 0.03857421875",
    "2, 10, 0.03857421875",
    "5, 0, 0.0625",
    "6, 0, 0.03125",
    "3, 3, 1",
    "0, 0, 1",
    "1, 0, 1",
  })
  void mcNemarsTestIsExact(int onlyFirst, int onlySecond, double p) {
    PairedTest test = new PairedTest(7, onlyFirst, onlySecond, 1);

    assertThat(test.pValue()).isCloseTo(p, within(1e-9));
    assertThat(test.isSignificant()).isEqualTo(p < 0.05);
  }

  @Test
  void theTrialsNeededShrinkAsTheDifferenceGrows() {
    PairedTest small = new PairedTest(40, 12, 8, 40);
    PairedTest large = new PairedTest(40, 19, 1, 40);

    assertThat(small.difference()).isCloseTo(0.04, within(1e-12));
    // (1.959964 √0.2 + 0.841621 √(0.2 − 0.0016))² / 0.0016
    assertThat(small.pairsNeeded()).hasValue(979);
    // (1.959964 √0.2 + 0.841621 √(0.2 − 0.0324))² / 0.0324
    assertThat(large.pairsNeeded()).hasValue(47);
    assertThat(new PairedTest(40, 5, 5, 0).pairsNeeded()).isEmpty();
    assertThat(new PairedTest(0, 0, 0, 0).pairsNeeded()).isEmpty();
    assertThatThrownBy(() -> new PairedTest(0, -1, 0, 0))
        .hasMessage("a number of pairs is negative");
  }

  @Test
  void theSlowEndIsTheNinetyFifthPercentile() {
    Spread spread = Spread.of(LongStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());

    assertThat(spread.median()).isEqualTo(Duration.ofNanos(50_500_000));
    assertThat(spread.p95().toMillis()).isEqualTo(95);
    assertThat(Spread.of(List.of(Duration.ofMillis(7))))
        .isEqualTo(new Spread(Duration.ofMillis(7), Duration.ofMillis(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "19, 20, 20, false, true, reliable",
    "18, 20, 20, false, true, flaky",
    "0, 2, 0, false, true, flaky",
    "0, 2, 0, false, false, unfit",
    "0, 4, 3, true, true, usable when prompted",
    "4, 4, 4, true, true, usable when prompted",
    "0, 4, 0, true, true, unfit",
    "0, 0, 0, false, false, unknown",
  })
  void aStandingSaysWhatToThinkOfAModel(
      int clean, int judged, int passed, boolean prompted, boolean worked, String standing) {
    assertThat(Standing.of(new Proportion(clean, judged), passed, prompted, worked))
        .hasToString(standing);
  }
}

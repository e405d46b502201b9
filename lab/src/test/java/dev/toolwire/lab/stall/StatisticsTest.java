package dev.toolwire.lab.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void bothLinesGoThroughPointsOnALine() {
    List<Slope.Point> line =
        List.of(new Slope.Point(1, 5), new Slope.Point(2, 7), new Slope.Point(4, 11));

    assertThat(Slope.theilSen(line)).isEqualTo(new Slope(2, 3));
    assertThat(Slope.leastSquares(line).slope()).isEqualTo(2, within(1e-12));
    assertThat(Slope.leastSquares(line).intercept()).isEqualTo(3, within(1e-12));
    assertThat(Slope.theilSen(line).at(10)).isEqualTo(23);
  }

  @Test
  void oneWildPointMovesLeastSquaresButNotTheilSen() {
    List<Slope.Point> points = new ArrayList<>();
    for (int x = 0; x < 10; x++) {
      points.add(new Slope.Point(x, x == 9 ? 500 : 3 * x));
    }

    assertThat(Slope.theilSen(points).slope()).isEqualTo(3, within(1e-9));
    assertThat(Slope.leastSquares(points).slope()).isGreaterThan(20);
  }

  @Test
  void oneSizeHasNoSlope() {
    List<Slope.Point> same = List.of(new Slope.Point(4, 1), new Slope.Point(4, 2));

    assertThat(Slope.theilSen(same).slope()).isNaN();
    assertThat(Slope.leastSquares(same).slope()).isNaN();
  }

  /// The textbook's interval of a mean: 1.96 standard errors to both sides.
  @Test
  void theBootstrapsIntervalOfAMeanIsThatOfTheTextbook() {
    SplittableRandom random = new SplittableRandom(42);
    List<Double> values = random.doubles(400).boxed().toList();
    double mean = mean(values);
    double error = 1.96 * Math.sqrt(1 / 12.0 / 400);

    Interval interval = Bootstrap.DEFAULTS.interval(List.of(values), StatisticsTest::mean);

    assertThat(interval.estimate()).isEqualTo(mean);
    assertThat(interval.low()).isEqualTo(mean - error, within(0.006));
    assertThat(interval.high()).isEqualTo(mean + error, within(0.006));
  }

  /// An interval of 95% holds the truth in about 95 of 100 samples; 200 samples, seeds 1 to 200.
  @Test
  void theBootstrapsIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    int held = 0;
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Double> values = DoubleStream.generate(random::nextGaussian).limit(40).boxed().toList();
      Interval interval = new Bootstrap(seed, 500).interval(List.of(values), StatisticsTest::mean);
      held += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
    }

    assertThat(held).isBetween(180, 198);
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    List<List<Double>> values = List.of(List.of(1.0, 4.0, 2.0, 8.0, 5.0, 7.0));

    assertThat(Bootstrap.DEFAULTS.interval(values, StatisticsTest::mean))
        .isEqualTo(Bootstrap.DEFAULTS.interval(values, StatisticsTest::mean));
  }

  @Test
  void aStatisticThatIsNotDefinedIsRefused() {
    assertThatThrownBy(() -> Bootstrap.DEFAULTS.interval(List.of(List.of(1.0)), _ -> Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these runs are too few or too alike for this statistic");
  }

  @Test
  void aCellSummarisesItsRuns() {
    double[] values = DoubleStream.iterate(1, x -> x + 1).limit(101).toArray();

    Cell cell = Cell.of(values, Bootstrap.DEFAULTS);

    assertThat(cell.runs()).isEqualTo(101);
    assertThat(cell.median().estimate()).isEqualTo(51);
    assertThat(cell.p95()).isEqualTo(96, within(1.0));
    assertThat(cell.median().low()).isBetween(35.0, 50.0);
    assertThat(cell.median().high()).isBetween(52.0, 67.0);
  }

  @Test
  void survivalIsWhatEveryRunUpToASizePassed() {
    List<MeasuredRun> runs =
        List.of(
            StallVerdictTest.run(Shape.ONE, 1_000, 10, 100),
            StallVerdictTest.run(Shape.ONE, 2_000, 20, 100),
            StallVerdictTest.run(Shape.ONE, 4_000, 40, 100),
            StallVerdictTest.run(Shape.ONE, 8_000, 80, 100));

    Survival survival = Survival.of(runs, Duration.ofSeconds(30));

    assertThat(survival.largestSeen()).isEqualTo(OptionalInt.of(2_000));
    assertThat(survival.smallestKilled()).isEqualTo(OptionalInt.of(4_000));
    assertThat(survival.largestPredicted()).hasValue(3_000);
    assertThat(Survival.of(runs, Duration.ofSeconds(5)).largestSeen()).isEmpty();
    assertThat(Survival.of(runs, Duration.ofMinutes(5)).smallestKilled()).isEmpty();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}

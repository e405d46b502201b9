package dev.toolwire.lab.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StallVerdictTest {

  private static final double RATE = 200;
  private static final int[] SIZES = {500, 2_000, 5_000, 10_000};
  private static final Bootstrap QUICK = new Bootstrap(7, 400);

  /// Campaigns with 15% noise on gaps and rates and a fixed delay of up to 300 ms.
  @ParameterizedTest
  @EnumSource(Behaviour.class)
  void isRightInAHundredOfAHundredNoisyCampaigns(Behaviour truth) {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<MeasuredRun> runs = new ArrayList<>();
      for (Shape shape : Shape.values()) {
        runs.addAll(runs(shape, truth.ratio(shape), 5, 0.15, random));
      }

      StallVerdict verdict = StallVerdict.of(runs, QUICK);

      assertThat(verdict.behaviour())
          .as("seed %d: %s", seed, verdict.ratios())
          .isEqualTo(Optional.of(truth));
    }
  }

  /// With one parameter, held back whole, nothing tells the two kinds of buffering apart.
  @Test
  void oneBigParameterAloneIsInconclusive() {
    StallVerdict verdict =
        StallVerdict.of(runs(Shape.ONE, 1, 5, 0.1, new SplittableRandom(3)), QUICK);

    assertThat(verdict).hasToString("inconclusive");
    assertThat(verdict.doubt())
        .isEqualTo(
            "both per parameter and fully buffered fit;"
                + " more runs, sizes or shapes would tell");
  }

  @Test
  void aRouteThatSometimesBuffersIsInconclusiveInAHundredOfAHundredCampaigns() {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<MeasuredRun> runs = new ArrayList<>();
      for (int size : SIZES) {
        for (int i = 0; i < 5; i++) {
          runs.add(run(Shape.HALVES, size, random.nextBoolean() ? size / RATE : 0.1, RATE));
        }
      }

      StallVerdict verdict = StallVerdict.of(runs, QUICK);

      assertThat(verdict.behaviour()).as("seed %d: %s", seed, verdict.ratios()).isEmpty();
      assertThat(verdict.doubt()).isNotEmpty();
    }
  }

  /// As when an input comes in bursts, unevenly, or written in several calls of the same size.
  @Test
  void burstsOfAnySizeThatDoNotGrowAreStreamedInAHundredOfAHundredCampaigns() {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double burst = 4 * random.nextDouble();
      List<MeasuredRun> runs = new ArrayList<>();
      for (Shape shape : Shape.values()) {
        for (int size : SIZES) {
          for (int i = 0; i < 5; i++) {
            double gap = burst * noisy(0.1, random);
            runs.add(run(shape, size, gap, RATE * noisy(0.15, random)));
          }
        }
      }

      StallVerdict verdict = StallVerdict.of(runs, QUICK);

      assertThat(verdict.behaviour())
          .as("seed %d: %s", seed, verdict.ratios())
          .contains(Behaviour.STREAMED);
    }
  }

  @Test
  void aDelayThatDoesNotGrowIsNoBuffering() {
    SplittableRandom random = new SplittableRandom(11);
    List<MeasuredRun> runs = new ArrayList<>();
    for (int size : SIZES) {
      for (int i = 0; i < 5; i++) {
        runs.add(run(Shape.TENTHS, size, 8 + random.nextDouble(), RATE));
      }
    }

    assertThat(StallVerdict.of(runs, QUICK)).hasToString("streamed");
  }

  /// As when a limit of tokens cuts every input at the same length.
  @Test
  void inputsOfOneLengthAreInconclusive() {
    List<MeasuredRun> runs = new ArrayList<>();
    for (int size : SIZES) {
      MeasuredRun run = run(Shape.ONE, 500, 2, RATE);
      runs.add(new MeasuredRun("converse", Shape.ONE, size, run.metrics(), RATE));
    }

    assertThat(StallVerdict.of(runs, QUICK)).hasToString("inconclusive");
  }

  @Test
  void noRunsAreInconclusive() {
    StallVerdict verdict = StallVerdict.of(List.of(), QUICK);

    assertThat(verdict).hasToString("inconclusive");
    assertThat(verdict.doubt()).contains("no shape has runs of two sizes");
  }

  static List<MeasuredRun> runs(
      Shape shape, double ratio, int repeats, double noise, SplittableRandom random) {
    List<MeasuredRun> runs = new ArrayList<>();
    for (int size : SIZES) {
      for (int i = 0; i < repeats; i++) {
        double gap = ratio * size / RATE * noisy(noise, random) + 0.3 * random.nextDouble();
        runs.add(run(shape, size, gap, RATE * noisy(noise, random)));
      }
    }
    return runs;
  }

  private static double noisy(double noise, SplittableRandom random) {
    return 1 + noise * random.nextGaussian();
  }

  static MeasuredRun run(Shape shape, int size, double gapSeconds, double rate) {
    long gap = Math.max(0, Math.round(gapSeconds * 1e9));
    InputMetrics input =
        new InputMetrics(size, 0, gap, gap, gap, 0, 0, size, size, size, 1, gap == 0 ? 1 : 0);
    StallMetrics metrics =
        new StallMetrics(true, gap, 0, gap, gap, 1, size, gap, Optional.of(input), 0);
    return new MeasuredRun("converse", shape, size, metrics, rate);
  }
}

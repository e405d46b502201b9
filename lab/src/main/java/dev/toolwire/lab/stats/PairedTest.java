package dev.toolwire.lab.stats;

import java.util.OptionalLong;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/// Whether one model is better than another, from trials that both of them played: McNemar's test,
/// exact. Only pairs of which one passed and the other failed say anything.
///
/// @param both pairs in which both passed
/// @param onlyFirst pairs in which only the first passed
/// @param onlySecond pairs in which only the second passed
/// @param neither pairs in which both failed
public record PairedTest(int both, int onlyFirst, int onlySecond, int neither) {

  /// Below this a difference counts as seen.
  public static final double SIGNIFICANT = 0.05;

  /// The 97.5th and the 80th percentile of the standard normal distribution.
  private static final double Z_TWO_SIDED = 1.959963984540054;

  private static final double Z_POWER = 0.8416212335729143;

  public PairedTest {
    if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) {
      throw new IllegalArgumentException("a number of pairs is negative");
    }
  }

  /// How many pairs there are.
  public int pairs() {
    return both + onlyFirst + onlySecond + neither;
  }

  /// By how much the first passes more often than the second, from -1 to 1.
  public double difference() {
    return pairs() == 0 ? 0 : (double) (onlyFirst - onlySecond) / pairs();
  }

  /// How likely so uneven a split is if both are equally good; two-sided. 1 if nothing speaks.
  public double pValue() {
    int split = onlyFirst + onlySecond;
    return split == 0
        ? 1
        : BinomialTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .test(split, onlyFirst, 0.5)
            .getPValue();
  }

  public boolean isSignificant() {
    return pValue() < SIGNIFICANT;
  }

  /// How many pairs it takes to find a difference such as this with a power of 80% at 5% (R. J.
  /// Connor, Sample size for testing differences in proportions for the paired-sample design,
  /// Biometrics 43, 1987); empty if there is no difference.
  public OptionalLong pairsNeeded() {
    double difference = Math.abs(difference());
    if (difference == 0) {
      return OptionalLong.empty();
    }
    double split = (double) (onlyFirst + onlySecond) / pairs();
    double root =
        Z_TWO_SIDED * Math.sqrt(split)
            + Z_POWER * Math.sqrt(Math.max(0, split - difference * difference));
    return OptionalLong.of((long) Math.ceil(root * root / (difference * difference)));
  }
}

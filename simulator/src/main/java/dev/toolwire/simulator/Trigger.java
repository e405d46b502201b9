package dev.toolwire.simulator;

import java.util.random.RandomGenerator;

/// Which requests a [Fault] strikes. Prints as [FaultRule#parse] reads it.
public sealed interface Trigger {

  /// All of them.
  record Every() implements Trigger {
    @Override
    public String toString() {
      return "every request";
    }
  }

  /// One, counted from 1.
  record Nth(long number) implements Trigger {
    public Nth {
      if (number < 1) {
        throw new IllegalArgumentException("requests are counted from 1, not " + number);
      }
    }

    @Override
    public String toString() {
      return "request " + number;
    }
  }

  /// The first so many.
  record First(long count) implements Trigger {
    @Override
    public String toString() {
      return "first " + count + " requests";
    }
  }

  /// Some by chance, which the simulator's seed decides.
  record Chance(int percent) implements Trigger {
    public Chance {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("expected 0% to 100%, got " + percent + "%");
      }
    }

    @Override
    public String toString() {
      return percent + "% of requests";
    }
  }

  static Trigger every() {
    return new Every();
  }

  static Trigger nth(long number) {
    return new Nth(number);
  }

  static Trigger first(long count) {
    return new First(count);
  }

  static Trigger chance(int percent) {
    return new Chance(percent);
  }

  /// Whether the request with this number is struck.
  default boolean strikes(long number, RandomGenerator random) {
    return switch (this) {
      case Every() -> true;
      case Nth(long only) -> number == only;
      case First(long count) -> number <= count;
      case Chance(int percent) -> random.nextInt(100) < percent;
    };
  }
}

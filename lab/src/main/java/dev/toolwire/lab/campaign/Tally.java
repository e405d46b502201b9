package dev.toolwire.lab.campaign;

import dev.toolwire.model.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Counts what is done and foretells how long the rest takes. For one thread.
final class Tally<T> {

  private final ToDoubleFunction<T> weight;
  private final Ticker ticker;
  private final int before;
  private final int planned;
  private final double allWeight;
  private final long began;
  private int done;
  private double doneWeight;

  Tally(List<T> tasks, int before, ToDoubleFunction<T> weight, Ticker ticker) {
    this.weight = weight;
    this.ticker = ticker;
    this.before = before;
    this.planned = tasks.size();
    this.allWeight = tasks.stream().mapToDouble(weight).sum();
    this.began = ticker.nanos();
  }

  void finished(T task) {
    done++;
    doneWeight += weight.applyAsDouble(task);
  }

  Progress progress() {
    long elapsed = ticker.nanos() - began;
    Optional<Duration> left =
        doneWeight == 0
            ? Optional.empty()
            : Optional.of(
                Duration.ofNanos(
                    (long) (elapsed * Math.max(0, allWeight - doneWeight) / doneWeight)));
    return new Progress(before + done, before + planned, Duration.ofNanos(elapsed), left);
  }
}

package dev.toolwire.lab.campaign;

import dev.toolwire.model.Ticker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Runs that are to be done, in this order, and how many of them at once. Immutable.
///
/// ```java
/// boolean all = Campaign.of(plan).inRandomOrder(seed).without(kept::contains).atMost(8)
///     .run(plan -> ask(plan), (plan, result, progress) -> journal.append(...));
/// ```
///
/// @param <T> what says which run it is
public final class Campaign<T> {

  private final List<T> tasks;
  private final int before;
  private final int atOnce;
  private final Function<T, Lane> lanes;
  private final ToDoubleFunction<T> weight;
  private final Ticker ticker;

  private Campaign(
      List<T> tasks,
      int before,
      int atOnce,
      Function<T, Lane> lanes,
      ToDoubleFunction<T> weight,
      Ticker ticker) {
    this.tasks = List.copyOf(tasks);
    this.before = before;
    this.atOnce = atOnce;
    this.lanes = lanes;
    this.weight = weight;
    this.ticker = ticker;
  }

  /// Runs that may only go on so many at once, such as those that ask the same provider.
  ///
  /// @param name which lane it is
  /// @param places how many at once; at least one
  public record Lane(String name, int places) {
    public Lane {
      if (places < 1) {
        throw new IllegalArgumentException(
            places + " runs of " + name + " at once; expected 1 or more");
      }
    }
  }

  /// Does one run, on a thread of its own. An interrupt ends it: the result is then thrown away.
  ///
  /// @param <R> what comes of it, misfortune included: an exception ends the campaign
  @FunctionalInterface
  public interface Work<T, R> {
    R run(T task) throws InterruptedException;
  }

  /// Takes what comes of runs, one after the other, in the thread that has called [#run(Work,
  /// Results)].
  @FunctionalInterface
  public interface Results<T, R> {
    void finished(T task, R result, Progress progress);
  }

  /// A campaign of these runs, one after the other.
  public static <T> Campaign<T> of(List<T> tasks) {
    return new Campaign<>(tasks, 0, 1, _ -> new Lane("", Integer.MAX_VALUE), _ -> 1, Ticker.SYSTEM);
  }

  /// The same runs in an order that chance gives, always the same for the same seed: so that
  /// nothing that changes with the time of day looks like an effect of what is varied.
  public Campaign<T> inRandomOrder(long seed) {
    List<T> shuffled = new ArrayList<>(tasks);
    Collections.shuffle(shuffled, new Random(seed));
    return new Campaign<>(shuffled, before, atOnce, lanes, weight, ticker);
  }

  /// The same without the runs that are done already; [Progress] counts them as done.
  public Campaign<T> without(Predicate<? super T> done) {
    List<T> left = tasks.stream().filter(done.negate()).toList();
    int skipped = tasks.size() - left.size();
    return new Campaign<>(left, before + skipped, atOnce, lanes, weight, ticker);
  }

  /// At most so many runs at once; 1 unless said.
  public Campaign<T> atMost(int runs) {
    if (runs < 1) {
      throw new IllegalArgumentException(runs + " runs at once; expected 1 or more");
    }
    return new Campaign<>(tasks, before, runs, lanes, weight, ticker);
  }

  /// Limits how many runs of each lane go on at once; a lane that is full holds up no other.
  public Campaign<T> inLanes(Function<T, Lane> ofTask) {
    return new Campaign<>(tasks, before, atOnce, ofTask, weight, ticker);
  }

  /// How long a run takes, compared with others; the time left is estimated by it.
  public Campaign<T> weighing(ToDoubleFunction<T> task) {
    return new Campaign<>(tasks, before, atOnce, lanes, task, ticker);
  }

  /// Measures time by `clock`.
  public Campaign<T> withTicker(Ticker clock) {
    return new Campaign<>(tasks, before, atOnce, lanes, weight, clock);
  }

  /// The runs that are left, in their order.
  public List<T> tasks() {
    return tasks;
  }

  /// How far it is before it begins.
  public Progress beginning() {
    return new Tally<>(tasks, before, weight, ticker).progress();
  }

  /// Does the runs. An interrupt of the calling thread ends those under way and lets no other
  /// begin.
  ///
  /// @return whether all were done; false after an interrupt, whose flag is then no longer set
  /// @throws RuntimeException what a run or `results` has thrown, after the other runs were ended
  public <R> boolean run(Work<T, R> work, Results<T, R> results) {
    Tally<T> tally = new Tally<>(tasks, before, weight, ticker);
    try (Workers<T, R> workers = new Workers<>(new Queues<>(tasks, lanes), atOnce, work)) {
      for (var done = workers.next(); done.isPresent(); done = workers.next()) {
        T task = done.get().task();
        tally.finished(task);
        results.finished(task, done.get().result(), tally.progress());
      }
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }
}

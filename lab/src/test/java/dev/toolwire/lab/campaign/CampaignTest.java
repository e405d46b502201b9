package dev.toolwire.lab.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.lab.campaign.Campaign.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CampaignTest {

  private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();

  @Test
  void doesRunsInTheirOrderOneByOne() {
    List<String> done = new ArrayList<>();

    boolean all =
        Campaign.of(TEN)
            .run(
                task -> "run " + task,
                (_, result, progress) -> done.add(result + ": " + progress.done()));

    assertThat(all).isTrue();
    assertThat(done).startsWith("run 0: 1", "run 1: 2").hasSize(10).endsWith("run 9: 10");
  }

  @Test
  void theSeedGivesTheOrder() {
    List<Integer> order = Campaign.of(TEN).inRandomOrder(42).tasks();

    assertThat(order).isEqualTo(Campaign.of(TEN).inRandomOrder(42).tasks());
    assertThat(order).isNotEqualTo(Campaign.of(TEN).inRandomOrder(43).tasks());
    assertThat(order).containsExactlyInAnyOrderElementsOf(TEN);
  }

  @Test
  void whatIsDoneIsLeftOutAndCounted() {
    Campaign<Integer> rest = Campaign.of(TEN).inRandomOrder(1).without(Set.of(1, 2, 3)::contains);

    assertThat(rest.tasks()).hasSize(7).doesNotContain(1, 2, 3);
    assertThat(rest.beginning()).hasToString("3 of 10 runs");
  }

  @Test
  void asManyRunsGoOnAtOnceAsAreAllowed() {
    CyclicBarrier three = new CyclicBarrier(3);
    List<Integer> done = new ArrayList<>();

    Campaign.of(TEN.subList(0, 9))
        .atMost(3)
        .run(
            task -> {
              await(three);
              return task;
            },
            (_, result, _) -> done.add(result));

    assertThat(done).containsExactlyInAnyOrderElementsOf(TEN.subList(0, 9));
  }

  @Test
  void aFullLaneHoldsUpNoOther() {
    Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    Map<String, Integer> most = new ConcurrentHashMap<>();
    CountDownLatch bothLanes = new CountDownLatch(3);

    Campaign.of(TEN)
        .atMost(10)
        .inLanes(task -> task < 8 ? new Lane("slow", 2) : new Lane("fast", 1))
        .run(
            task -> {
              String lane = task < 8 ? "slow" : "fast";
              int now = underWay.computeIfAbsent(lane, _ -> new AtomicInteger()).incrementAndGet();
              most.merge(lane, now, Math::max);
              bothLanes.countDown();
              bothLanes.await();
              underWay.get(lane).decrementAndGet();
              return task;
            },
            (_, _, _) -> {});

    assertThat(most).containsExactlyInAnyOrderEntriesOf(Map.of("slow", 2, "fast", 1));
  }

  @Test
  void anInterruptEndsTheRunsUnderWayAndKeepsWhatIsDone() {
    List<Integer> done = new ArrayList<>();
    AtomicInteger ended = new AtomicInteger();
    Thread caller = Thread.currentThread();

    boolean all =
        Campaign.of(TEN)
            .run(
                task -> {
                  if (task == 4) {
                    caller.interrupt();
                    try {
                      new CountDownLatch(1).await();
                    } finally {
                      ended.incrementAndGet();
                    }
                  }
                  return task;
                },
                (_, result, _) -> done.add(result));

    assertThat(all).isFalse();
    assertThat(done).containsExactly(0, 1, 2, 3);
    assertThat(ended).hasValue(1);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aRunThatThrowsEndsTheCampaign() {
    assertThatThrownBy(() ->
            Campaign.of(TEN)
                .atMost(2)
                .run(
                    task -> {
                      if (task == 1) {
                        throw new IllegalStateException("a defect");
                      }
                      return task;
                    },
                    (_, _, _) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a defect");
  }

  @Test
  void theTimeLeftIsForetoldByWeight() {
    AtomicLong now = new AtomicLong();
    List<Progress> told = new ArrayList<>();

    Campaign.of(List.of(1, 2, 3, 6))
        .weighing(task -> task)
        .withTicker(now::get)
        .run(
            task -> now.addAndGet(Duration.ofSeconds(task).toNanos()),
            (_, _, progress) -> told.add(progress));

    assertThat(told)
        .extracting(Progress::left)
        .containsExactly(seconds(11), seconds(9), seconds(6), seconds(0));
    assertThat(told.getFirst()).hasToString("1 of 4 runs, 0:11 left");
    assertThat(new Progress(2, 4, Duration.ZERO, Optional.of(Duration.ofSeconds(3 * 3600 + 62))))
        .hasToString("2 of 4 runs, 3:01:02 left");
  }

  @Test
  void nothingToDoIsDone() {
    assertThat(Campaign.of(List.of()).run(task -> task, (_, _, _) -> {})).isTrue();
    assertThat(Campaign.of(List.of()).beginning().share()).isEqualTo(1);
  }

  private static Optional<Duration> seconds(long seconds) {
    return Optional.of(Duration.ofSeconds(seconds));
  }

  private static void await(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await();
    } catch (BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }
}

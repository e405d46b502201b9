package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AlarmClockTest {

  private static final long MILLISECOND = 1_000_000;
  private static final long HOUR = 3_600_000 * MILLISECOND;

  private final Alarms clock = new AlarmClock();

  @Test
  void alarmsRingInTheOrderInWhichTheyAreDue() throws InterruptedException {
    List<String> rang = new CopyOnWriteArrayList<>();
    CountDownLatch last = new CountDownLatch(1);

    clock.in(
        5 * MILLISECOND,
        () -> {
          rang.add("later");
          last.countDown();
        });
    clock.in(MILLISECOND, () -> rang.add("sooner"));

    last.await();
    assertThat(rang).containsExactly("sooner", "later");
  }

  @Test
  void alarmThatWasCalledOffStaysSilentAndTheNextOneRings() throws InterruptedException {
    List<String> rang = new CopyOnWriteArrayList<>();
    CountDownLatch last = new CountDownLatch(1);

    clock.in(MILLISECOND, () -> rang.add("called off")).cancel();
    clock.in(2 * MILLISECOND, last::countDown);

    last.await();
    assertThat(rang).isEmpty();
  }

  @Test
  void sleeperWakesUpForAnAlarmThatIsDueBeforeAllOthers() throws InterruptedException {
    CountDownLatch last = new CountDownLatch(1);

    clock.in(HOUR, () -> {}).cancel();
    clock.in(Long.MAX_VALUE, () -> {});
    clock.in(MILLISECOND, last::countDown);

    last.await();
    assertThat(last.getCount()).isZero();
  }
}

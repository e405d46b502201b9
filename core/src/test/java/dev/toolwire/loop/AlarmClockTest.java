package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AlarmClockTest {

  private static final long MILLISECOND = 1_000_000;
  private static final long HOUR = 3_600_000 * MILLISECOND;

  private final VirtualTime time = new VirtualTime();
  private final Alarms clock = new AlarmClock(time);
  private final List<String> rang = new CopyOnWriteArrayList<>();
  private final CountDownLatch last = new CountDownLatch(1);

  @Test
  void alarmsRingInTheOrderInWhichTheyAreDue() throws InterruptedException {
    clock.in(
        5 * MILLISECOND,
        () -> {
          rang.add("later");
          last.countDown();
        });
    clock.in(MILLISECOND, () -> rang.add("sooner"));

    time.pass(Duration.ofMillis(5));

    last.await();
    assertThat(rang).containsExactly("sooner", "later");
  }

  @Test
  void alarmThatWasCalledOffStaysSilentAndTheNextOneRings() throws InterruptedException {
    clock.in(MILLISECOND, () -> rang.add("called off")).cancel();
    clock.in(2 * MILLISECOND, last::countDown);

    time.pass(Duration.ofMillis(2));

    last.await();
    assertThat(rang).isEmpty();
  }

  @Test
  void sleeperWakesUpForAnAlarmThatIsDueBeforeAllOthers() throws InterruptedException {
    clock.in(Long.MAX_VALUE, () -> rang.add("at the end of time"));
    clock.in(HOUR, () -> rang.add("in an hour"));
    clock.in(MILLISECOND, last::countDown);

    time.pass(Duration.ofMillis(1));

    last.await();
    assertThat(rang).isEmpty();
  }
}

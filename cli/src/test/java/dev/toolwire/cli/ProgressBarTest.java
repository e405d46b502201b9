package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.campaign.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private final StringWriter err = new StringWriter();
  private final AtomicLong now = new AtomicLong();

  @Test
  void aPersonSeesABarThatIsDrawnOverItself() {
    ProgressBar bar = bar(true);
    bar.show(progress(10));
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    bar.show(progress(20));
    bar.clear();

    assertThat(err.toString())
        .isEqualTo(
            "\r\u001B[K\u001B[?7l[#######-----------------------] 10 of 40 runs, 0:05 left\u001B[?7h"
                + "\r\u001B[K\u001B[?7l[###############---------------] 20 of 40 runs, 0:05 left\u001B[?7h"
                + "\r\u001B[K");
  }

  @Test
  void aBarIsNotDrawnMoreThanTenTimesASecondButAtTheEnd() {
    ProgressBar bar = bar(true);
    bar.show(progress(10));
    bar.show(progress(11));
    bar.show(progress(40));

    assertThat(err.toString()).contains("10 of").doesNotContain("11 of").contains("40 of");
  }

  @Test
  void elsewhereEachTenthIsALine() {
    ProgressBar bar = bar(false);
    for (int done = 0; done <= 40; done++) {
      bar.show(progress(done));
    }
    bar.clear();

    assertThat(err.toString().lines())
        .hasSize(10)
        .startsWith("toolwire: 4 of 40 runs, 0:05 left")
        .endsWith("toolwire: 40 of 40 runs, 0:05 left");
  }

  private ProgressBar bar(boolean terminal) {
    return new ProgressBar(new PrintWriter(err, true), terminal, now::get);
  }

  private static Progress progress(int done) {
    return new Progress(done, 40, Duration.ZERO, Optional.of(Duration.ofSeconds(5)));
  }
}

package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.toolwire.json.JsonEvent.StringGrew;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Counts allocated bytes and told characters, not time: what is copied again for every fragment
/// shows there, on any machine, as a growth that is not in proportion.
class IncrementalJsonCostTest {
  private static final int KIB = 1024;
  private static final String DELTA = "sixteen letters,";

  @Test
  void lookingAtTheTreeAfterEveryDeltaAllocatesInProportionToTheInput() {
    long small = allocatedPerDelta(16 * KIB, _ -> {}, false);
    long large = allocatedPerDelta(1024 * KIB, _ -> {}, false);

    assertThat(large).isLessThan(2 * small).isLessThan(300);
  }

  @Test
  void aReaderWithoutASinkAllocatesNoEvents() {
    assertThat(allocatedPerDelta(1024 * KIB, _ -> {}, true)).isLessThan(200);
  }

  @Test
  void everyCharacterIsToldOnce() {
    var told = new AtomicInteger();

    allocatedPerDelta(
        1024 * KIB,
        event -> {
          if (event instanceof StringGrew(_, var piece)) {
            told.addAndGet(piece.length());
          }
        },
        false);

    assertThat(told).hasValue(1024 * KIB);
  }

  private static long allocatedPerDelta(int size, Consumer<JsonEvent> sink, boolean silent) {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    var json = silent ? new IncrementalJson() : new IncrementalJson(sink);
    int deltas = size / DELTA.length();

    json.feed("{\"file_text\":\"");
    for (int delta = 1; delta <= deltas; delta++) {
      json.feed(DELTA);
      assertGrown(json, delta * DELTA.length());
    }
    json.feed("\"}");
    json.finish();

    return (thread.getCurrentThreadAllocatedBytes() - before) / deltas;
  }

  private static void assertGrown(IncrementalJson json, int length) {
    JsonNode text = json.partial().orElseThrow().path("file_text");
    if (!(text instanceof GrowingString growing) || growing.soFar().length() != length) {
      throw new AssertionError("expected " + length + " characters so far");
    }
  }
}

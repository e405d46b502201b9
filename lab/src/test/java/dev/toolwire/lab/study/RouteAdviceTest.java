package dev.toolwire.lab.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Moment.Kind;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import dev.toolwire.lab.study.RouteAdvice.Fit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteAdviceTest {

  private static final long SECOND = 1_000_000_000;

  /// `slow` is silent for 10 ms a character, `quick` for a second whatever the size.
  private static final StallStudy STUDY = study();

  @Test
  void whatPassedAtTheSizeIsBest() {
    List<RouteAdvice> advice = RouteAdvice.of(STUDY, 2_000, Duration.ofSeconds(15));

    assertThat(advice)
        .extracting(each -> each.route().strategy() + " " + each.fit())
        .containsExactly("quick PASSED", "slow KILLED", "broken UNKNOWN");
    assertThat(advice.getFirst().evidence()).isEqualTo("6 runs of up to 4,000 characters");
  }

  @Test
  void aSizeThatWasNotMeasuredIsForetoldByTheLine() {
    List<RouteAdvice> advice = RouteAdvice.of(STUDY, 8_000, Duration.ofSeconds(100));

    assertThat(advice)
        .extracting(RouteAdvice::fit)
        .containsExactly(Fit.FORETOLD, Fit.FORETOLD, Fit.UNKNOWN);
    assertThat(advice.getFirst().route().strategy()).isEqualTo("quick");
    assertThat(advice.get(1).silence()).isBetween(79.0 * SECOND, 81.0 * SECOND);
    assertThat(advice.getFirst().evidence()).contains("larger inputs are foretold");
  }

  @Test
  void aLineThatReachesTheLimitKills() {
    assertThat(RouteAdvice.of(STUDY, 20_000, Duration.ofSeconds(100)))
        .extracting(each -> each.route().strategy() + " " + each.fit())
        .startsWith("quick FORETOLD", "slow KILLED");
  }

  @Test
  void everyRunIsARowWithTheSeedsFourColumnsFirst() throws IOException {
    StringBuilder csv = new StringBuilder();
    StallCsv.write(STUDY, csv);

    List<String> lines = csv.toString().lines().toList();
    assertThat(lines).hasSize(1 + 18);
    assertThat(lines.getFirst())
        .startsWith("timestamp,implementation,input_size,tool_time_seconds,recording,model,shape,");
    assertThat(lines.get(1))
        .startsWith(
            "1970-01-01T00:00:00Z,slow,1000,10.000000,s.jsonl,\"m,1\",one,1,false,answered,");
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.replace("m,1", "m").split(",")).hasSize(21));
  }

  private static StallStudy study() {
    List<RecordedRun> runs = new ArrayList<>();
    for (int size : List.of(1_000, 2_000, 4_000)) {
      for (int repeat = 1; repeat <= 2; repeat++) {
        runs.add(run("slow", size, repeat, size * SECOND / 100, Kind.COMPLETED));
        runs.add(run("quick", size, repeat, SECOND, Kind.COMPLETED));
        runs.add(run("broken", size, repeat, SECOND, Kind.BROKEN));
      }
    }
    return StallStudy.of("s.jsonl", runs);
  }

  private static RecordedRun run(String strategy, int size, int repeat, long silence, Kind end) {
    Timeline timeline =
        Timeline.of(
            List.of(
                Moment.at(Kind.SENT, 0, -1, 0),
                Moment.at(Kind.TOOL_USE_START, 0, 0, 0),
                Moment.at(Kind.BYTES, silence, -1, size),
                Moment.at(Kind.TOOL_INPUT_DELTA, silence, 0, size),
                Moment.at(Kind.CONTENT_BLOCK_STOP, silence, 0, 0),
                Moment.at(end, silence, -1, 0)));
    RunLabel label = new RunLabel(strategy, "m,1", Shape.ONE, size, repeat, false);
    Ending ending = end == Kind.BROKEN ? Ending.BROKEN : Ending.ANSWERED;
    return new RecordedRun(label, Instant.EPOCH, timeline, ending, "");
  }
}

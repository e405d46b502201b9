package dev.toolwire.bench.stall;

import dev.toolwire.bench.harness.Rounds;
import dev.toolwire.lab.page.stall.StallPage;
import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RecordingFile;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.recording.StallPlan;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Moment.Kind;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import dev.toolwire.lab.study.StallStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Writes a recording of ten million events, and reports it in a process of its own with a heap of
/// 1 GiB: figures, intervals and page.
final class ReportCost {

  private static final long EVENTS = 10_000_000;
  private static final int REPEATS = 10;
  private static final List<Integer> SIZES = List.of(10_000, 20_000, 30_000, 40_000, 50_000);
  private static final StallPlan PLAN =
      new StallPlan(
          List.of(new StallPlan.Route("bench:model", "converse")),
          List.of(Shape.ONE),
          SIZES,
          REPEATS,
          1);
  private static final long STEP = 1_000_000;

  private ReportCost() {}

  static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("stall");
    Path file = folder.resolve("stall.jsonl");
    try {
      write(file);
      Process process =
          Rounds.java(List.of("-Xmx1g"), List.of(Report.class.getName(), file.toString()))
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("the report failed");
      }
    } finally {
      Files.deleteIfExists(folder.resolve("report.html"));
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /// Half of the events are bytes, as on a wire that sends one delta at a time.
  private static void write(Path file) {
    int runs = SIZES.size() * REPEATS * 2;
    int deltas = (int) (EVENTS / runs / 2);
    try (RecordingFile recording = RecordingFile.append(file)) {
      recording.begin(PLAN);
      for (int size : SIZES) {
        for (int repeat = 1; repeat <= REPEATS; repeat++) {
          RunLabel label = new RunLabel("converse", "bench:model", Shape.ONE, size, repeat, false);
          recording.append(run(label, deltas));
          recording.append(run(label.paired(), deltas));
        }
      }
    }
  }

  private static RecordedRun run(RunLabel label, int deltas) {
    Timeline.Recorder recorder = new Timeline.Recorder();
    recorder.add(Moment.at(Kind.SENT, 0, -1, 0));
    long at = STEP;
    recorder.add(Moment.at(Kind.MESSAGE_START, at, -1, 0));
    if (!label.control()) {
      recorder.add(Moment.at(Kind.TOOL_USE_START, at, 0, 0));
      at += label.size() * STEP;
    }
    Kind delta = label.control() ? Kind.TEXT_DELTA : Kind.TOOL_INPUT_DELTA;
    for (int i = 0; i < deltas; i++) {
      at += STEP;
      recorder.add(Moment.at(Kind.BYTES, at, -1, 180));
      recorder.add(new Moment(delta, at, at - 1_000, 0, label.size() / 1_000));
    }
    recorder.add(Moment.at(Kind.CONTENT_BLOCK_STOP, at, 0, 0));
    recorder.add(Moment.at(Kind.COMPLETED, at, -1, 0));
    return new RecordedRun(label, Instant.EPOCH, recorder.timeline(), Ending.ANSWERED, "");
  }

  /// Reads a recording and writes its report beside it.
  static final class Report {

    private Report() {}

    public static void main(String[] args) throws IOException {
      Path file = Path.of(args[0]);
      long start = System.nanoTime();
      StallStudy study = StallStudy.of(List.of(file));
      double read = (System.nanoTime() - start) / 1e9;
      StallPage.of(study, "").write(file.resolveSibling("report.html"));
      System.out.printf(
          Locale.ROOT,
          "report of %,d events (%,d MiB) in a heap of %,d MiB: %.1f s, of which %.1f s are reading"
              + " and figures; %.1f s of CPU%n",
          EVENTS,
          Files.size(file) >> 20,
          Runtime.getRuntime().maxMemory() >> 20,
          (System.nanoTime() - start) / 1e9,
          read,
          ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
    }
  }
}

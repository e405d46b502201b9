package dev.toolwire.conformance.page;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Behaviour;
import dev.toolwire.lab.stall.Moment.Kind;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Recorded runs of a model that writes about 120 bytes a second, over a route that lets tool
/// inputs out in a known way. The same seed gives the same runs.
final class StallRuns {

  private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");
  private static final long SECOND = 1_000_000_000;
  private static final int PIECE = 24;
  private static final List<Integer> SIZES = List.of(500, 1_000, 2_000, 5_000, 10_000);

  private final SplittableRandom random;

  StallRuns(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// Five sizes, two shapes and three repeats by one strategy, with their controls.
  List<RecordedRun> route(String strategy, String model, Behaviour behaviour) {
    List<RecordedRun> runs = new ArrayList<>();
    for (Shape shape : List.of(Shape.ONE, Shape.TENTHS)) {
      for (int size : SIZES) {
        for (int repeat = 1; repeat <= 3; repeat++) {
          RunLabel label = new RunLabel(strategy, model, shape, size, repeat, false);
          runs.add(run(label, input(label, behaviour)));
          runs.add(run(label.paired(), text(label)));
        }
      }
    }
    return runs;
  }

  private static RecordedRun run(RunLabel label, Timeline timeline) {
    return new RecordedRun(label, BEGAN, timeline, Ending.ANSWERED, "");
  }

  private Timeline text(RunLabel label) {
    var recorder = new Timeline.Recorder();
    note(recorder, Kind.SENT, 0, -1, 0);
    long at = begin(recorder);
    for (int written = 0; written < label.size(); written += PIECE) {
      at += pace();
      seen(recorder, Kind.TEXT_DELTA, at, 0, Math.min(PIECE, label.size() - written));
    }
    return ended(recorder, at);
  }

  /// The model writes at its pace; what has come is let out when the behaviour says so.
  private Timeline input(RunLabel label, Behaviour behaviour) {
    var recorder = new Timeline.Recorder();
    note(recorder, Kind.SENT, 0, -1, 0);
    long at = begin(recorder);
    seen(recorder, Kind.TOOL_USE_START, at, 0, 0);
    double part = label.size() * behaviour.ratio(label.shape());
    int held = 0;
    int parts = 0;
    for (int written = 0; written < label.size(); ) {
      int piece = Math.min(PIECE, label.size() - written);
      at += pace();
      written += piece;
      held += piece;
      if (written >= Math.floor((parts + 1) * part) || written == label.size()) {
        parts++;
        at = release(recorder, at, held);
        held = 0;
      }
    }
    seen(recorder, Kind.CONTENT_BLOCK_STOP, at, 0, 0);
    return ended(recorder, at);
  }

  /// In pieces, a few milliseconds apart.
  private long release(Timeline.Recorder recorder, long from, int bytes) {
    long at = from;
    for (int left = bytes; left > 0; left -= PIECE) {
      seen(recorder, Kind.TOOL_INPUT_DELTA, at, 0, Math.min(PIECE, left));
      at += left > PIECE ? 200_000 : 0;
    }
    return at;
  }

  private long begin(Timeline.Recorder recorder) {
    long at = SECOND / 2 + random.nextLong(SECOND / 2);
    seen(recorder, Kind.MESSAGE_START, at, -1, 0);
    return at;
  }

  private long pace() {
    return SECOND / 5 + random.nextLong(-SECOND / 50, SECOND / 50);
  }

  private static Timeline ended(Timeline.Recorder recorder, long at) {
    seen(recorder, Kind.MESSAGE_STOP, at, -1, 0);
    note(recorder, Kind.COMPLETED, at, -1, 0);
    return recorder.timeline();
  }

  /// An event, and the bytes that it came in.
  private static void seen(Timeline.Recorder recorder, Kind kind, long at, int block, int bytes) {
    note(recorder, Kind.BYTES, at, -1, bytes + 90);
    note(recorder, kind, at, block, bytes);
  }

  private static void note(Timeline.Recorder recorder, Kind kind, long at, int block, int bytes) {
    recorder.add(kind, at, at, block, bytes);
  }
}

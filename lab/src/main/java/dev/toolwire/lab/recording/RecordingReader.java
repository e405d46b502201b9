package dev.toolwire.lab.recording;

import dev.toolwire.lab.campaign.Journal;
import dev.toolwire.lab.stall.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the finished runs of a recording, one after the other: never more than one is held.
///
/// A run that was not finished is passed over, and so is a line of which only the beginning is
/// there: that is what a killed process leaves. Anything else that is no recording is an error.
public final class RecordingReader {

  private final Path file;
  private final Consumer<RecordedRun> sink;
  private long line;
  private int unfinished;
  private Optional<StallPlan> plan = Optional.empty();
  private RecordingLine.@Nullable Began began;
  private Timeline.Recorder recorder = new Timeline.Recorder();

  private RecordingReader(Path file, Consumer<RecordedRun> sink) {
    this.file = file;
    this.sink = sink;
  }

  /// Gives every finished run of `file` to `sink`, in the order in which they were finished; none
  /// if there is no such file.
  ///
  /// @throws java.io.UncheckedIOException if the file cannot be read
  /// @throws IllegalArgumentException if it is no recording; the message names the line
  public static Recording read(Path file, Consumer<RecordedRun> sink) {
    RecordingReader reader = new RecordingReader(file, sink);
    Journal.read(file, reader::take);
    reader.giveUp();
    return new Recording(reader.plan, reader.unfinished);
  }

  private void take(String text) {
    line++;
    take(RecordingLine.read(text), text);
  }

  private void take(RecordingLine read, String text) {
    switch (read) {
      case RecordingLine.Planned(var planned) -> {
        giveUp();
        plan = Optional.of(planned);
      }
      case RecordingLine.Began begins -> {
        giveUp();
        began = begins;
        recorder = new Timeline.Recorder();
      }
      case RecordingLine.Seen(var moment) when began != null -> recorder.add(moment);
      case RecordingLine.Finished finished when began != null -> finish(began, finished);
      case RecordingLine.Cut _ when text.startsWith("{") -> giveUp();
      case RecordingLine.Seen _, RecordingLine.Finished _, RecordingLine.Cut _ ->
          throw new IllegalArgumentException(
              file
                  + ", line "
                  + line
                  + ": expected the beginning of a run, got \""
                  + text.substring(0, Math.min(text.length(), 60))
                  + "\"; is this a recording of toolwire stall?");
    }
  }

  private void finish(RecordingLine.Began begun, RecordingLine.Finished finished) {
    Instant at = begun.at();
    sink.accept(
        new RecordedRun(
            begun.label(), at, recorder.timeline(), finished.ending(), finished.words()));
    began = null;
  }

  private void giveUp() {
    unfinished += began == null ? 0 : 1;
    began = null;
  }
}

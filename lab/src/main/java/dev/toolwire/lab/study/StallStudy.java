package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.Recording;
import dev.toolwire.lab.recording.RecordingReader;
import dev.toolwire.lab.stall.Bootstrap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// What recordings of stall runs say: for every route its verdict and what that rests on. The same
/// recordings always give the same study.
///
/// @param sources the recordings, in the order in which they were given
/// @param routes those of the first recording first, in the order in which they were planned
/// @param bootstrap what intervals were drawn with
public record StallStudy(List<Source> sources, List<RouteStudy> routes, Bootstrap bootstrap) {

  public StallStudy {
    sources = List.copyOf(sources);
    routes = List.copyOf(routes);
  }

  /// The study of these files; no more than one timeline is held at a time.
  ///
  /// @throws java.io.UncheckedIOException if a file cannot be read
  /// @throws IllegalArgumentException if a file is no recording; the message names the line
  public static StallStudy of(List<Path> files) {
    StudyDraft draft = new StudyDraft();
    files.forEach(file -> draft.source(name(file), sink -> recording(file, sink)));
    return draft.study(Bootstrap.DEFAULTS);
  }

  /// The study of these runs, under the name of one recording.
  public static StallStudy of(String name, Iterable<RecordedRun> runs) {
    StudyDraft draft = new StudyDraft();
    draft.source(
        name,
        sink -> {
          runs.forEach(sink);
          return new Recording(Optional.empty(), 0);
        });
    return draft.study(Bootstrap.DEFAULTS);
  }

  /// A file in which there is neither a plan nor a run is most likely another than was meant.
  private static Recording recording(Path file, Consumer<RecordedRun> sink) {
    AtomicBoolean empty = new AtomicBoolean(true);
    Recording recording =
        RecordingReader.read(
            file,
            run -> {
              empty.set(false);
              sink.accept(run);
            });
    if (empty.get() && recording.plan().isEmpty()) {
      throw new IllegalArgumentException(
          file + " is no recording, expected a stall.jsonl that 'toolwire stall' wrote");
    }
    return recording;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}

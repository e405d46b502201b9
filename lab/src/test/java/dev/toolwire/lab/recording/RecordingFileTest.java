package dev.toolwire.lab.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00.250Z");

  @TempDir private Path folder;

  @Test
  void aRunIsALineForEachMomentBetweenItsBeginningAndItsEnd() throws IOException {
    Path file = folder.resolve("stall.jsonl");

    write(file, run(1));

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"run":"began","at":"2026-11-21T10:00:00.250Z","strategy":"converse","model":"simulator:m",\
            "shape":"halves","size":500,"repeat":1,"control":false}
            {"at":"2026-11-21T10:00:00.250Z","ns":0,"kind":"sent"}
            {"at":"2026-11-21T10:00:00.450Z","ns":200000000,"kind":"bytes","bytes":118}
            {"at":"2026-11-21T10:00:00.450Z","ns":200000000,"first":199999000,"kind":"tool_input_delta",\
            "block":1,"bytes":16}
            {"at":"2026-11-21T10:00:01.250Z","ns":1000000000,"kind":"completed"}
            {"run":"finished","ending":"answered","words":""}
            """);
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    Path file = folder.resolve("stall.jsonl");
    write(file, run(1), run(2));
    write(file, run(3));

    List<RecordedRun> read = new ArrayList<>();
    Recording recording = RecordingReader.read(file, read::add);

    assertThat(recording).isEqualTo(new Recording(Optional.empty(), 0));
    assertThat(read).extracting(RecordedRun::label).containsExactly(label(1), label(2), label(3));
    assertThat(read)
        .allSatisfy(run -> {
          assertThat(run.began()).isEqualTo(TEN);
          assertThat(run.timeline()).containsExactlyElementsOf(run(1).timeline());
          assertThat(run.ending()).isEqualTo(RecordedRun.Ending.ANSWERED);
        });
  }

  @Test
  void thePlanStandsInFrontOfTheRuns() throws IOException {
    Path file = folder.resolve("stall.jsonl");
    StallPlan plan =
        new StallPlan(
            List.of(new StallPlan.Route("simulator:m", "chat")),
            List.of(Shape.ONE, Shape.TENTHS),
            List.of(500, 1_000),
            3,
            42);
    try (RecordingFile recording = RecordingFile.append(file)) {
      recording.begin(plan);
      recording.append(run(1));
    }

    assertThat(Files.readString(file))
        .startsWith(
            """
            {"campaign":"stall","seed":42,"routes":[{"model":"simulator:m","strategy":"chat"}],\
            "shapes":["one","tenths"],"sizes":[500,1000],"repeats":3}
            {"run":"began",\
            """);
    assertThat(RecordingReader.read(file, _ -> {})).isEqualTo(new Recording(Optional.of(plan), 0));
  }

  /// A process can be killed at any byte.
  @Test
  void noFinishedRunIsLostWhereverTheFileIsCutAndWritingGoesOn() throws IOException {
    Path whole = folder.resolve("whole.jsonl");
    write(whole, run(1));
    int oneRun = (int) Files.size(whole);
    write(whole, run(2));
    byte[] bytes = Files.readAllBytes(whole);

    for (int cut = 0; cut <= bytes.length; cut++) {
      Path file = folder.resolve("cut.jsonl");
      Files.write(file, Arrays.copyOf(bytes, cut));
      write(file, run(3));

      List<RunLabel> read = new ArrayList<>();
      RecordingReader.read(file, run -> read.add(run.label()));

      List<RunLabel> expected = new ArrayList<>();
      if (cut >= oneRun) {
        expected.add(label(1));
      }
      if (cut == bytes.length) {
        expected.add(label(2));
      }
      expected.add(label(3));
      assertThat(read).as("cut after %d bytes", cut).isEqualTo(expected);
    }
  }

  @Test
  void runsThatWereNotFinishedAreCounted() throws IOException {
    Path file = folder.resolve("stall.jsonl");
    write(file, run(1));
    Files.writeString(
        file,
        "{\"run\":\"began\",\"at\":\"2026-11-21T10:00:00.250Z\",\"strategy\":\"converse\","
            + "\"model\":\"m\",\"shape\":\"one\",\"size\":5,\"repeat\":1,\"control\":true}\n",
        StandardOpenOption.APPEND);

    assertThat(RecordingReader.read(file, _ -> {}).unfinished()).isEqualTo(1);
  }

  @Test
  void aFileOfAnotherKindIsRefusedWithItsFirstStrangeLine() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "Dear diary,\ntoday the wire was silent.\n");

    assertThatThrownBy(() -> RecordingReader.read(file, _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + ", line 1: expected the beginning of a run, got \"Dear diary,\";"
                + " is this a recording of toolwire stall?");
  }

  private static void write(Path file, RecordedRun... runs) {
    try (RecordingFile recording = RecordingFile.append(file)) {
      for (RecordedRun run : runs) {
        recording.append(run);
      }
    }
  }

  private static RunLabel label(int repeat) {
    return new RunLabel("converse", "simulator:m", Shape.HALVES, 500, repeat, false);
  }

  private static RecordedRun run(int repeat) {
    Timeline timeline =
        Timeline.of(
            List.of(
                Moment.at(Moment.Kind.SENT, 0, -1, 0),
                Moment.at(Moment.Kind.BYTES, 200_000_000, -1, 118),
                new Moment(Moment.Kind.TOOL_INPUT_DELTA, 200_000_000, 199_999_000, 1, 16),
                Moment.at(Moment.Kind.COMPLETED, 1_000_000_000, -1, 0)));
    return new RecordedRun(label(repeat), TEN, timeline, RecordedRun.Ending.ANSWERED, "");
  }
}

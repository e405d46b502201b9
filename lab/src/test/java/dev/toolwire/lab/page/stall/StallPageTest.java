package dev.toolwire.lab.page.stall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RecordingFile;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Moment.Kind;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import dev.toolwire.lab.study.StallStudy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StallPageTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  /// The model writes a hundred bytes a second.
  private static final long PER_BYTE = 10_000_000;

  @Test
  void theVerdictComesFirst() {
    String html = html(route("converse", true));

    assertThat(html)
        .contains("<h1>This route to a model holds a tool’s input back until all of it is written.")
        .contains("<title>Stall report: This route to a model holds")
        .contains(
            "The longest silence here is typically 40.0 s, for 4,000 characters by converse. An"
                + " idle timeout of 20 s ends that from 4,000 characters on.");
  }

  @Test
  void severalRoutesAreCountedTheWorstFirst() {
    List<RecordedRun> runs = route("converse", true);
    runs.addAll(route("converse-eager", false));

    assertThat(html(runs))
        .contains(
            "<h1>Of 2 routes to a model, 1 holds a tool’s input back until all of it is written; 1"
                + " streams it as it is written.</h1>")
        .contains("<span class=\"word bad\">fully buffered</span>")
        .contains("<span class=\"word good\">streamed</span>");
  }

  @Test
  void eachIdleLimitTellsTheLargestInputThatGotThrough() {
    assertThat(html(route("converse", true)))
        .contains(
            "<th scope=\"row\">converse</th><td class=\"figure\"><span class=\"word bad\">1,000"
                + "</span><span class=\"below\">about 2,000</span></td>");
  }

  @Test
  void runsThatTellNothingAreSaidToTellNothing() {
    assertThat(html(route("converse", true).subList(0, 2)))
        .contains("<h1>These runs do not tell how this route lets a tool’s input out.</h1>")
        .contains(
            "<span class=\"word doubt\">inconclusive</span><span class=\"below\">no shape has runs"
                + " of two sizes");
    assertThat(html(List.of())).contains("<h1>Nothing was measured");
  }

  @Test
  void severalRecordingsStandSideBySide(@TempDir Path folder) {
    List<Path> files = List.of(folder.resolve("monday.jsonl"), folder.resolve("tuesday.jsonl"));
    for (Path file : files) {
      try (RecordingFile recording = RecordingFile.append(file)) {
        route("converse", file.equals(files.getFirst())).forEach(recording::append);
      }
    }

    assertThat(StallPage.of(StallStudy.of(files), "").html())
        .contains("24 runs, text controls included, of simulated models · 2 recordings")
        .contains("<th scope=\"row\">converse (monday.jsonl)</th><td><span class=\"word bad\">")
        .contains("<th scope=\"row\">converse (tuesday.jsonl)</th><td><span class=\"word good\">");
  }

  @Test
  void namesInARecordingAreText() {
    assertThat(html(route("<script>alert(1)</script>", true)))
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void theCommandThatRepeatsItIsThere() {
    String html =
        StallPage.of(StallStudy.of("a.jsonl", List.of()), "toolwire stall --seed 7").html();

    assertThat(html).contains("<code>toolwire stall --seed 7</code>");
  }

  private static String html(List<RecordedRun> runs) {
    return StallPage.of(StallStudy.of("stall.jsonl", runs), "").html();
  }

  private static List<RecordedRun> route(String strategy, boolean holdsBack) {
    List<RecordedRun> runs = new ArrayList<>();
    for (Shape shape : List.of(Shape.ONE, Shape.TENTHS)) {
      for (int size : List.of(500, 1_000, 4_000)) {
        RunLabel label = new RunLabel(strategy, "simulator:m", shape, size, 1, false);
        runs.add(new RecordedRun(label, TEN, input(size, holdsBack), Ending.ANSWERED, ""));
        runs.add(new RecordedRun(label.paired(), TEN, text(size), Ending.ANSWERED, ""));
      }
    }
    return runs;
  }

  private static Timeline input(int size, boolean holdsBack) {
    var recorder = new Timeline.Recorder();
    recorder.add(Moment.at(Kind.SENT, 0, -1, 0));
    recorder.add(Moment.at(Kind.TOOL_USE_START, 0, 0, 0));
    int piece = holdsBack ? size : 20;
    for (int written = piece; written <= size; written += piece) {
      recorder.add(Moment.at(Kind.BYTES, written * PER_BYTE, -1, piece));
      recorder.add(Moment.at(Kind.TOOL_INPUT_DELTA, written * PER_BYTE, 0, piece));
    }
    recorder.add(Moment.at(Kind.CONTENT_BLOCK_STOP, size * PER_BYTE, 0, 0));
    recorder.add(Moment.at(Kind.COMPLETED, size * PER_BYTE, -1, 0));
    return recorder.timeline();
  }

  private static Timeline text(int size) {
    var recorder = new Timeline.Recorder();
    recorder.add(Moment.at(Kind.SENT, 0, -1, 0));
    for (int written = 20; written <= size; written += 20) {
      recorder.add(Moment.at(Kind.TEXT_DELTA, written * PER_BYTE, 0, 20));
    }
    recorder.add(Moment.at(Kind.COMPLETED, size * PER_BYTE, -1, 0));
    return recorder.timeline();
  }
}

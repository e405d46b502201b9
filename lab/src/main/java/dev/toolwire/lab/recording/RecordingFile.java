package dev.toolwire.lab.recording;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.lab.campaign.Journal;
import dev.toolwire.lab.stall.Moment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/// A recording that is written: JSON Lines that are only ever appended, run by run.
///
/// The first line holds the plan. A run is a line that begins it, a line for each moment and a line
/// that finishes it; it is kept when [#append] returns. What stands behind the last finished run,
/// because a process was killed while it wrote, is no run.
///
/// ```
/// {"campaign":"stall","seed":1,"routes":[{"model":"openai:gpt-4o","strategy":"chat"}],…}
/// {"run":"began","at":"2026-11-21T10:00:00.000Z","strategy":"chat",…}
/// {"at":"2026-11-21T10:00:00.412Z","ns":412345678,"first":412345000,"kind":"message_start"}
/// {"run":"finished","ending":"answered"}
/// ```
///
/// For one thread at a time.
public final class RecordingFile implements AutoCloseable {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Journal journal;
  private final OutputStream out;

  private RecordingFile(Journal journal) {
    this.journal = journal;
    this.out = journal.out();
  }

  /// Opens `file` for more runs, or makes it.
  ///
  /// @throws UncheckedIOException if it cannot be written, or another writer has it open
  public static RecordingFile append(Path file) {
    return new RecordingFile(Journal.open(file));
  }

  /// Writes what is going to be done; once, before the first run.
  ///
  /// @throws UncheckedIOException if the disk refuses
  public void begin(StallPlan plan) {
    try {
      line(json -> {
        json.writeStringProperty("campaign", "stall");
        json.writeNumberProperty("seed", plan.seed());
        json.writeArrayPropertyStart("routes");
        plan.routes().forEach(route -> route(json, route));
        json.writeEndArray();
        json.writeArrayPropertyStart("shapes");
        plan.shapes().forEach(shape -> json.writeString(Words.of(shape)));
        json.writeEndArray();
        json.writeArrayPropertyStart("sizes");
        plan.sizes().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("repeats", plan.repeats());
      });
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    journal.keep();
  }

  private static void route(JsonGenerator json, StallPlan.Route route) {
    json.writeStartObject();
    json.writeStringProperty("model", route.model());
    json.writeStringProperty("strategy", route.strategy());
    json.writeEndObject();
  }

  /// Writes a whole run.
  ///
  /// @throws UncheckedIOException if the disk refuses; the run is then not finished in the file
  public void append(RecordedRun run) {
    try {
      begin(run);
      for (Moment moment : run.timeline()) {
        moment(run.began(), moment);
      }
      line(json -> {
        json.writeStringProperty("run", "finished");
        json.writeStringProperty("ending", Words.of(run.ending()));
        json.writeStringProperty("words", run.words());
      });
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    journal.keep();
  }

  private void begin(RecordedRun run) throws IOException {
    RunLabel label = run.label();
    line(json -> {
      json.writeStringProperty("run", "began");
      json.writeStringProperty("at", MILLIS.format(run.began()));
      json.writeStringProperty("strategy", label.strategy());
      json.writeStringProperty("model", label.model());
      json.writeStringProperty("shape", Words.of(label.shape()));
      json.writeNumberProperty("size", label.size());
      json.writeNumberProperty("repeat", label.repeat());
      json.writeBooleanProperty("control", label.control());
    });
  }

  private void moment(Instant began, Moment moment) throws IOException {
    line(json -> {
      json.writeStringProperty("at", MILLIS.format(began.plusNanos(moment.nanos())));
      json.writeNumberProperty("ns", moment.nanos());
      if (moment.firstByteNanos() != moment.nanos()) {
        json.writeNumberProperty("first", moment.firstByteNanos());
      }
      json.writeStringProperty("kind", Words.of(moment.kind()));
      if (moment.block() >= 0) {
        json.writeNumberProperty("block", moment.block());
      }
      if (moment.bytes() > 0) {
        json.writeNumberProperty("bytes", moment.bytes());
      }
    });
  }

  private interface Members {
    void write(JsonGenerator json);
  }

  private void line(Members members) throws IOException {
    try (JsonGenerator json =
        JsonBinding.mapper()
            .writer()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .createGenerator(out)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    out.write('\n');
  }

  @Override
  public void close() {
    journal.close();
  }
}

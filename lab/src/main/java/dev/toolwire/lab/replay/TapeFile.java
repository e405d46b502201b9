package dev.toolwire.lab.replay;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.lab.campaign.Journal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tapes of a file, a line for each, which [Journal] has written. They are read one by one when
/// they are asked for, so a file may be longer than memory. Of two tapes of a run the later one
/// counts. Safe for use by many threads.
public final class TapeFile {

  /// How every line begins.
  private static final Pattern NAME = Pattern.compile("\\{\"run\":(\"(?:[^\"\\\\]|\\\\.)*\")");

  private final Path file;
  private final Map<String, Span> spans = new HashMap<>();

  /// Where a line stands.
  private record Span(long begin, int length) {}

  private TapeFile(Path file) {
    this.file = file;
  }

  /// Looks through `file`.
  ///
  /// @throws UncheckedIOException if it cannot be read
  /// @throws IllegalArgumentException if a line is no tape; the message names it
  public static TapeFile open(Path file) {
    TapeFile tapes = new TapeFile(file);
    Journal.read(file, new Index(tapes)::line);
    return tapes;
  }

  /// Counts lines and bytes.
  private static final class Index {
    private final TapeFile tapes;
    private long begin;
    private int number;

    Index(TapeFile tapes) {
      this.tapes = tapes;
    }

    void line(String line) {
      number++;
      Matcher name = NAME.matcher(line);
      if (!name.lookingAt()) {
        throw new IllegalArgumentException(
            tapes.file + ", line " + number + ": no recording of a run");
      }
      int length = line.getBytes(StandardCharsets.UTF_8).length;
      tapes.spans.put(run(name.group(1)), new Span(begin, length));
      begin += length + 1;
    }

    private static String run(String quoted) {
      return JsonBinding.mapper().readValue(quoted, String.class);
    }
  }

  /// How many runs there are.
  public int size() {
    return spans.size();
  }

  /// The tape of a run.
  ///
  /// @throws UncheckedIOException if the file cannot be read
  /// @throws IllegalArgumentException if its line is no tape
  public Optional<Tape> find(String run) {
    return Optional.ofNullable(spans.get(run)).map(this::read);
  }

  private Tape read(Span span) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] line = new byte[span.length()];
      in.seek(span.begin());
      in.readFully(line);
      return Tape.ofLine(new String(line, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

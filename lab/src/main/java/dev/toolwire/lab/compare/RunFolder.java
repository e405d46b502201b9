package dev.toolwire.lab.compare;

import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.campaign.Journal;
import dev.toolwire.lab.judge.Ending;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.replay.Tape;
import dev.toolwire.lab.replay.TapeFile;
import dev.toolwire.lab.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A folder in which the finished runs of a comparison are kept: `runs.jsonl` with a
/// [record][RunRecord] on each line, and `wire.jsonl` with a [tape][Tape] on each. Both are only
/// appended to, and may be killed at any byte.
///
/// In front of the records stands what was asked in each scenario, as a digest: a comparison is
/// gone on with only while that is the same. What is expected may change, and is judged anew.
public final class RunFolder implements AutoCloseable {

  private static final String RUNS = "runs.jsonl";
  private static final String WIRE = "wire.jsonl";
  private static final String HEAD = "{\"comparison\":";

  private final Journal runs;
  private final Journal wire;
  private final Map<String, RunRecord> finished;

  private RunFolder(Journal runs, Journal wire, Map<String, RunRecord> finished) {
    this.runs = runs;
    this.wire = wire;
    this.finished = finished;
  }

  /// Begins a comparison of `scenarios` in a folder, or goes on with one.
  ///
  /// @param resume whether to go on; else the folder must hold no run
  /// @throws IllegalArgumentException if it holds runs and none were expected, or runs of something
  ///   else
  /// @throws UncheckedIOException if it cannot be written, or another process writes into it
  public static RunFolder open(Path folder, List<Scenario> scenarios, boolean resume) {
    Contents there = Contents.of(folder);
    if (!there.records.isEmpty() && !resume) {
      throw new IllegalArgumentException(
          folder
              + " holds "
              + there.records.size()
              + " runs already; resume them, or name another folder");
    }
    Map<String, String> digests = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      String digest = ScenarioDigest.of(scenario);
      if (!there.digests.getOrDefault(scenario.name(), digest).equals(digest)) {
        throw new IllegalArgumentException(
            "what is asked in the scenario "
                + scenario.name()
                + " has changed since "
                + folder
                + " was begun, so its runs cannot be compared with new ones; name another folder");
      }
      digests.put(scenario.name(), digest);
    }
    return opened(folder, there, digests);
  }

  private static RunFolder opened(Path folder, Contents there, Map<String, String> digests) {
    try {
      Files.createDirectories(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    Journal runs = Journal.open(folder.resolve(RUNS));
    try {
      Journal wire = Journal.open(folder.resolve(WIRE));
      if (!there.digests.entrySet().containsAll(digests.entrySet())) {
        runs.append(JsonObject.of("comparison", 1).with("scenarios", digests).toString());
      }
      return new RunFolder(runs, wire, there.finished());
    } catch (RuntimeException unusable) {
      runs.close();
      throw unusable;
    }
  }

  /// The recording in a folder.
  ///
  /// @throws IllegalArgumentException if there is none
  public static TapeFile tapes(Path folder) {
    Path file = folder.resolve(WIRE);
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no recording in " + folder + ", no " + WIRE);
    }
    return TapeFile.open(file);
  }

  /// The runs that need not be done again, by their keys. One that something else than its model
  /// broke is no such run.
  Map<String, RunRecord> finished() {
    return finished;
  }

  /// Keeps a run: it is in the folder when this returns.
  void keep(FinishedRun run) {
    run.tape().map(Tape::toLine).ifPresent(wire::append);
    runs.append(run.record().toJson());
  }

  @Override
  public void close() {
    try (runs) {
      wire.close();
    }
  }

  /// What a folder holds.
  private static final class Contents {
    private final Map<String, RunRecord> records = new LinkedHashMap<>();
    private final Map<String, String> digests = new LinkedHashMap<>();
    private int line;

    static Contents of(Path folder) {
      Contents contents = new Contents();
      Path file = folder.resolve(RUNS);
      Journal.read(file, line -> contents.line(file, line));
      return contents;
    }

    private void line(Path file, String text) {
      line++;
      try {
        if (text.startsWith(HEAD)) {
          JsonNode scenarios = JsonObject.parse(text).member("scenarios").orElseThrow();
          scenarios.forEachEntry((name, digest) -> digests.put(name, digest.asString()));
        } else {
          RunRecord record = RunRecord.fromJson(text);
          records.put(record.key(), record);
        }
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(file + ", line " + line + ": " + wrong.getMessage());
      }
    }

    Map<String, RunRecord> finished() {
      Map<String, RunRecord> finished = new LinkedHashMap<>(records);
      finished.values().removeIf(Contents::isBroken);
      return finished;
    }

    private static boolean isBroken(RunRecord run) {
      return run.turns().stream()
          .anyMatch(turn -> turn.ending().kind() == Ending.Kind.INFRASTRUCTURE);
    }
  }
}

package dev.toolwire.lab.judge;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Transcripts with the verdicts that a person gave them, as `cases/README.md` says how to write.
final class WrittenCases {

  /// One transcript.
  ///
  /// @param judge of its scenario
  /// @param verdict the grade and the kinds of all reasons, in order
  /// @param words reasons that must be among them, word for word
  record Case(String title, Judge judge, RunRecord run, String verdict, List<String> words) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static final Pattern CALL =
      Pattern.compile(
          "(?:\\[(?<marks>[^]]*)] )?(?<tool>\\S+) (?<written>.*?)(?: => (?<ran>\\{.*}))?"
              + " (?<end>->|!>|x>) (?<result>.*)");

  private final Scenario scenario;
  private final Judge judge;
  private final List<Case> cases = new ArrayList<>();
  private List<TurnRecord> turns = new ArrayList<>();
  private List<RoundRecord> rounds = new ArrayList<>();
  private List<CallRecord> calls = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private Ending ending = Ending.ANSWERED;
  private boolean inRound;
  private boolean prompted;
  private String title = "";
  private String verdict = "";

  private WrittenCases(Scenario scenario) {
    this.scenario = scenario;
    this.judge = Judge.of(scenario);
  }

  private static Scenario scenario(String name) {
    return Scenario.read(name + ".yaml", resource(name + ".yaml")).getFirst();
  }

  static List<Case> in(String name) {
    WrittenCases reader = new WrittenCases(scenario(name));
    int number = 0;
    for (String line : resource(name + ".txt").lines().toList()) {
      number++;
      try {
        reader.line(line);
      } catch (RuntimeException wrong) {
        throw new IllegalArgumentException(name + ".txt:" + number + ": " + line, wrong);
      }
    }
    reader.endCase();
    return reader.cases;
  }

  private static String resource(String name) {
    try (InputStream in = WrittenCases.class.getResourceAsStream("cases/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void line(String line) {
    if (line.startsWith("== ")) {
      endCase();
      title = scenario.name() + ": " + line.substring(3);
    } else if (line.startsWith("=> ")) {
      verdict = line.substring(3).strip();
    } else if (line.startsWith("   because ")) {
      words.add(line.substring("   because ".length()));
    } else if (line.equals("prompted")) {
      prompted = true;
    } else if (line.startsWith("turn ")) {
      endTurn();
    } else if (line.startsWith("!! ")) {
      ending = ending(line.substring(3));
    } else if (line.matches("\\d+ .*")) {
      endRound();
      inRound = true;
      item(line.substring(line.indexOf(' ')).strip());
    } else if (!line.isBlank() && !line.startsWith("#")) {
      item(line.strip());
    }
  }

  private void item(String item) {
    if (item.startsWith("|")) {
      text.append(text.isEmpty() ? "" : "\n").append(item.substring(1).stripLeading());
      return;
    }
    Matcher call = CALL.matcher(item);
    if (!call.matches()) {
      throw new IllegalArgumentException("no call");
    }
    ToolInput written = input(call.group("written"));
    Optional<JsonObject> ran =
        Optional.ofNullable(call.group("ran"))
            .map(JsonObject::parse)
            .or(() ->
                written instanceof ToolInput.Parsed(JsonObject value)
                    ? Optional.of(value)
                    : Optional.empty());
    boolean refused = call.group("end").equals("x>");
    calls.add(
        new CallRecord(
            "c" + (calls.size() + 1) + "r" + (rounds.size() + 1),
            call.group("tool"),
            written,
            refused ? Optional.empty() : ran,
            repairs(call.group("marks")),
            rescued(call.group("marks")),
            !call.group("end").equals("->"),
            call.group("result").replace("\\n", "\n"),
            Duration.ZERO,
            Duration.ofMillis(1)));
  }

  private static ToolInput input(String written) {
    if (written.endsWith("…")) {
      return new ToolInput.Truncated(written.substring(0, written.length() - 1));
    }
    return ToolInput.of(written.equals("-") ? "" : written);
  }

  /// Marks are separated by blanks: `text:FORMAT`, `mended:WHAT`, `repaired:KIND`.
  private static Optional<Provenance> rescued(String marks) {
    List<String> mended = values(marks, "mended:");
    return values(marks, "text:").stream()
        .findFirst()
        .map(format -> new Provenance(format, "marked", mended));
  }

  private static List<InputChange> repairs(String marks) {
    return values(marks, "repaired:").stream()
        .map(kind -> InputChange.Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
        .map(kind -> new InputChange("/x", kind, "before", "after"))
        .toList();
  }

  private static List<String> values(String marks, String prefix) {
    return marks == null
        ? List.of()
        : Pattern.compile(" ")
            .splitAsStream(marks)
            .filter(mark -> mark.startsWith(prefix))
            .map(mark -> mark.substring(prefix.length()))
            .toList();
  }

  private static Ending ending(String words) {
    String kind = words.split(" ", 2)[0];
    return new Ending(
        Ending.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        words.length() > kind.length() ? words.substring(kind.length() + 1) : "");
  }

  private void endRound() {
    if (inRound) {
      rounds.add(
          new RoundRecord(Duration.ZERO, Duration.ZERO, Duration.ZERO, text.toString(), calls));
    }
    inRound = false;
    text = new StringBuilder();
    calls = new ArrayList<>();
  }

  private void endTurn() {
    endRound();
    if (!rounds.isEmpty() || !ending.equals(Ending.ANSWERED)) {
      turns.add(new TurnRecord("?", rounds, ending, Usage.NONE, Duration.ofMillis(rounds.size())));
    }
    rounds = new ArrayList<>();
    ending = Ending.ANSWERED;
  }

  private void endCase() {
    endTurn();
    if (!title.isEmpty()) {
      if (verdict.isEmpty()) {
        throw new IllegalArgumentException(title + " has no verdict");
      }
      RunRecord run =
          new RunRecord(
              scenario.name(), "model", 1, prompted, Instant.EPOCH, turns, Optional.empty());
      cases.add(new Case(title, judge, run, verdict, words));
    }
    turns = new ArrayList<>();
    words = new ArrayList<>();
    prompted = false;
    title = "";
    verdict = "";
  }
}

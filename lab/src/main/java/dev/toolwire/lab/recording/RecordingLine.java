package dev.toolwire.lab.recording;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Shape;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One line of a recording, as [RecordingFile] writes it.
sealed interface RecordingLine {

  /// A campaign begins.
  record Planned(StallPlan plan) implements RecordingLine {}

  /// A run begins.
  record Began(RunLabel label, Instant at) implements RecordingLine {}

  /// Something was seen.
  record Seen(Moment moment) implements RecordingLine {}

  /// The run is over.
  record Finished(RecordedRun.Ending ending, String words) implements RecordingLine {}

  /// No line of a recording, or only the beginning of one.
  record Cut() implements RecordingLine {}

  Cut CUT = new Cut();

  /// Reads a line.
  static RecordingLine read(String text) {
    try (JsonParser json = JsonBinding.mapper().createParser(text)) {
      return json.nextToken() == JsonToken.START_OBJECT ? new Members().read(json) : CUT;
    } catch (JacksonException | IllegalArgumentException | DateTimeException notOurs) {
      return CUT;
    }
  }

  /// The members of any line; what a line does not have keeps its beginning value. The time of the
  /// day of a moment is not read: it follows from that of its run.
  final class Members {
    private final List<StallPlan.Route> routes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private String campaign = "";
    private String run = "";
    private String at = "";
    private String strategy = "";
    private String model = "";
    private String shape = "";
    private String kind = "";
    private String ending = "";
    private String words = "";
    private long nanos;
    private long first = -1;
    private int block = -1;
    private int bytes;
    private int size;
    private int repeat;
    private int repeats;
    private long seed;
    private boolean control;

    RecordingLine read(JsonParser json) {
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        member(name, json);
      }
      return switch (run) {
        case "" -> campaign.isEmpty() ? seen() : planned();
        case "began" -> new Began(label(), Instant.parse(at));
        case "finished" -> new Finished(word(RecordedRun.Ending.class, ending), words);
        default -> CUT;
      };
    }

    private void member(String name, JsonParser json) {
      switch (name) {
        case "ns" -> nanos = json.getLongValue();
        case "first" -> first = json.getLongValue();
        case "kind" -> kind = json.getString();
        case "block" -> block = json.getIntValue();
        case "bytes" -> bytes = json.getIntValue();
        case "run" -> run = json.getString();
        case "at" -> at = run.isEmpty() ? "" : json.getString();
        case "strategy" -> strategy = json.getString();
        case "model" -> model = json.getString();
        case "shape" -> shape = json.getString();
        case "size" -> size = json.getIntValue();
        case "repeat" -> repeat = json.getIntValue();
        case "control" -> control = json.getBooleanValue();
        case "ending" -> ending = json.getString();
        case "words" -> words = json.getString();
        case "campaign" -> campaign = json.getString();
        case "seed" -> seed = json.getLongValue();
        case "repeats" -> repeats = json.getIntValue();
        case "routes" -> items(json, () -> routes.add(route(json)));
        case "shapes" -> items(json, () -> shapes.add(word(Shape.class, json.getString())));
        case "sizes" -> items(json, () -> sizes.add(json.getIntValue()));
        default -> json.skipChildren();
      }
    }

    private static void items(JsonParser json, Runnable item) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        item.run();
      }
    }

    private static StallPlan.Route route(JsonParser json) {
      Members members = new Members();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        members.member(name, json);
      }
      return new StallPlan.Route(members.model, members.strategy);
    }

    private RecordingLine planned() {
      return new Planned(new StallPlan(routes, shapes, sizes, repeats, seed));
    }

    private RecordingLine seen() {
      long begin = first < 0 ? nanos : first;
      return new Seen(new Moment(word(Moment.Kind.class, kind), nanos, begin, block, bytes));
    }

    private RunLabel label() {
      return new RunLabel(strategy, model, word(Shape.class, shape), size, repeat, control);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
      Optional<E> constant = Words.read(type, word);
      return constant.orElseThrow(() -> new IllegalArgumentException(word));
    }
  }
}

package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is called with whatever arguments: what a format writes is read back.
///
/// `-Dgenerated.messages=…` sets how many messages each format writes.
class GeneratedCallsTest {

  private static final long SEED = 20_261_121;
  private static final int MESSAGES = Integer.getInteger("generated.messages", 40);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String HOSTILE =
      "abc XYZ 0123 .,;:!?()[]{}'\"\\/\n\t`~#*_-=+|&@ éß漢字😀 </tool_call> <x> </think> [TOOL_CALLS]";
  private static final String MILD = "abc XYZ 0123 .,;:!?()[]{}'\"/~#*_-=+|@ éß漢字";

  private static final RescueTools TOOLS =
      RescueTools.of(
          List.of(
              new RescueTool(
                  "book_table",
                  JsonObject.parse(
                      """
                      {"type": "object", "properties": {
                        "text": {"type": "string"}, "more": {"type": "string"},
                        "count": {"type": "integer"}, "share": {"type": "number"},
                        "yes": {"type": "boolean"},
                        "list": {"type": "array", "items": {"type": "integer"}},
                        "object": {"type": "object"}}}\
                      """),
                  true),
              new RescueTool("now", JsonObject.EMPTY, true)));

  static final List<Rendered.Writer> WRITERS = Rendered.WRITERS;

  @ParameterizedTest
  @FieldSource("WRITERS")
  void whatAFormatWritesIsReadBack(Rendered.Writer writer) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < MESSAGES; i++) {
      List<Rendered.Call> calls = calls(random, writer.isTagged());
      String text = writer.write().apply(calls);

      Reading reading = Reading.of(TOOLS, pieces(text, random));

      assertThat(reading.calls())
          .as("seed %d, message %d: %s", SEED, i, text)
          .isEqualTo(
              calls.stream()
                  .map(call -> new Reading.Found(call.name(), call.arguments()))
                  .toList());
    }
  }

  private static List<Rendered.Call> calls(SplittableRandom random, boolean mild) {
    List<Rendered.Call> calls = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      calls.add(
          i > 0 && random.nextInt(4) == 0
              ? new Rendered.Call("now", JsonObject.EMPTY)
              : new Rendered.Call("book_table", arguments(random, mild)));
    }
    // The same call in another message of harmony is the same call, said twice.
    return calls.stream().distinct().toList();
  }

  private static JsonObject arguments(SplittableRandom random, boolean mild) {
    ObjectNode arguments = NODES.objectNode();
    arguments.put("text", text(random, mild));
    if (random.nextBoolean()) {
      arguments.put("more", text(random, mild));
    }
    if (random.nextBoolean()) {
      arguments.put("count", random.nextInt(-1000, 1000));
    }
    if (random.nextBoolean()) {
      arguments.put("yes", random.nextBoolean());
    }
    if (random.nextBoolean()) {
      arguments.set("list", list(random));
    }
    if (random.nextBoolean()) {
      arguments.set("object", NODES.objectNode().put("key", "value").set("list", list(random)));
    }
    // What was made is read once, so that numbers are what a reader makes of them.
    return JsonObject.parse(arguments.toString());
  }

  private static JsonNode list(SplittableRandom random) {
    ArrayNode list = NODES.arrayNode();
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      list.add(random.nextInt(100));
    }
    return list;
  }

  /// Between letters, so that white space at its ends is no question of the format.
  private static String text(SplittableRandom random, boolean mild) {
    String alphabet = mild ? MILD : HOSTILE;
    int[] points = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder("a");
    int length = random.nextInt(20);
    for (int i = 0; i < length; i++) {
      if (!mild && random.nextInt(12) == 0) {
        text.append(HOSTILE, HOSTILE.indexOf("</tool"), HOSTILE.length());
      } else {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
    }
    return text.append('z').toString();
  }

  private static List<String> pieces(String text, SplittableRandom random) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(30));
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}

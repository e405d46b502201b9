package dev.toolwire.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.toolwire.json.JsonObject;
import dev.toolwire.rescue.Finding;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTool;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextCall;
import dev.toolwire.rescue.TextScanner;
import java.util.ArrayList;
import java.util.List;

/// Whatever a message says: no exception, no hang, no lost byte, and the same for every way of
/// cutting it.
class TextScannerFuzzTest {

  private static final RescueTools TOOLS =
      RescueTools.of(
          List.of(
              new RescueTool(
                  "tide_at",
                  JsonObject.parse(
                      """
                      {"type": "object", "required": ["port"], "properties": {
                        "port": {"type": "string"}, "days": {"type": "integer"},
                        "marks": {"type": "array", "items": {"type": "number"}}}}\
                      """),
                  true),
              new RescueTool("now", JsonObject.EMPTY, true),
              new RescueTool("python", JsonObject.EMPTY, true)));

  /// What came of a message.
  private record Heard(String everything, String shown, List<TextCall> calls) {}

  @FuzzTest(maxDuration = "60m")
  void aMessageIsReadTheSameInAllPieces(FuzzedDataProvider data) {
    boolean cut = data.consumeBoolean();
    int piece = data.consumeInt(1, 40);
    String text = data.consumeRemainingAsString();

    Heard whole = read(List.of(text), cut);
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += piece) {
      pieces.add(text.substring(from, Math.min(text.length(), from + piece)));
    }

    require(whole.everything().equals(text), "a byte was lost");
    require(read(pieces, cut).equals(whole), "pieces of " + piece + " give something else");
  }

  private static Heard read(List<String> pieces, boolean cut) {
    StringBuilder everything = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    List<TextCall> calls = new ArrayList<>();
    TextScanner scanner =
        new TextScanner(
            TOOLS,
            RescueConfig.of(Rescue.NORMAL),
            finding -> {
              switch (finding) {
                case Finding.Prose(String text) -> {
                  everything.append(text);
                  shown.append(text);
                }
                case Finding.Envelope(var span, String text, var found, boolean taken) -> {
                  require(span.start() == everything.length(), "a span is not where its text is");
                  everything.append(text);
                  shown.append(taken ? "" : text);
                  calls.addAll(found);
                }
                case Finding.ThoughtSoFar _ -> calls.clear();
              }
            });
    pieces.forEach(scanner::feed);
    scanner.finish(cut);
    return new Heard(everything.toString(), shown.toString(), calls);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}

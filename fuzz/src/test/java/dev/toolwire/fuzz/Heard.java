package dev.toolwire.fuzz;

import dev.toolwire.rescue.Finding;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.TextCall;
import dev.toolwire.rescue.TextScanner;
import java.util.ArrayList;
import java.util.List;

/// What came of a message.
record Heard(String everything, String shown, List<TextCall> calls) {

  /// Requires that no byte of a message is lost, and that it is read the same in all pieces.
  ///
  /// @throws AssertionError if it is not
  static void requireSame(String text, int piece, boolean cut) {
    Heard whole = of(List.of(text), cut);
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += piece) {
      pieces.add(text.substring(from, Math.min(text.length(), from + piece)));
    }

    require(whole.everything().equals(text), "a byte was lost");
    require(of(pieces, cut).equals(whole), "pieces of " + piece + " give something else");
  }

  private static Heard of(List<String> pieces, boolean cut) {
    StringBuilder everything = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    List<TextCall> calls = new ArrayList<>();
    TextScanner scanner =
        new TextScanner(
            Targets.TOOLS,
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
                case Finding.Draft _ -> {}
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

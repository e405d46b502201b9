package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// What came of a message: the same for every way of cutting it, or there is a bug.
///
/// @param shown the text that is left to show
/// @param everything all texts of all findings, which must be the message
record Reading(
    List<Found> calls,
    List<Found> suggested,
    List<String> reports,
    List<TextCall> all,
    String shown,
    String everything) {

  record Found(String name, JsonObject arguments) {}

  static Reading of(String text, String... tools) {
    return of(Tools.named(tools), List.of(text));
  }

  static Reading of(RescueTools tools, List<String> pieces) {
    return of(tools, RescueConfig.of(Rescue.NORMAL), pieces, false);
  }

  static Reading of(RescueTools tools, RescueConfig config, List<String> pieces, boolean cut) {
    List<TextCall> all = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    StringBuilder everything = new StringBuilder();
    TextScanner scanner =
        new TextScanner(tools, config, finding -> take(finding, all, shown, everything));
    pieces.forEach(scanner::feed);
    scanner.finish(cut);
    return new Reading(
        of(all, TextCall.Call.class),
        of(all, TextCall.Suggested.class),
        all.stream().map(Reading::report).filter(report -> !report.isEmpty()).toList(),
        all,
        shown.toString(),
        everything.toString());
  }

  private static void take(
      Finding finding, List<TextCall> all, StringBuilder shown, StringBuilder everything) {
    switch (finding) {
      case Finding.Prose(String text) -> {
        shown.append(text);
        everything.append(text);
      }
      case Finding.Envelope(Span span, String text, List<TextCall> calls, boolean taken) -> {
        if (span.start() != everything.length() || span.length() != text.length()) {
          throw new AssertionError(span + " is not where the text stands: " + text);
        }
        shown.append(taken ? "" : text);
        everything.append(text);
        all.addAll(calls);
      }
      case Finding.ThoughtSoFar _ -> all.clear();
      case Finding.Draft _ -> {}
    }
  }

  private static List<Found> of(List<TextCall> all, Class<? extends TextCall> kind) {
    return all.stream().filter(kind::isInstance).map(Reading::found).toList();
  }

  private static Found found(TextCall call) {
    return switch (call) {
      case TextCall.Call made -> new Found(made.name(), made.arguments());
      case TextCall.Suggested made -> new Found(made.name(), made.arguments());
      case TextCall.Repeated _, TextCall.Unknown _, TextCall.Truncated _, TextCall.Broken _ ->
          new Found(call.name(), JsonObject.EMPTY);
    };
  }

  private static String report(TextCall call) {
    return switch (call) {
      case TextCall.Unknown _ -> "unknown";
      case TextCall.Truncated _ -> "truncated";
      case TextCall.Broken _ -> "broken";
      case TextCall.Call _, TextCall.Suggested _, TextCall.Repeated _ -> "";
    };
  }

  /// The only call; an error says what was found in its place.
  TextCall.Call onlyCall() {
    if (all.size() == 1 && all.getFirst() instanceof TextCall.Call call) {
      return call;
    }
    throw new AssertionError("expected one call, found " + all);
  }
}

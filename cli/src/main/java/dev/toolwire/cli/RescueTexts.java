package dev.toolwire.cli;

import dev.toolwire.rescue.Finding;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextCall;
import dev.toolwire.rescue.TextScanner;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a whole message holds: the text that is left to show, and everything that looks like a
/// call.
record RescueTexts(String text, List<TextCall> found) {

  static RescueTexts read(List<String> pieces, RescueTools tools, RescueConfig config) {
    var shown = new StringBuilder();
    var found = new ArrayList<TextCall>();
    var scanner = new TextScanner(tools, config, finding -> take(finding, shown, found));
    pieces.forEach(scanner::feed);
    scanner.finish(false);
    return new RescueTexts(shown.toString(), List.copyOf(found));
  }

  private static void take(Finding finding, StringBuilder shown, List<TextCall> found) {
    switch (finding) {
      case Finding.Prose(String text) -> shown.append(text);
      case Finding.Envelope(_, String text, List<TextCall> calls, boolean taken) -> {
        shown.append(taken ? "" : text);
        found.addAll(calls);
      }
      case Finding.ThoughtSoFar _ -> found.clear();
      case Finding.Draft _ -> {}
    }
  }

  List<TextCall.Call> calls() {
    return found.stream()
        .filter(TextCall.Call.class::isInstance)
        .map(TextCall.Call.class::cast)
        .toList();
  }

  ArrayNode callsAsJson() {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var call : calls()) {
      var json = list.addObject().put("name", call.name());
      json.set("arguments", call.arguments().toNode());
      json.put("format", call.format().id()).put("level", Word.of(call.level()));
      var repairs = json.putArray("repairs");
      call.repairs().forEach(repair -> repairs.add(Word.of(repair)));
    }
    return list;
  }

  /// Everything that was found, with what it is and why.
  ArrayNode foundAsJson() {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var call : found) {
      ObjectNode json = list.addObject();
      json.put("is", kind(call)).put("name", call.name());
      json.put("format", call.format().id()).put("reason", call.reason());
    }
    return list;
  }

  static String kind(TextCall call) {
    return switch (call) {
      case TextCall.Call _ -> "call";
      case TextCall.Suggested _ -> "suggested";
      case TextCall.Repeated _ -> "repeated";
      case TextCall.Unknown _ -> "unknown";
      case TextCall.Truncated _ -> "truncated";
      case TextCall.Broken _ -> "broken";
    };
  }
}

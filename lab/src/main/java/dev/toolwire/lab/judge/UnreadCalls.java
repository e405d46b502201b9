package dev.toolwire.lab.judge;

import dev.toolwire.rescue.Finding;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextCall;
import dev.toolwire.rescue.TextScanner;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Calls that stand in what a model wrote and that nobody ran: of a tool that does not exist, cut,
/// garbled, or whole where text was not searched for calls. Quoted and explained ones are none.
final class UnreadCalls {

  private UnreadCalls() {}

  /// By round, the first such call in words.
  static Map<Integer, String> in(Played played) {
    RescueTools tools = played.tools().inText();
    Map<Integer, String> found = new TreeMap<>();
    for (int round = 1; round <= played.turn().rounds().size(); round++) {
      String text = played.turn().rounds().get(round - 1).text();
      Optional<String> first = text.isEmpty() ? Optional.empty() : first(text, tools);
      if (first.isPresent()) {
        found.put(round, first.get());
      }
    }
    return found;
  }

  private static Optional<String> first(String text, RescueTools tools) {
    return TextScanner.read(text, tools, RescueConfig.of(Rescue.NORMAL)).stream()
        .flatMap(finding ->
            finding instanceof Finding.Envelope envelope ? envelope.calls().stream() : Stream.of())
        .flatMap(call -> words(call).stream())
        .findFirst();
  }

  private static Optional<String> words(TextCall call) {
    return switch (call) {
      case TextCall.Call whole -> Optional.of("a call of " + whole.name() + " as text");
      case TextCall.Unknown unknown ->
          Optional.of("a call of " + unknown.name() + ", which does not exist, as text");
      case TextCall.Truncated cut -> Optional.of("a call of " + cut.name() + " that was cut off");
      case TextCall.Broken broken ->
          Optional.of("a call of " + broken.name() + " that cannot be read");
      case TextCall.Suggested _, TextCall.Repeated _ -> Optional.empty();
    };
  }
}

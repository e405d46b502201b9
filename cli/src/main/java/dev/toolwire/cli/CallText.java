package dev.toolwire.cli;

import dev.toolwire.conversation.ToolInput;
import java.time.Duration;
import java.util.Locale;

/// What goes into a call, and how long it took, in words.
final class CallText {

  private CallText() {}

  static String of(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(var value) -> value.toString();
      case ToolInput.Malformed(var text, _) -> "malformed: " + text;
      case ToolInput.Truncated(var text) -> "truncated: " + text;
    };
  }

  static String of(Duration time) {
    double millis = time.toNanos() / 1e6;
    return millis < 1000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}

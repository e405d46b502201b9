package dev.toolwire.cli;

import dev.toolwire.conversation.ToolInput;
import java.time.Duration;

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

  /// To a tenth. By hand: to format a number, Java would read what it knows about languages.
  static String of(Duration time) {
    long tenthsOfMillis = Math.round(time.toNanos() / 1e5);
    return tenthsOfMillis < 10_000
        ? tenths(tenthsOfMillis) + " ms"
        : tenths(Math.round(time.toNanos() / 1e8)) + " s";
  }

  private static String tenths(long tenths) {
    return tenths / 10 + "." + tenths % 10;
  }
}

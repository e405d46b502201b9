package dev.toolwire.cli;

import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/// What goes into a call and what comes out of it, in words.
final class CallText {

  private CallText() {}

  static String of(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(var value) -> value.toString();
      case ToolInput.Malformed(var text, _) -> "malformed: " + text;
      case ToolInput.Truncated(var text) -> "truncated: " + text;
    };
  }

  static String of(ToolResult result) {
    return result.content().stream().map(CallText::of).collect(Collectors.joining("\n"));
  }

  private static String of(ResultBlock block) {
    return switch (block) {
      case Text(var text, _) -> text;
      case Json(var value) -> value.toString();
      case Image _ -> "[image]";
      case Document document -> "[document " + document.name() + "]";
      case Opaque _ -> "[content of another kind]";
    };
  }

  static String of(Duration time) {
    double millis = time.toNanos() / 1e6;
    return millis < 1000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}

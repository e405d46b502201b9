package dev.toolwire.conformance;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultStatus;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/// The tools of the conversations, as somebody writes them who has only the SDK.
final class SdkTools {

  /// What all of them together look like to a model.
  static final ToolConfiguration ALL =
      ToolConfiguration.builder()
          .tools(
              tool("top_song", "Finds the most popular song of a radio station.", "sign"),
              tool("CountLettersTool", "Counts a letter in a phrase.", "word", "letter"),
              tool("CalculatorTool", "Evaluates a product such as 2 * 3.", "expr"),
              tool("fs_write", "Writes a file.", "command", "path", "file_text"))
          .build();

  private SdkTools() {}

  static ToolResultBlock run(ToolUseBlock call) {
    return switch (call.name()) {
      case "top_song" -> topSong(call);
      case "CountLettersTool" -> count(call);
      case "CalculatorTool" -> multiply(call);
      case "fs_write" -> good(call, Map.of("written", Document.fromString(text(call, "path"))));
      default -> failed(call, "There is no tool named " + call.name() + ".");
    };
  }

  private static ToolResultBlock topSong(ToolUseBlock call) {
    String sign = text(call, "sign");
    return sign.equals("WZPZ")
        ? good(
            call,
            Map.of(
                "song", Document.fromString("Elemental Hotel"),
                "artist", Document.fromString("8 Storey Hike")))
        : failed(call, "Station " + sign + " not found.");
  }

  private static ToolResultBlock count(ToolUseBlock call) {
    int letter = text(call, "letter").toLowerCase(Locale.ROOT).codePointAt(0);
    String word = text(call, "word").toLowerCase(Locale.ROOT);
    long count = word.chars().filter(each -> each == letter).count();
    return good(call, Map.of("count", Document.fromNumber(count)));
  }

  private static ToolResultBlock multiply(ToolUseBlock call) {
    long product =
        Stream.of(text(call, "expr").split("\\*", -1))
            .mapToLong(factor -> Long.parseLong(factor.strip()))
            .reduce(1, Math::multiplyExact);
    return good(call, Map.of("value", Document.fromNumber(product)));
  }

  private static ToolResultBlock good(ToolUseBlock call, Map<String, Document> json) {
    return ToolResultBlock.builder()
        .toolUseId(call.toolUseId())
        .content(ToolResultContentBlock.fromJson(Document.fromMap(json)))
        .build();
  }

  private static ToolResultBlock failed(ToolUseBlock call, String why) {
    return ToolResultBlock.builder()
        .toolUseId(call.toolUseId())
        .content(ToolResultContentBlock.fromText(why))
        .status(ToolResultStatus.ERROR)
        .build();
  }

  /// A member of the input; empty if it is not there.
  static String text(ToolUseBlock call, String member) {
    Document value = call.input().asMap().get(member);
    return value == null ? "" : value.asString();
  }

  /// A tool that takes these strings and demands each.
  private static Tool tool(String name, String description, String... strings) {
    Document.MapBuilder properties = Document.mapBuilder();
    for (String string : strings) {
      properties.putDocument(string, Document.mapBuilder().putString("type", "string").build());
    }
    Document schema =
        Document.mapBuilder()
            .putString("type", "object")
            .putDocument("properties", properties.build())
            .putList("required", Stream.of(strings).map(Document::fromString).toList())
            .build();
    return Tool.fromToolSpec(
        spec -> spec.name(name).description(description).inputSchema(input -> input.json(schema)));
  }
}

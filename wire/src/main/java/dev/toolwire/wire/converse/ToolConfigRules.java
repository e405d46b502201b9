package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Tools are declared as long as the conversation mentions any, under different names, with usable
/// schemas; and whatever names a tool names a declared one.
final class ToolConfigRules {

  private static final Set<String> TOOL_BLOCKS = Set.of("toolUse", "toolResult");
  private static final Set<String> TOOL_CHANGES = Set.of("toolAddition", "toolRemoval");

  private ToolConfigRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    if (!request.hasToolConfig() && !request.prompt() && mentionsTools(request)) {
      refuse.accept(
          "The toolConfig field must be defined when using toolUse and toolResult content blocks.");
    }
    Set<String> names = new HashSet<>();
    for (Block tool : request.tools()) {
      String name = tool.text("name");
      if (!tool.is("cachePoint") && !names.add(name)) {
        refuse.accept(ModelLayer.says("tools: Tool names must be unique."));
      }
      if (tool.is("toolSpec")) {
        SchemaRules.check(tool, refuse);
      }
    }
    checkChoice(request, names, refuse);
    for (Turn turn : request.turns()) {
      checkChanges(turn, names, refuse);
    }
  }

  private static boolean mentionsTools(CheckedRequest request) {
    return request.turns().stream()
        .flatMap(turn -> turn.content().stream())
        .anyMatch(block -> TOOL_BLOCKS.contains(block.kind()));
  }

  private static void checkChoice(
      CheckedRequest request, Set<String> names, Consumer<String> refuse) {
    JsonNode choice = request.body().path("toolConfig").path("toolChoice");
    String name = choice.path("tool").path("name").asString("");
    if (!name.isEmpty() && !names.contains(name)) {
      refuse.accept(ModelLayer.says("Tool '" + name + "' not found in provided tools"));
    }
  }

  private static void checkChanges(Turn turn, Set<String> names, Consumer<String> refuse) {
    for (Block block : turn.content()) {
      JsonNode tool = block.value().path("tool");
      String name = tool.path("name").asString("");
      if (TOOL_CHANGES.contains(block.kind())
          && !tool.hasNonNull("serverName")
          && !names.contains(name)) {
        refuse.accept(
            ModelLayer.says(block.at() + ": Tool '" + name + "' not found in provided tools"));
      }
    }
  }
}

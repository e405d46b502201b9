package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import java.util.ArrayList;
import java.util.List;

/// What the tests of the loop share: a scripted model in virtual time, and short words.
abstract class LoopTest {

  static final Usage TOKENS = new Usage(10, 5);

  final VirtualTime time = new VirtualTime();
  final ScriptedModel model = new ScriptedModel(time);
  final ModelRequest question =
      ModelRequest.to(new ModelId("scripted"), Conversation.startingWith("Which song?"));

  ToolLoop loop(Tool... tools) {
    return ToolLoop.with(model).tools(ToolSet.of(tools)).time(time, time);
  }

  static Reply says(String text) {
    return new Reply(List.of(new Text(text)), StopReason.Known.END_TURN, TOKENS);
  }

  static Reply calls(ContentBlock... blocks) {
    return new Reply(List.of(blocks), StopReason.Known.TOOL_USE, TOKENS);
  }

  static ToolUse call(String id, String tool) {
    return ToolUse.of(id, tool, JsonObject.EMPTY);
  }

  static ToolUse call(String id, String tool, String member, Object value) {
    return ToolUse.of(id, tool, JsonObject.of(member, value));
  }

  static List<LoopEvent> drain(Run run) {
    List<LoopEvent> events = new ArrayList<>();
    run.forEach(events::add);
    return events;
  }

  static <E extends LoopEvent> List<E> only(Class<E> kind, List<LoopEvent> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The results of the last turn.
  static List<ToolResult> results(Outcome outcome) {
    return outcome.conversation().messages().reversed().stream()
        .map(message -> message.toolResults())
        .filter(results -> !results.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  static String words(ToolResult result) {
    return ((Text) result.content().getFirst()).text();
  }
}

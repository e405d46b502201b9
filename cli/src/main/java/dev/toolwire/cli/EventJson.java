package dev.toolwire.cli;

import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.model.StreamEvent;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A [LoopEvent] as JSON: `round`, `kind` with the word that stands in the event's line, and its
/// members. Events of the model are told in the neutral vocabulary, with the record's name as
/// `type`.
final class EventJson {

  private EventJson() {}

  static ObjectNode of(LoopEvent event) {
    return switch (event) {
      case LoopEvent.RoundStarted(int round, var request) ->
          json(round, "ask")
              .put("model", request.model().value())
              .put("messages", request.conversation().messages().size());
      case LoopEvent.ModelEvent(int round, var arrival) ->
          json(round, "event").setAll(streamed(arrival.event()));
      case LoopEvent.InputGrew(int round, var id, var tool, var grown) ->
          json(round, "grow")
              .put("id", id.value())
              .put("name", tool.value())
              .put("path", grown.path().toString());
      case LoopEvent.Silent(int round, var about, var lasted, long bytes) ->
          json(round, "silent")
              .put("about", about)
              .put("lastedMs", JsonScreen.millis(lasted.toNanos()))
              .put("bytesSoFar", bytes);
      case LoopEvent.CallRescued(int round, var id, var name, var from) ->
          json(round, "rescue")
              .put("id", id.value())
              .put("name", name.value())
              .set("from", JsonBinding.toTree(from));
      case LoopEvent.ReplyReceived(int round, var reply) -> {
        var json = json(round, "reply").put("stopReason", reply.stopReason().value());
        yield json.set("usage", JsonScreen.usage(reply.usage()));
      }
      case LoopEvent.InputRepaired(int round, var call, var input, var repairs) ->
          call(round, "repair", call)
              .set("repairedInput", input.toNode())
              .set("repairs", JsonBinding.toTree(repairs));
      case LoopEvent.CallStarted(int round, var call) -> call(round, "call", call);
      case LoopEvent.CallFinished finished ->
          json(finished.round(), "result").setAll(JsonScreen.call(finished));
      case LoopEvent.CallDropped(int round, var call) -> call(round, "drop", call);
      case LoopEvent.ApprovalNeeded(int round, var call) -> call(round, "approve", call);
      case LoopEvent.Finished(var outcome) ->
          json(outcome.rounds(), "end").put("outcome", OutcomeWords.kind(outcome));
    };
  }

  private static ObjectNode json(int round, String kind) {
    return JsonNodeFactory.instance.objectNode().put("round", round).put("kind", kind);
  }

  private static ObjectNode call(int round, String kind, ToolUse call) {
    return json(round, kind).setAll(JsonScreen.asked(call));
  }

  private static ObjectNode streamed(StreamEvent event) {
    var name = event.getClass().getSimpleName();
    ObjectNode members = (ObjectNode) JsonBinding.toTree(event);
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", Character.toLowerCase(name.charAt(0)) + name.substring(1))
        .setAll(members);
  }
}

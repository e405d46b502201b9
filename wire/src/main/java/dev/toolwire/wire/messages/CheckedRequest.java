package dev.toolwire.wire.messages;

import dev.toolwire.model.ModelProfile;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A request whose members have the right shapes, as the rules look at it.
record CheckedRequest(
    JsonNode body, MessagesVersion version, ModelProfile profile, List<Turn> turns) {

  private static final Set<String> THINKING = Set.of("enabled", "adaptive");

  boolean isThinking() {
    return THINKING.contains(body.path("thinking").path("type").asString(""));
  }

  /// The kind of the tool choice; empty if there is none.
  String toolChoice() {
    return body.path("tool_choice").path("type").asString("");
  }
}

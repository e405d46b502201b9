package dev.toolwire.wire.messages;

import java.util.function.Consumer;

/// Who speaks when. Neighbours of one role count as one turn.
final class TurnRules {

  private TurnRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    if (request.turns().isEmpty()) {
      refuse.accept("messages: at least one message is required");
      return;
    }
    for (int i = 0; i < request.turns().size(); i++) {
      if (request.turns().get(i).is("system")) {
        if (!request.profile().systemTurns()) {
          refuse.accept("role 'system' is not supported on this model");
        }
        if (i == 0 || !request.turns().get(i - 1).is("user")) {
          refuse.accept(
              "messages.%d: role 'system' must directly follow a user turn"
                  .formatted(request.turns().get(i).last()));
        }
        if (!request.turns().get(i).blocks().stream().allMatch(b -> b.type().equals("text"))) {
          refuse.accept(
              "messages.%d: role 'system' may only contain text blocks"
                  .formatted(request.turns().get(i).last()));
        }
      }
    }
    if (!request.turns().getFirst().is("user")) {
      refuse.accept("messages: first message must use the \"user\" role");
    }
  }
}

package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is left when no operation of a wire is asked for: a sign of health, and a word to those who
/// are lost, in the form that the clients of the nearest wire read.
final class Fallback implements Service {

  private static final Set<String> HEALTH = Set.of("/", "/health");

  private final RateLimits limits;
  private final ChatCall.Setting chat;

  Fallback(RateLimits limits, ChatCall.Setting chat) {
    this.limits = limits;
    this.chat = chat;
  }

  @Override
  public boolean serves(Visit visit) {
    return true;
  }

  static boolean isHealth(Visit visit) {
    return visit.isGet() && HEALTH.contains(visit.path());
  }

  @Override
  public Outcome answer(Visit visit, List<Fault> struck) {
    return isHealth(visit)
        ? Outcome.unread(healthy(visit))
        : Outcome.lost(lost(visit), "no wire has " + asked(visit));
  }

  /// There is nothing to guard.
  @Override
  public Optional<Answer> turnAway(Visit visit, Doorkeeper door) {
    return Optional.empty();
  }

  private static Answer healthy(Visit visit) {
    JsonObject body = JsonObject.of("status", "ok").with("service", "toolwire-simulator");
    Headers headers =
        Headers.of("Content-Type", "application/json", "x-amzn-RequestId", visit.requestId());
    return Answer.json(headers, body);
  }

  private Answer lost(Visit visit) {
    String message =
        "The simulator knows POST /model/{modelId}/converse, /converse-stream, /count-tokens,"
            + " /invoke and /invoke-with-response-stream,"
            + " POST /v1/messages and /v1/messages/count_tokens, POST /v1/chat/completions, and GET"
            + " /v1/models, not "
            + asked(visit);
    if (MessagesService.isNear(visit)) {
      return new MessagesCall(visit, limits)
          .refuse(ErrorKind.NOT_FOUND, 404, "not_found_error", message);
    }
    return ChatService.isNear(visit)
        ? new ChatCall(visit, chat).refuse(ErrorKind.NOT_FOUND, 404, "unknown_url", message)
        : unknownOperation(visit, message);
  }

  private static Answer unknownOperation(Visit visit, String message) {
    Headers headers =
        Headers.of(
            "Content-Type",
            "application/json",
            "x-amzn-ErrorType",
            "UnknownOperationException",
            "x-amzn-RequestId",
            visit.requestId());
    byte[] body = JsonObject.of("message", message).toString().getBytes(StandardCharsets.UTF_8);
    return Answer.whole(404, headers, body, 0);
  }

  private static String asked(Visit visit) {
    return visit.request().method() + " " + visit.path();
  }
}

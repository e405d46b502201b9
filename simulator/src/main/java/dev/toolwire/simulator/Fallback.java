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

  /// What the wires call a refusal.
  private record Names(String messages, String chat, String bedrock) {}

  private static final Names LOST =
      new Names("not_found_error", "unknown_url", "UnknownOperationException");
  private static final Names TOO_LARGE =
      new Names("request_too_large", "request_too_large", "RequestEntityTooLargeException");
  private static final Names UNREADABLE =
      new Names("invalid_request_error", "invalid_request_error", "BadRequestException");
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
    return refuse(
        visit,
        404,
        LOST,
        "The simulator has no "
            + asked(visit)
            + "; it knows POST /model/{modelId}/converse, /converse-stream, /count-tokens, /invoke and"
            + " /invoke-with-response-stream, POST /v1/messages and /v1/messages/count_tokens, POST"
            + " /v1/chat/completions, and GET /v1/models");
  }

  /// Refuses what is no request that a service could read.
  Answer.Response refuse(Visit visit, int status) {
    return status == 413
        ? refuse(
            visit,
            status,
            TOO_LARGE,
            "The body has more than " + SimulatorServer.LARGEST_BODY + " bytes")
        : refuse(
            visit,
            status,
            UNREADABLE,
            "This is no HTTP request that can be read; look at its path, headers and length");
  }

  private Answer.Response refuse(Visit visit, int status, Names names, String message) {
    ErrorKind kind = ErrorKind.ofStatus(status);
    if (MessagesService.isNear(visit)) {
      return new MessagesCall(visit, limits).refuse(kind, status, names.messages(), message);
    }
    if (ChatService.isNear(visit)) {
      return new ChatCall(visit, chat).refuse(kind, status, names.chat(), message);
    }
    Headers headers =
        Headers.of(
            "Content-Type",
            "application/json",
            "x-amzn-ErrorType",
            names.bedrock(),
            "x-amzn-RequestId",
            visit.requestId());
    byte[] body = JsonObject.of("message", message).toString().getBytes(StandardCharsets.UTF_8);
    return Answer.whole(status, headers, body, 0);
  }

  private static String asked(Visit visit) {
    return visit.request().method() + " " + visit.path();
  }
}

package dev.toolwire.wire.chat;

import dev.toolwire.model.ErrorKind;
import java.util.Map;
import java.util.Set;

/// What the names and statuses of this wire's errors mean.
///
/// @see <a href="https://developers.openai.com/api/docs/guides/error-codes">Error codes</a>
final class ServiceError {

  static final String INVALID_REQUEST = "invalid_request_error";

  /// Budgets that waiting does not fill.
  private static final Set<String> QUOTA =
      Set.of(
          "insufficient_quota",
          "credit_balance_exhausted",
          "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded",
          "organization_usage_limit_exceeded");

  private static final Map<String, ErrorKind> NAMED =
      Map.of(
          "server_is_overloaded", ErrorKind.NOT_READY,
          "model_not_found", ErrorKind.NOT_FOUND,
          "invalid_api_key", ErrorKind.ACCESS_DENIED,
          "rate_limit_exceeded", ErrorKind.THROTTLED,
          "slow_down", ErrorKind.THROTTLED);

  /// For errors in a stream, which have no status of their own.
  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry(INVALID_REQUEST, 400),
          Map.entry("authentication_error", 401),
          Map.entry("invalid_api_key", 401),
          Map.entry("permission_error", 403),
          Map.entry("model_not_found", 404),
          Map.entry("rate_limit_error", 429),
          Map.entry("rate_limit_exceeded", 429),
          Map.entry("requests", 429),
          Map.entry("tokens", 429),
          Map.entry("slow_down", 429),
          Map.entry("insufficient_quota", 429),
          Map.entry("server_error", 500),
          Map.entry("service_unavailable_error", 503),
          Map.entry("server_is_overloaded", 503));

  private ServiceError() {}

  static ErrorKind kind(int status, String type, String code) {
    if (QUOTA.contains(code) || QUOTA.contains(type)) {
      return ErrorKind.QUOTA;
    }
    return NAMED.containsKey(code) ? NAMED.get(code) : ErrorKind.ofStatus(status);
  }

  /// The status that HTTP would have given.
  static int statusOf(String type, String code) {
    return STATUS.getOrDefault(code, STATUS.getOrDefault(type, 500));
  }
}

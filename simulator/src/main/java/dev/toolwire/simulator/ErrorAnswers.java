package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.converse.ConverseServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/// Errors in the service's form.
final class ErrorAnswers {

  private ErrorAnswers() {}

  static Answer.Response of(int status, String type, String message, String requestId) {
    return of(new Fault.Status(status, type, Duration.ZERO), message, requestId, 0);
  }

  /// The error that a fault asks for.
  static Answer.Response of(Fault.Status fault, String message, String requestId, long dueNanos) {
    ProviderException.Fault error =
        new ProviderException.Fault(
            ErrorKind.UNKNOWN,
            fault.status(),
            fault.type(),
            message,
            requestId,
            false,
            fault.retryAfter());
    ConverseServerCodec codec = ConverseService.codec();
    return Answer.whole(fault.status(), codec.errorHeaders(error), codec.error(error), dueNanos);
  }

  /// The front end, which knows who may come in but not what models do, says `Message`.
  static Answer.Response ofFrontEnd(int status, String type, String message, String requestId) {
    Headers headers =
        Headers.of(
            "Content-Type",
            "application/json",
            "x-amzn-ErrorType",
            type,
            "x-amzn-RequestId",
            requestId);
    byte[] body = JsonObject.of("Message", message).toString().getBytes(StandardCharsets.UTF_8);
    return Answer.whole(status, headers, body, 0);
  }

  /// An error that strikes when the answer has begun.
  static ProviderException.Fault inStream(String type, String requestId) {
    return new ProviderException.Fault(
        ErrorKind.UNKNOWN,
        statusOf(type),
        type,
        FaultText.wordsFor(type),
        requestId,
        true,
        Duration.ZERO);
  }

  /// The HTTP status of an error that a stream names.
  static int statusOf(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "validationexception" -> 400;
      case "modelstreamerrorexception", "modelerrorexception" -> 424;
      case "modeltimeoutexception" -> 408;
      case "throttlingexception" -> 429;
      case "serviceunavailableexception" -> 503;
      default -> 500;
    };
  }
}

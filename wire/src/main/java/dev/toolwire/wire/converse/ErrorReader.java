package dev.toolwire.wire.converse;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.RetryHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Reads what the service says when it fails, whatever shape it comes in.
final class ErrorReader {

  static final String TYPE_HEADER = "x-amzn-ErrorType";
  static final String REQUEST_ID_HEADER = "x-amzn-RequestId";

  private static final String NAMELESS = "UnknownError";
  private static final int STREAM_STATUS = 500;
  private static final int MAX_QUOTED = 200;

  private ErrorReader() {}

  static ProviderException http(int status, Headers headers, byte[] body) {
    JsonObject said = object(body, 0, body.length);
    String type = bareName(name(headers, said));
    RetryHeaders retry = RetryHeaders.of(headers);
    return new ProviderException(
        new Fault(
            ServiceError.named(type)
                .map(ServiceError::kind)
                .orElseGet(() -> ServiceError.kindOf(status)),
            status,
            type.isEmpty() ? NAMELESS : type,
            message(said).orElseGet(() -> quoted(body)),
            headers.first(REQUEST_ID_HEADER).orElse(""),
            false,
            retry.after(),
            retry.advice()));
  }

  /// A modeled exception, or one that should have been.
  static ProviderException exception(String name, byte[] array, int offset, int length) {
    JsonObject said = object(array, offset, length);
    return inStream(name, message(said).orElse("") + original(said));
  }

  /// An error in a stream, by name and words.
  static ProviderException inStream(String name, String message) {
    Optional<ServiceError> known = ServiceError.named(name);
    return new ProviderException(
        new Fault(
            known.map(ServiceError::kind).orElse(ErrorKind.UNKNOWN),
            known.map(ServiceError::status).orElse(STREAM_STATUS),
            known.map(ServiceError::type).orElse(name),
            message,
            "",
            true,
            Duration.ZERO));
  }

  private static String name(Headers headers, JsonObject said) {
    return headers
        .first(TYPE_HEADER)
        .or(() -> said.text("__type"))
        .or(() -> said.text("code"))
        .orElse("");
  }

  /// `ValidationException` of `aws.bedrock#ValidationException:http://internal.amazon.com/…`.
  private static String bareName(String name) {
    int colon = name.indexOf(':');
    String upToColon = colon < 0 ? name : name.substring(0, colon);
    return upToColon.substring(upToColon.indexOf('#') + 1).strip();
  }

  private static Optional<String> message(JsonObject said) {
    return said.text("message").or(() -> said.text("Message"));
  }

  /// What the model's own server said, where the service passes that on.
  private static String original(JsonObject said) {
    String status =
        said.member("originalStatusCode").map(code -> " " + code.asString("")).orElse("");
    String message = said.text("originalMessage").map(words -> ": " + words).orElse("");
    return status.isEmpty() && message.isEmpty()
        ? ""
        : " (original status" + status + message + ")";
  }

  private static JsonObject object(byte[] array, int offset, int length) {
    try {
      return JsonObject.parse(new String(array, offset, length, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notAnObject) {
      return JsonObject.EMPTY;
    }
  }

  /// The beginning of a body that is no JSON, such as a proxy's page.
  private static String quoted(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, MAX_QUOTED), StandardCharsets.UTF_8);
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.isEmpty() ? "(no message)" : line + (body.length > MAX_QUOTED ? "…" : "");
  }
}

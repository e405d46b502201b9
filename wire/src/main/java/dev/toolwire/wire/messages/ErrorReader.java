package dev.toolwire.wire.messages;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.RetryHeaders;
import dev.toolwire.wire.json.WireObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads what the service says when it fails, whatever shape it comes in.
final class ErrorReader {

  static final String REQUEST_ID_HEADER = "request-id";

  private static final String NAMELESS = "unknown_error";
  private static final int MAX_QUOTED = 200;

  private ErrorReader() {}

  static ProviderException http(int status, Headers headers, byte[] body) {
    JsonNode said = tree(body);
    JsonNode error = said.path("error");
    String type = error.path("type").asString("");
    String code = code(error);
    String message = error.path("message").asString("");
    RetryHeaders retry = RetryHeaders.of(headers);
    return new ProviderException(
        new Fault(
            ServiceError.kind(type, code, status),
            status,
            type.isEmpty() ? NAMELESS : type,
            message.isEmpty() ? quoted(body) : message,
            headers
                .first(REQUEST_ID_HEADER)
                .or(() -> Optional.of(said.path("request_id").asString("")))
                .orElse(""),
            false,
            retry.after(),
            retry.advice(),
            new Detail(code, "")));
  }

  /// An error in place of an answer, under a status that promised one.
  static ProviderException inBody(WireObject body) {
    return fault(body, false);
  }

  /// An `error` event.
  static ProviderException inStream(WireObject event) {
    return fault(event, true);
  }

  private static ProviderException fault(WireObject event, boolean inStream) {
    JsonNode error = event.node().path("error");
    String type = error.path("type").asString("");
    String code = code(error);
    int status = ServiceError.named(type).map(ServiceError::status).orElse(500);
    return new ProviderException(
        new Fault(
            ServiceError.kind(type, code, status),
            status,
            type.isEmpty() ? NAMELESS : type,
            error.path("message").asString("(no message)"),
            event.text("request_id").orElse(""),
            inStream,
            Duration.ZERO,
            Advice.NONE,
            new Detail(code, "")));
  }

  private static String code(JsonNode error) {
    return error.path("details").path("error_code").asString("");
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JsonObject.parse(new String(body, StandardCharsets.UTF_8)).toNode();
    } catch (IllegalArgumentException notAnObject) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /// The beginning of a body that is no JSON, such as a proxy's page.
  private static String quoted(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, MAX_QUOTED), StandardCharsets.UTF_8);
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.isEmpty() ? "(no message)" : line + (body.length > MAX_QUOTED ? "…" : "");
  }
}

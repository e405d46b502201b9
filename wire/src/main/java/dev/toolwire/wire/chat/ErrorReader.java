package dev.toolwire.wire.chat;

import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.RetryHeaders;
import dev.toolwire.wire.json.WireObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a server says when it fails, in the shapes of all the servers that speak this wire.
final class ErrorReader {

  static final String REQUEST_ID_HEADER = "x-request-id";

  private static final String NAMELESS = "error";
  private static final int MAX_QUOTED = 200;
  private static final int LOWEST_ERROR = 400;
  private static final int HIGHEST_ERROR = 599;

  /// What was said, and under which names.
  private record Said(String type, Detail detail, String message, int status) {

    ErrorKind kind(int status) {
      return ServiceError.kind(status, type, detail.code());
    }

    String typeOrNameless() {
      return type.isEmpty() ? NAMELESS : type;
    }
  }

  private ErrorReader() {}

  static ProviderException http(int status, Headers headers, byte[] body) {
    Said said = said(body);
    RetryHeaders retry = RetryHeaders.of(headers);
    return new ProviderException(
        new Fault(
            said.kind(status),
            status,
            said.typeOrNameless(),
            said.message,
            headers.first(REQUEST_ID_HEADER).orElse(""),
            false,
            retry.after(),
            retry.advice(),
            said.detail));
  }

  /// An error in place of an answer, under a status that promised one.
  static ProviderException inBody(WireObject body) {
    return fault(said(body.node()), false);
  }

  /// An error in place of a chunk.
  static ProviderException inStream(WireObject chunk) {
    return fault(said(chunk.node()), true);
  }

  private static ProviderException fault(Said said, boolean inStream) {
    int status =
        said.status > 0 ? said.status : ServiceError.statusOf(said.type, said.detail.code());
    return new ProviderException(
        new Fault(
            said.kind(status),
            status,
            said.typeOrNameless(),
            said.message,
            "",
            inStream,
            Duration.ZERO,
            Advice.NONE,
            said.detail));
  }

  private static Said said(byte[] body) {
    try {
      return said(WireObject.parse("the error", body, 0, body.length).node());
    } catch (MalformedWireException notAnObject) {
      return new Said("", Detail.NONE, quoted(body), 0);
    }
  }

  private static Said said(ObjectNode body) {
    JsonNode error = body.path("error");
    if (error.isString()) {
      return new Said("", Detail.NONE, error.stringValue(), 0);
    }
    ObjectNode shape = error instanceof ObjectNode object ? object : body;
    JsonNode code = shape.path("code");
    String name = code.isString() && !isDigits(code.stringValue()) ? code.stringValue() : "";
    int number = code.isString() && !isDigits(code.stringValue()) ? 0 : code.asInt(0);
    boolean isStatus = number >= LOWEST_ERROR && number <= HIGHEST_ERROR;
    return new Said(
        shape.path("type").asString(""),
        new Detail(name, shape.path("param").asString("")),
        message(shape),
        isStatus ? number : 0);
  }

  private static String message(ObjectNode shape) {
    JsonNode words = shape.has("message") ? shape.path("message") : shape.path("detail");
    return words.isString()
        ? words.stringValue()
        : shortened((words.isMissingNode() ? shape : words).toString());
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit);
  }

  /// The beginning of a body that is no JSON, such as a proxy's page.
  private static String quoted(byte[] body) {
    String line = new String(body, 0, Math.min(body.length, MAX_QUOTED), StandardCharsets.UTF_8);
    String text = line.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.isEmpty() ? "(no message)" : text + (body.length > MAX_QUOTED ? "…" : "");
  }

  private static String shortened(String text) {
    return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text;
  }
}

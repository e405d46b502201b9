package dev.toolwire.wire.eventstream;

import dev.toolwire.wire.eventstream.HeaderValue.StringValue;
import java.util.List;

/// What a message says it is: its `:message-type` together with the header that this type requires.
///
/// @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html#amazon-event-semantics">Amazon
///   event semantics</a>
public sealed interface MessageKind {
  /// An ordinary event, such as `contentBlockDelta`.
  record Event(String eventType) implements MessageKind {
    public Event {
      requireWord(ReservedHeader.EVENT_TYPE, eventType);
    }
  }

  /// A failure that the service models, such as `throttlingException`; its payload says more.
  record ModeledException(String exceptionType) implements MessageKind {
    public ModeledException {
      requireWord(ReservedHeader.EXCEPTION_TYPE, exceptionType);
    }
  }

  /// A failure outside the service's model. An absent `:error-message` is the empty string.
  record UnmodeledError(String errorCode, String errorMessage) implements MessageKind {
    public UnmodeledError {
      requireWord(ReservedHeader.ERROR_CODE, errorCode);
    }
  }

  /// A `:message-type` that is absent or new to us, or one without the header that names it. The
  /// message's headers still hold all that came.
  record Unrecognized() implements MessageKind {}

  /// Reads the kind out of a message's headers, in whatever order they came.
  static MessageKind of(List<Header> headers) {
    return switch (text(headers, ReservedHeader.MESSAGE_TYPE)) {
      case "event" -> {
        String type = text(headers, ReservedHeader.EVENT_TYPE);
        yield type.isEmpty() ? new Unrecognized() : new Event(type);
      }
      case "exception" -> {
        String type = text(headers, ReservedHeader.EXCEPTION_TYPE);
        yield type.isEmpty() ? new Unrecognized() : new ModeledException(type);
      }
      case "error" -> {
        String code = text(headers, ReservedHeader.ERROR_CODE);
        String message = text(headers, ReservedHeader.ERROR_MESSAGE);
        yield code.isEmpty() ? new Unrecognized() : new UnmodeledError(code, message);
      }
      default -> new Unrecognized();
    };
  }

  /// The headers that say this kind, in the order in which the service writes them; events and
  /// exceptions declare a JSON payload. None for [Unrecognized].
  default List<Header> headers() {
    return switch (this) {
      case Event(var type) -> json(ReservedHeader.EVENT_TYPE, type, "event");
      case ModeledException(var type) -> json(ReservedHeader.EXCEPTION_TYPE, type, "exception");
      case UnmodeledError(var code, var message) ->
          List.of(
              Header.of(ReservedHeader.ERROR_CODE, code),
              Header.of(ReservedHeader.ERROR_MESSAGE, message),
              Header.of(ReservedHeader.MESSAGE_TYPE, "error"));
      case Unrecognized() -> List.of();
    };
  }

  /// Two words for a log line, such as `event contentBlockDelta`: always one line and never long,
  /// though the peer chose the second word.
  default String label() {
    return switch (this) {
      case Event(var type) -> "event " + printable(type);
      case ModeledException(var type) -> "exception " + printable(type);
      case UnmodeledError(var code, _) -> "error " + printable(code);
      case Unrecognized() -> "unrecognized message";
    };
  }

  private static List<Header> json(String naming, String word, String messageType) {
    return List.of(
        Header.of(naming, word),
        Header.of(ReservedHeader.CONTENT_TYPE, "application/json"),
        Header.of(ReservedHeader.MESSAGE_TYPE, messageType));
  }

  private static String text(List<Header> headers, String name) {
    for (Header header : headers) {
      if (header.name().equals(name) && header.value() instanceof StringValue(var text)) {
        return text;
      }
    }
    return "";
  }

  private static String printable(String word) {
    int longest = 64;
    String shown = word.length() <= longest ? word : word.substring(0, longest) + "…";
    return shown.replaceAll("\\p{Cntrl}", "?");
  }

  private static void requireWord(String header, String word) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException(header + " is empty; it must name what the message is");
    }
  }
}

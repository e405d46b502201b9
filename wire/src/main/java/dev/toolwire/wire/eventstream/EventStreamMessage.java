package dev.toolwire.wire.eventstream;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One message, whole and immutable: for sending, keeping and comparing. Whoever reads many
/// messages and keeps none uses [EventStreamFrame] instead.
///
/// Equal by content, headers in their order included. The payload is copied in and out.
///
/// @param headers typed headers, each name once
/// @param payload the bytes behind the headers, often JSON
@SuppressWarnings("ArrayRecordComponent") // copied at the door, compared by content
public record EventStreamMessage(List<Header> headers, byte[] payload) {
  /// Refuses a header name that occurs twice.
  public EventStreamMessage {
    headers = List.copyOf(headers);
    payload = payload.clone();
    Set<String> names = new HashSet<>();
    for (Header header : headers) {
      if (!names.add(header.name())) {
        throw new IllegalArgumentException(
            "header %s occurs twice; a message may hold each name once".formatted(header.name()));
      }
    }
  }

  /// A message of this kind with the headers that belong to it.
  public static EventStreamMessage of(MessageKind kind, byte[] payload) {
    return new EventStreamMessage(kind.headers(), payload);
  }

  @Override
  public byte[] payload() {
    return payload.clone();
  }

  /// What the headers say the message is.
  public MessageKind kind() {
    return MessageKind.of(headers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventStreamMessage(var theirHeaders, var theirPayload)
        && headers.equals(theirHeaders)
        && Arrays.equals(payload, theirPayload);
  }

  @Override
  public int hashCode() {
    return 31 * headers.hashCode() + Arrays.hashCode(payload);
  }

  /// One line without the payload's bytes, such as `event messageStop headers=3 payload=25B`.
  @Override
  public String toString() {
    return "%s  headers=%d payload=%dB".formatted(kind().label(), headers.size(), payload.length);
  }
}

package dev.toolwire.wire.eventstream;

import dev.toolwire.wire.eventstream.MessageKind.Event;
import dev.toolwire.wire.eventstream.MessageKind.ModeledException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One header section: its bytes and what they mean. Immutable: the shared array is never written.
///
/// The sections that ConverseStream uses are made once for the whole process, because both
/// directions need one of them for nearly every frame.
final class HeaderBlock {
  private static final Map<String, HeaderBlock> EVENTS =
      Stream.of(
              "contentBlockDelta",
              "contentBlockStart",
              "contentBlockStop",
              "messageStart",
              "messageStop",
              "metadata")
          .collect(Collectors.toUnmodifiableMap(Function.identity(), t -> of(new Event(t))));

  private static final Map<String, HeaderBlock> EXCEPTIONS =
      Stream.of(
              "internalServerException",
              "modelStreamErrorException",
              "modelTimeoutException",
              "serviceUnavailableException",
              "throttlingException",
              "validationException")
          .collect(
              Collectors.toUnmodifiableMap(Function.identity(), t -> of(new ModeledException(t))));

  /// All sections made in advance.
  static final List<HeaderBlock> KNOWN =
      Stream.concat(EVENTS.values().stream(), EXCEPTIONS.values().stream()).toList();

  final byte[] encoded;
  final List<Header> headers;
  final MessageKind kind;

  HeaderBlock(byte[] encoded, List<Header> headers) {
    this.encoded = encoded;
    this.headers = List.copyOf(headers);
    this.kind = MessageKind.of(this.headers);
  }

  static HeaderBlock of(MessageKind kind) {
    List<Header> headers = kind.headers();
    return new HeaderBlock(HeaderWriter.write(headers), headers);
  }

  static HeaderBlock event(String type) {
    HeaderBlock known = EVENTS.get(type);
    return known != null ? known : of(new Event(type));
  }

  static HeaderBlock exception(String type) {
    HeaderBlock known = EXCEPTIONS.get(type);
    return known != null ? known : of(new ModeledException(type));
  }

  boolean matches(byte[] bytes, int at, int length) {
    return encoded.length == length && Arrays.equals(encoded, 0, length, bytes, at, at + length);
  }
}

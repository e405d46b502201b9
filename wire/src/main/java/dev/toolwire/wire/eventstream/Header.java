package dev.toolwire.wire.eventstream;

/// One typed header of a message. Names that begin with `:` are reserved by the specification.
///
/// @param name 1 to 255 bytes of UTF-8
/// @param value the typed value
public record Header(String name, HeaderValue value) {
  /// Refuses a name that the wire cannot carry.
  public Header {
    int length = Utf8.encode(name).length;
    if (length == 0 || length > FrameLayout.MAX_NAME_BYTES) {
      throw new IllegalArgumentException(
          "header name of %d bytes; the wire carries 1 to %d"
              .formatted(length, FrameLayout.MAX_NAME_BYTES));
    }
  }

  /// A header with a string value, the only type that Bedrock uses.
  public static Header of(String name, String value) {
    return new Header(name, new HeaderValue.StringValue(value));
  }
}

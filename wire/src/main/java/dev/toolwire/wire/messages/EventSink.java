package dev.toolwire.wire.messages;

/// Where the JSON texts of an answer's events go.
@FunctionalInterface
public interface EventSink {

  /// Takes the first `length` bytes of `array`, which is not to be kept.
  ///
  /// @param type what the event calls itself
  void event(String type, byte[] array, int length);
}

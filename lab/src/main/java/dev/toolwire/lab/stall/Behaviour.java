package dev.toolwire.lab.stall;

/// How a route lets the input of a tool out while the model writes it.
public enum Behaviour {
  /// As it is written, like text.
  STREAMED("streamed"),
  /// Each parameter when it is complete.
  PER_PARAMETER("per parameter"),
  /// All of it when it is complete.
  FULLY_BUFFERED("fully buffered");

  private final String words;

  Behaviour(String words) {
    this.words = words;
  }

  /// The buffer ratio that this behaviour gives for a shape: which part of the time in which the
  /// input is written passes in the longest silence.
  public double ratio(Shape shape) {
    return switch (this) {
      case STREAMED -> 0;
      case PER_PARAMETER -> shape.largestShare();
      case FULLY_BUFFERED -> 1;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}

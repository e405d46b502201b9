package dev.toolwire.lab.stall;

/// How the characters of a tool input are divided into parameters of equal size.
public enum Shape {
  /// One big parameter.
  ONE(1),
  /// Two of half the size.
  HALVES(2),
  /// Ten small ones.
  TENTHS(10);

  private final int parameters;

  Shape(int parameters) {
    this.parameters = parameters;
  }

  public int parameters() {
    return parameters;
  }

  /// The share of the input that the largest parameter holds: what is held back at once if the
  /// input arrives parameter by parameter.
  public double largestShare() {
    return 1.0 / parameters;
  }
}

package dev.toolwire.tool;

/// An input that fits its schema, but not the Java type that the tool takes.
final class InputMismatchException extends Exception {

  private static final long serialVersionUID = 1;

  InputMismatchException(String advice, Throwable cause) {
    super(advice, cause);
  }

  /// What to tell the model.
  String advice() {
    return String.valueOf(getMessage());
  }
}

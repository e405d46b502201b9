package dev.toolwire.toolbox;

/// An expression that is no arithmetic, or too much of it.
final class ExpressionException extends Exception {

  private static final long serialVersionUID = 1;

  /// @param position of the character that is wrong; the first is 1
  ExpressionException(int position, String problem) {
    super(
        "not an arithmetic expression, at character %d: %s. Send numbers, + - * / %% ^ and parentheses only."
            .formatted(position, problem));
  }

  ExpressionException(String problem) {
    super(problem);
  }

  /// What to tell the model.
  String advice() {
    return String.valueOf(getMessage());
  }
}

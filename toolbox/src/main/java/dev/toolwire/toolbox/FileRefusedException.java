package dev.toolwire.toolbox;

/// A file operation that is not done, for a reason that the model may know and act on.
final class FileRefusedException extends Exception {

  private static final long serialVersionUID = 1;

  FileRefusedException(String advice) {
    super(advice);
  }

  /// What to tell the model.
  String advice() {
    return String.valueOf(getMessage());
  }
}

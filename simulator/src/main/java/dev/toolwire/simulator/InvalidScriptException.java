package dev.toolwire.simulator;

/// A script that cannot be played. The message begins with the file, line and column.
public final class InvalidScriptException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidScriptException(String message) {
    super(message);
  }
}

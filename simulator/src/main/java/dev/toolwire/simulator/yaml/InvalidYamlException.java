package dev.toolwire.simulator.yaml;

/// A YAML file that does not say what it should. The message begins with the file, line and column,
/// and says what came and what was expected.
public final class InvalidYamlException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidYamlException(String message) {
    super(message);
  }
}

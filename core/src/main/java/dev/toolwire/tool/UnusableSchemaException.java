package dev.toolwire.tool;

/// The schema that an application gave for a tool is no usable JSON Schema.
final class UnusableSchemaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  UnusableSchemaException(Throwable cause) {
    super("the input schema is not usable: " + cause.getMessage(), cause);
  }
}

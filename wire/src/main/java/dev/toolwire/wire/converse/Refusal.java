package dev.toolwire.wire.converse;

/// Why a Converse server does not take a request: what it answers instead of asking the model.
///
/// @param status the HTTP status
/// @param type the error's name, sent as `x-amzn-ErrorType`
/// @param message the words for the `message` member of the error's body
public record Refusal(int status, String type, String message) {

  /// The request can be read but breaks a constraint or a rule.
  static Refusal validation(String message) {
    return new Refusal(400, "ValidationException", message);
  }

  /// The request cannot be read: it is no JSON, or a value is of another type than its member.
  static Refusal serialization(String message) {
    return new Refusal(400, "SerializationException", message);
  }
}

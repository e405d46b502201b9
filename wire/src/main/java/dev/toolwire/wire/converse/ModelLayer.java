package dev.toolwire.wire.converse;

/// The layer of the service that hands a request to the model and relays what the model's own front
/// end has against it.
final class ModelLayer {

  private ModelLayer() {}

  static String says(String error) {
    return "The model returned the following errors: " + error;
  }
}

package dev.toolwire.conformance;

/// How a client says who it is.
sealed interface Login {

  /// The key that simulators of these tests let in.
  Keys KNOWN = new Keys("TESTKEYID", "toolwire-test-secret");

  /// Signs every request.
  record Keys(String accessKey, String secret) implements Login {}

  /// Shows a key with every request.
  record Bearer(String key) implements Login {}
}

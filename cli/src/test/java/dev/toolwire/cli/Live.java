package dev.toolwire.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolwire.model.ModelId;

/// What a test of a real service needs before it asks, because each question costs money.
final class Live {

  private Live() {}

  /// Skips a test, and says so, unless `TOOLWIRE_LIVE` names the service.
  ///
  /// @param credentials that the test needs besides
  static void need(String service, String credentials) {
    boolean live = service.equals(System.getenv("TOOLWIRE_LIVE"));
    String skipped =
        "skipped: no live %s; set TOOLWIRE_LIVE=%s and %s (TOOLWIRE_LIVE_MODEL names another model)"
            .formatted(service, service, credentials);
    if (!live) {
      System.out.println(skipped);
    }
    assumeTrue(live, skipped);
  }

  static ModelId model(String usual) {
    return new ModelId(System.getenv().getOrDefault("TOOLWIRE_LIVE_MODEL", usual));
  }
}

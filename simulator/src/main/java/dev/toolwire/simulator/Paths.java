package dev.toolwire.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// The labels of paths.
final class Paths {

  private Paths() {}

  /// A label without its percent-encoding; as it is, if that cannot be read.
  static String decoded(String label) {
    try {
      return URLDecoder.decode(label.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return label;
    }
  }
}

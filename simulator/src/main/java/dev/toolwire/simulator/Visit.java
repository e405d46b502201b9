package dev.toolwire.simulator;

import dev.toolwire.wire.WireRequest;
import java.util.random.RandomGenerator;

/// One request on its way through the simulator.
///
/// @param number from 1, in the order in which they came
/// @param requestId a UUID, from which each wire makes its own kind of id
record Visit(WireRequest request, long number, String requestId, RandomGenerator random) {

  boolean isPost() {
    return request.method().equals("POST");
  }

  boolean isGet() {
    return request.method().equals("GET");
  }

  /// As it came, percent-encoded.
  String path() {
    return request.uri().getRawPath();
  }
}

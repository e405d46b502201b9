package dev.toolwire.simulator;

import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.WireRequest;
import java.util.Optional;

/// A request that a [Simulator] was sent, and what became of it.
///
/// @param number from 1, in the order in which they came
/// @param requestId the `x-amzn-RequestId` of the answer; Anthropic's and OpenAI's ids are the same
///   with `req_` in front and without hyphens
/// @param status of the answer; 0 if the connection was dropped
/// @param read what the model was sent; empty if the request did not get as far as a model
/// @param unscripted why no script has an answer to it, in one line; empty if one has, or if it was
///   refused before it came to a script
public record RecordedRequest(
    long number,
    String requestId,
    WireRequest request,
    int status,
    Optional<ModelRequest> read,
    Optional<String> unscripted) {

  /// One line, such as `#3 POST http://… 120B -> 200`.
  @Override
  public String toString() {
    return "#" + number + " " + request + " -> " + status;
  }
}

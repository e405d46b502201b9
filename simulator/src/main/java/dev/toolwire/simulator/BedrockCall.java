package dev.toolwire.simulator;

import dev.toolwire.wire.converse.Padding;
import java.util.Optional;
import java.util.SplittableRandom;

/// A call at Bedrock's runtime: streams are event-stream frames, which have no sign of life.
interface BedrockCall extends ModelCall {

  Visit visit();

  /// Whether the events of a stream are padded, as the service does.
  boolean padding();

  @Override
  default String requestId() {
    return visit().requestId();
  }

  @Override
  default Optional<Heartbeat> heartbeat() {
    return Optional.empty();
  }

  @Override
  default boolean hasChecksums() {
    return true;
  }

  @Override
  default boolean saysAnyInput() {
    return false;
  }

  /// The pads of one stream.
  default Padding pads() {
    return padding()
        ? Padding.random(new SplittableRandom(visit().random().nextLong()))
        : Padding.none();
  }
}

package dev.toolwire.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Frames of AWS's event stream, apart from each other: each says its own length at its beginning.
final class EventStreamFrames {

  private EventStreamFrames() {}

  static List<byte[]> of(byte[] bytes) {
    List<byte[]> frames = new ArrayList<>();
    for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
      byte[] frame = new byte[rest.getInt(rest.position())];
      rest.get(frame);
      frames.add(frame);
    }
    return frames;
  }
}

package dev.toolwire.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.wire.eventstream.Decoded.NeedBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a stream the ways the network may deliver it, and insists that they agree.
final class Deliveries {
  /// The beginning of a frame that never comes: must stay in the decoder and disturb nothing.
  private static final byte[] STRANGER = {(byte) 0xde, (byte) 0xad, (byte) 0xbe, (byte) 0xef, 0x7f};

  private Deliveries() {}

  /// The messages of a well-formed stream: whole, byte by byte, and with trailing bytes.
  static List<EventStreamMessage> decode(byte[] stream) {
    List<EventStreamMessage> whole = inPieces(stream, stream.length);
    assertThat(inPieces(stream, 1)).as("byte by byte").isEqualTo(whole);
    assertThat(beforeStranger(stream)).as("with trailing bytes").isEqualTo(whole);
    return whole;
  }

  static List<EventStreamMessage> inPieces(byte[] stream, int pieceLength) {
    EventStreamDecoder decoder = new EventStreamDecoder();
    List<EventStreamMessage> messages = new ArrayList<>();
    for (int at = 0; at < stream.length; at += pieceLength) {
      messages.addAll(feed(decoder, stream, at, Math.min(pieceLength, stream.length - at)));
    }
    assertThat(decoder.end()).isEqualTo(new StreamEnd.OnFrameBoundary(messages.size()));
    return messages;
  }

  /// Feeds a piece and wipes it afterwards, as a reader that uses one buffer again does.
  static List<EventStreamMessage> feed(
      EventStreamDecoder decoder, byte[] stream, int offset, int length) {
    byte[] piece = Arrays.copyOfRange(stream, offset, offset + length);
    List<EventStreamMessage> messages = new ArrayList<>();
    decoder.feed(piece, 0, piece.length);
    while (decoder.next() instanceof EventStreamFrame frame) {
      messages.add(frame.message());
    }
    Arrays.fill(piece, (byte) 0xff);
    return messages;
  }

  private static List<EventStreamMessage> beforeStranger(byte[] stream) {
    byte[] both = Arrays.copyOf(stream, stream.length + STRANGER.length);
    System.arraycopy(STRANGER, 0, both, stream.length, STRANGER.length);
    EventStreamDecoder decoder = new EventStreamDecoder();
    List<EventStreamMessage> messages = feed(decoder, both, 0, both.length);
    assertThat(decoder.next()).isEqualTo(new NeedBytes(12 - STRANGER.length));
    assertThat(decoder.end())
        .isEqualTo(
            new StreamEnd.MidFrame(
                messages.size() + 1, stream.length, STRANGER.length, 16 - STRANGER.length));
    return messages;
  }
}

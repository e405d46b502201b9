package dev.toolwire.wire.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.wire.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a stream the ways the network may deliver it, and insists that they agree.
final class SseTranscript {

  /// The beginning of an event that never comes: must stay in the decoder and disturb nothing.
  private static final byte[] STRANGER = "data: stran".getBytes(UTF_8);

  /// What an event says.
  record Said(String type, String data, String lastEventId) {}

  private SseTranscript() {}

  static Said message(String data) {
    return new Said("message", data, "");
  }

  static Said said(String type, String data) {
    return new Said(type, data, "");
  }

  /// The events of a stream: whole, byte by byte, in threes, and with trailing bytes.
  static List<Said> decode(byte[] stream) {
    List<Said> whole = inPieces(stream, Math.max(stream.length, 1));
    assertThat(inPieces(stream, 1)).as("byte by byte").isEqualTo(whole);
    assertThat(inPieces(stream, 3)).as("in threes").isEqualTo(whole);
    if (endsWithBlankLine(stream)) {
      byte[] trailed = Arrays.copyOf(stream, stream.length + STRANGER.length);
      System.arraycopy(STRANGER, 0, trailed, stream.length, STRANGER.length);
      assertThat(inPieces(trailed, trailed.length)).as("with trailing bytes").isEqualTo(whole);
    }
    return whole;
  }

  static List<Said> decode(String stream) {
    return decode(stream.getBytes(UTF_8));
  }

  static List<Said> inPieces(byte[] stream, int pieceLength) {
    SseDecoder decoder = new SseDecoder();
    List<Said> events = new ArrayList<>();
    for (int at = 0; at < stream.length; at += pieceLength) {
      events.addAll(feed(decoder, stream, at, Math.min(pieceLength, stream.length - at)));
    }
    return events;
  }

  /// Feeds a piece and wipes it afterwards, as a reader that uses one buffer again does.
  static List<Said> feed(SseDecoder decoder, byte[] stream, int offset, int length) {
    byte[] piece = Arrays.copyOfRange(stream, offset, offset + length);
    List<Said> events = new ArrayList<>();
    decoder.feed(new Chunk(piece, 0, piece.length, 0));
    Decoded decoded = decoder.next();
    while (!(decoded instanceof Decoded.NeedBytes)) {
      if (decoded instanceof SseEvent event) {
        events.add(said(event));
      }
      decoded = decoder.next();
    }
    Arrays.fill(piece, (byte) '#');
    return events;
  }

  static Said said(SseEvent event) {
    return new Said(event.type(), event.data(), event.lastEventId());
  }

  static Chunk chunk(String text, long nanos) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Chunk(bytes, 0, bytes.length, nanos);
  }

  private static boolean endsWithBlankLine(byte[] stream) {
    String text = new String(stream, UTF_8);
    return text.endsWith("\n\n") || text.endsWith("\r\r") || text.endsWith("\r\n\r\n");
  }
}

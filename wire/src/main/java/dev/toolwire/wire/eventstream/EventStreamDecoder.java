package dev.toolwire.wire.eventstream;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.wire.eventstream.Decoded.NeedBytes;
import java.util.zip.CRC32;

/// Turns the bytes of one stream into frames, however the bytes are cut.
///
/// Feed a piece, then call [#next] until it answers [NeedBytes]; then feed the next piece, or call
/// [#end] when there is none:
///
/// ```
/// decoder.feed(buffer, 0, read);
/// while (decoder.next() instanceof EventStreamFrame frame) {
///   handle(frame);
/// }
/// ```
///
/// A fed array belongs to the decoder until `next` has answered [NeedBytes]: frames that lie whole
/// in it are shown in place, only the rest of an unfinished frame is copied. At most one frame is
/// held back, and memory for it is taken as its bytes come, not as its length field claims.
///
/// Both checksums are verified before a frame is shown. A stream that breaks the format cannot be
/// read any further: `next` throws and will throw the same again. For one stream and one thread at
/// a time.
public final class EventStreamDecoder {
  private final EventStreamLimits limits;
  private final ReceiveBuffer in = new ReceiveBuffer();
  private final CRC32 crc = new CRC32();
  private final HeaderBlocks headerBlocks = new HeaderBlocks();
  private final EventStreamFrame frame = new EventStreamFrame();

  /// The current frame's length; 0 until its prelude has been checked.
  private int frameLength;

  private int headersLength;
  private long frames;
  private long position;

  /// A decoder with the specification's limits.
  public EventStreamDecoder() {
    this(EventStreamLimits.DEFAULT);
  }

  /// A decoder that refuses frames beyond these limits before it holds any of their bytes.
  public EventStreamDecoder(EventStreamLimits limits) {
    this.limits = limits;
  }

  /// Hands over the next piece of the stream. An empty piece is allowed.
  ///
  /// @throws IllegalStateException while a part of the piece before is unread
  public void feed(byte[] buffer, int offset, int length) {
    in.feed(buffer, offset, length);
  }

  /// The next frame, or how many bytes are wanting.
  ///
  /// @throws MalformedWireException when the bytes are not well-formed frames within the limits
  public Decoded next() {
    in.releaseTaken();
    if (frameLength == 0) {
      if (!in.gather(FrameLayout.PRELUDE_BYTES)) {
        return need(FrameLayout.PRELUDE_BYTES);
      }
      readPrelude(in.bytes(), in.start());
    }
    return in.gather(frameLength) ? show(in.bytes(), in.start()) : need(frameLength);
  }

  /// Says how the stream stands, now that no more bytes will come.
  ///
  /// @throws IllegalStateException while a part of the last piece is unread
  public StreamEnd end() {
    in.requireReadUp("end");
    in.releaseTaken();
    int received = in.heldLength();
    if (received == 0) {
      return new StreamEnd.OnFrameBoundary(frames);
    }
    int due = frameLength == 0 ? FrameLayout.OVERHEAD_BYTES : frameLength;
    return new StreamEnd.MidFrame(frames + 1, position, received, due - received);
  }

  private NeedBytes need(int wanted) {
    in.releaseFed();
    return new NeedBytes(wanted - in.heldLength());
  }

  private void readPrelude(byte[] bytes, int start) {
    checkCrc("prelude", bytes, start, FrameLayout.PRELUDE_CRC_AT);
    long total = FrameLayout.unsignedIntAt(bytes, start);
    long headers = FrameLayout.unsignedIntAt(bytes, start + FrameLayout.HEADERS_LENGTH_AT);
    long payload = total - headers - FrameLayout.OVERHEAD_BYTES;
    if (payload < 0) {
      throw here().malformed("inconsistent lengths", 0, lengths(total, headers));
    }
    if (headers > limits.maxHeadersBytes()) {
      throw here().tooLarge("header section", headers, limits.maxHeadersBytes());
    }
    if (payload > limits.maxPayloadBytes()) {
      throw here().tooLarge("payload", payload, limits.maxPayloadBytes());
    }
    frameLength = (int) total;
    headersLength = (int) headers;
  }

  private Decoded show(byte[] bytes, int start) {
    checkCrc("message", bytes, start, frameLength - FrameLayout.CRC_BYTES);
    int headersAt = start + FrameLayout.PRELUDE_BYTES;
    HeaderBlock block = headerBlocks.recall(bytes, headersAt, headersLength);
    if (block == null) {
      block = headerBlocks.parse(bytes, headersAt, headersLength, here());
    }
    frame.view(bytes, start, frameLength, block);
    frame.place(frames + 1, position);
    in.take(frameLength);
    frames++;
    position += frameLength;
    frameLength = 0;
    return frame;
  }

  /// Each checksum covers the frame from its first byte up to the checksum itself.
  private void checkCrc(String what, byte[] bytes, int start, int covered) {
    crc.reset();
    crc.update(bytes, start, covered);
    int computed = (int) crc.getValue();
    int got = FrameLayout.intAt(bytes, start + covered);
    if (got != computed) {
      throw here()
          .malformed(
              what + " CRC mismatch",
              covered,
              "got 0x%08x, computed 0x%08x".formatted(got, computed));
    }
  }

  private static String lengths(long total, long headers) {
    return "got a frame of %d bytes with %d bytes of headers, expected at least %d for the frame"
        .formatted(total, headers, headers + FrameLayout.OVERHEAD_BYTES);
  }

  private FramePosition here() {
    return new FramePosition(frames + 1, position);
  }
}

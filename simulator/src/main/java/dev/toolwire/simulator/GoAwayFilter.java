package dev.toolwire.simulator;

import java.io.ByteArrayOutputStream;

/// Takes the GOAWAY frames out of what an HTTP/2 client sends.
///
/// ```
/// preface: 24 bytes, then frames (RFC 9113, 4.1):
/// +-- length: 3 --+-- type: 1 --+-- flags: 1 --+-- stream: 4 --+-- payload: length --+
/// ```
///
/// For one connection, on one thread.
final class GoAwayFilter {

  private static final int PREFACE = 24;
  private static final int HEAD = 9;
  private static final int TYPE_AT = 3;
  private static final int GO_AWAY = 7;

  private final byte[] head = new byte[HEAD];
  private int headLength;
  private int left = PREFACE;
  private boolean keeping = true;

  /// What is left of these bytes; those of an unfinished head come with the next ones.
  byte[] keep(byte[] bytes) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length + HEAD);
    int at = 0;
    while (at < bytes.length) {
      if (left > 0) {
        int taken = Math.min(left, bytes.length - at);
        if (keeping) {
          kept.write(bytes, at, taken);
        }
        left -= taken;
        at += taken;
      } else {
        head[headLength++] = bytes[at++];
        if (headLength == HEAD) {
          begin(kept);
        }
      }
    }
    return kept.toByteArray();
  }

  private void begin(ByteArrayOutputStream kept) {
    headLength = 0;
    left = (head[0] & 0xFF) << 16 | (head[1] & 0xFF) << 8 | (head[2] & 0xFF);
    keeping = head[TYPE_AT] != GO_AWAY;
    if (keeping) {
      kept.writeBytes(head);
    }
  }
}

package dev.toolwire.wire.eventstream;

/// Where things stand in a frame. All integers are big-endian; lengths and checksums are unsigned.
///
/// ```
/// 0        4         8             12         12+H               total-4
/// ┌────────┬─────────┬─────────────┬──────────┬──────────────────┬─────────────┐
/// │ total  │ headers │ prelude CRC │ headers  │ payload          │ message CRC │
/// │ length │ length H│ of 0..7     │ H bytes  │ total-H-16 bytes │ of 0..end-4 │
/// └────────┴─────────┴─────────────┴──────────┴──────────────────┴─────────────┘
/// one header:  name length u8 (1..255) │ name │ value type u8 │ value
/// ```
final class FrameLayout {
  static final int HEADERS_LENGTH_AT = 4;
  static final int PRELUDE_CRC_AT = 8;
  static final int PRELUDE_BYTES = 12;
  static final int CRC_BYTES = 4;

  /// What a frame weighs without headers and payload.
  static final int OVERHEAD_BYTES = PRELUDE_BYTES + CRC_BYTES;

  static final int MAX_NAME_BYTES = 255;

  /// The specification's grammar allows one bit less than the two-byte length could say.
  static final int MAX_VALUE_BYTES = Short.MAX_VALUE;

  private FrameLayout() {}

  static int intAt(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  static long unsignedIntAt(byte[] bytes, int at) {
    return Integer.toUnsignedLong(intAt(bytes, at));
  }

  static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }
}

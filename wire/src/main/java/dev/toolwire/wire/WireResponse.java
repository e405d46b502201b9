package dev.toolwire.wire;

/// An HTTP response, whole.
///
/// @param body not copied, and not to be changed afterwards
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record WireResponse(int status, Headers headers, byte[] body) {

  /// The status; never a header or the body.
  @Override
  public String toString() {
    return "HTTP " + status + " " + body.length + "B";
  }
}

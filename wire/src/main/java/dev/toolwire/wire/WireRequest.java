package dev.toolwire.wire;

import java.net.URI;

/// An HTTP request, whole.
///
/// @param uri absolute; its raw path is sent as it stands, so it must be encoded already
/// @param body not copied, and not to be changed afterwards
/// @param streaming whether the response is wanted piece by piece, as it arrives
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record WireRequest(String method, URI uri, Headers headers, byte[] body, boolean streaming) {

  public static WireRequest post(URI uri, Headers headers, byte[] body, boolean streaming) {
    return new WireRequest("POST", uri, headers, body, streaming);
  }

  public WireRequest withHeaders(Headers next) {
    return new WireRequest(method, uri, next, body, streaming);
  }

  /// The request line; never a header or the body, which may hold secrets.
  @Override
  public String toString() {
    return method + " " + uri + " " + body.length + "B";
  }
}

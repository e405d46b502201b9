package dev.toolwire.provider;

import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/// Our requests and responses in the HTTP library's words.
final class HttpMessage {

  private HttpMessage() {}

  /// The request with the headers that belong to the connection.
  static BasicClassicHttpRequest of(WireRequest request) {
    BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), request.uri());
    message.setHeader(HttpHeaders.HOST, request.uri().getRawAuthority());
    message.setHeader(HttpHeaders.USER_AGENT, "toolwire");
    request.headers().forEach(message::addHeader);
    message.setHeader(HttpHeaders.CONTENT_LENGTH, request.body().length);
    message.setEntity(new ByteArrayEntity(request.body(), null));
    return message;
  }

  static Headers headers(ClassicHttpResponse response) {
    Header[] fields = response.getHeaders();
    String[] namesAndValues = new String[fields.length * 2];
    for (int i = 0; i < fields.length; i++) {
      namesAndValues[2 * i] = fields[i].getName();
      namesAndValues[2 * i + 1] = String.valueOf(fields[i].getValue());
    }
    return Headers.of(namesAndValues);
  }

  /// Scheme, host and port, for people.
  static String where(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}

package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolwire.bench.harness.PlainConnection;
import dev.toolwire.bench.harness.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// JSON over HTTP/1.1 on one connection, by hand.
public final class BareHttp {

  private final PlainConnection connection;
  private final byte[] body = new byte[8192];

  public BareHttp(int port) throws IOException {
    this.connection = PlainConnection.open(Target.plain(port));
  }

  /// Sends and waits for the head of a success; then the body can be read.
  ///
  /// @param headers more of them, each with its line end
  public void post(String path, String headers, String json) throws IOException {
    byte[] content = json.getBytes(UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + headers
            + "Content-Length: "
            + content.length
            + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + content.length);
    request.writeBytes(head.getBytes(US_ASCII));
    request.writeBytes(content);
    connection.send(request.toByteArray());
    int status = connection.readHead();
    if (status != 200) {
      throw new IOException("HTTP " + status);
    }
  }

  /// Reads what is there of the body, or -1 behind its end.
  public int read(byte[] into, int offset, int length) throws IOException {
    return connection.readBody(into, offset, length);
  }

  /// The whole body.
  public String text() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int n = read(body, 0, body.length); n >= 0; n = read(body, 0, body.length)) {
      all.write(body, 0, n);
    }
    return all.toString(UTF_8);
  }

  public void close() {
    connection.close();
  }
}

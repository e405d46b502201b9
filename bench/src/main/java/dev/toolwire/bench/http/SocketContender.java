package dev.toolwire.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.harness.PlainConnection;
import dev.toolwire.bench.harness.Target;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The yardstick: a socket with the least HTTP/1.1 that can hold the conversation. No proxy, no
/// redirect, no trailers, no error worth reading; what it costs is what the network costs.
final class SocketContender implements Contender {

  private final Target target;
  private final ConcurrentLinkedDeque<PlainConnection> idle = new ConcurrentLinkedDeque<>();

  SocketContender(Target target) {
    this.target = target;
  }

  @Override
  public Reply post(String path, byte[] body) throws IOException {
    PlainConnection reused = idle.pollFirst();
    PlainConnection connection = reused != null ? reused : PlainConnection.open(target);
    try {
      connection.send(request(path, body));
      int status = connection.readHead();
      return new Reply(status, new Body(connection), connection::close);
    } catch (IOException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  private byte[] request(String path, byte[] body) {
    StringBuilder head = new StringBuilder(512);
    head.append("POST ").append(path).append(" HTTP/1.1\r\nHost: ").append(Target.HOST);
    Target.HEADERS.forEach((k, v) -> head.append("\r\n").append(k).append(": ").append(v));
    head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(US_ASCII);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  @Override
  public void close() {
    idle.forEach(PlainConnection::close);
    idle.clear();
  }

  /// Hands the connection back at the end of the body, and closes it when the end is not reached.
  private final class Body extends InputStream {

    private final PlainConnection connection;
    private boolean ended;

    Body(PlainConnection connection) {
      this.connection = connection;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = ended ? -1 : connection.readBody(into, offset, length);
      if (n < 0 && !ended) {
        ended = true;
        idle.addFirst(connection);
      }
      return n;
    }

    @Override
    public void close() {
      if (!ended) {
        connection.close();
      }
    }
  }
}

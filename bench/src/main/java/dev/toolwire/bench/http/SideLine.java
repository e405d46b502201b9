package dev.toolwire.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The client's end of [LoopbackServer]'s side line.
final class SideLine implements AutoCloseable {

  private final Socket socket;

  SideLine(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
  }

  /// Allows the server one more chunk.
  void acknowledge() throws IOException {
    socket.getOutputStream().write('a');
  }

  /// Whether the server saw its connection cut within the limit.
  boolean cutSeen(Duration limit) throws IOException {
    socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException notSeen) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

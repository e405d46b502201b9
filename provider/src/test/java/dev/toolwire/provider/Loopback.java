package dev.toolwire.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on a loopback port whose every byte the test writes.
final class Loopback implements AutoCloseable {

  /// What happens on one connection.
  interface Play {
    void on(Connection connection) throws Exception;
  }

  /// One accepted connection.
  record Connection(Socket socket) {

    /// Reads one request, whole.
    String request() throws IOException {
      StringBuilder head = new StringBuilder();
      InputStream in = socket.getInputStream();
      while (!head.toString().endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("no request");
        }
        head.append((char) next);
      }
      int at = head.indexOf("Content-Length: ");
      int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
      return head + new String(in.readNBytes(length), US_ASCII);
    }

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
    }
  }

  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();

  private final Thread accepting;

  private Loopback(ServerSocket server, Play play) {
    this.server = server;
    this.accepting = Thread.ofVirtual().start(() -> accept(play));
  }

  /// A server that answers every request with JSON.
  ///
  /// @param seen takes the requests
  /// @param headers more of them, each with its line end
  static Loopback answering(Collection<String> seen, String status, String headers, String body) {
    String answer =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\n"
            + headers
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return playing(connection -> {
      while (true) {
        seen.add(connection.request());
        connection.send(answer);
      }
    });
  }

  static Loopback playing(Play play) {
    try {
      return new Loopback(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), play);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private void accept(Play play) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(play, socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private static void serve(Play play, Socket socket) {
    try (socket) {
      play.on(new Connection(socket));
    } catch (Exception _) {
      // The client went away; what it saw is what the test asserts.
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  /// Nobody is let in any more once this returns; a socket is closed by whoever waits on it last.
  @Override
  public void close() {
    try {
      server.close();
      accepting.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }
}

package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;

/// A server that only replays: which answer is told by the model and by the number of tool results
/// in the request. Prints its port, then serves until it is killed, each connection on a platform
/// thread.
public final class CannedServer {

  private static final int BUFFER = 64 << 10;
  private final List<CannedAnswers> wires;

  private CannedServer(List<CannedWire> wires) {
    this.wires = wires.stream().map(CannedAnswers::new).toList();
  }

  public static void main(String[] args) throws IOException {
    serve(List.of(new CannedConverse()));
  }

  /// Serves these wires on one port.
  public static void serve(List<CannedWire> wires) throws IOException {
    try (ServerSocket socket = start(wires)) {
      System.out.println(socket.getLocalPort());
      while (System.in.read() >= 0) {
        // Serves until whoever started this process goes away.
      }
    }
  }

  /// A server in this process; it ends when the socket is closed.
  static ServerSocket start(List<CannedWire> wires) throws IOException {
    CannedServer server = new CannedServer(wires);
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(() -> server.accept(socket));
    return socket;
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The end of the measurement.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER);
      OutputStream out = connection.getOutputStream();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        out.write(answer(line, body(in)));
      }
    } catch (IOException gone) {
      // The client hung up.
    }
  }

  private byte[] answer(String line, byte[] body) {
    return wires.stream()
        .filter(wire -> wire.isFor(line))
        .findFirst()
        .orElseThrow()
        .answer(line, body);
  }

  private static byte[] body(InputStream in) throws IOException {
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
    }
    return in.readNBytes(length);
  }

  /// One line without its end; empty at the end of the head and at the end of the connection.
  static String line(InputStream in) throws IOException {
    byte[] line = new byte[2048];
    int length = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        if (length == 0) {
          return "";
        }
        throw new EOFException("connection cut inside a line");
      }
      line[length++] = (byte) b;
    }
    return new String(line, 0, length - 1, ISO_8859_1);
  }
}

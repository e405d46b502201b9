package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A Converse server that only replays: which answer is told by the model in the path and by the
/// number of tool results in the request. Prints its port, then serves until it is killed, each
/// connection on a platform thread.
public final class CannedServer {

  private static final int BUFFER = 64 << 10;
  private static final byte[] RESULT = "\"toolResult\":".getBytes(US_ASCII);

  private final Map<String, byte[]> answers = new HashMap<>();

  private CannedServer() {
    for (int results = 0; results <= 3; results++) {
      put(false, results);
    }
    put(true, 0);
    put(true, 1);
  }

  private void put(boolean longInput, int results) {
    var reply = CannedReplies.reply(longInput, results);
    answers.put(key(longInput, false, results), CannedReplies.unary(reply));
    answers.put(key(longInput, true, results), CannedReplies.streamed(reply));
  }

  private static String key(boolean longInput, boolean streaming, int results) {
    return longInput + " " + streaming + " " + results;
  }

  public static void main(String[] args) throws IOException {
    try (ServerSocket socket = start()) {
      System.out.println(socket.getLocalPort());
      while (System.in.read() >= 0) {
        // Serves until whoever started this process goes away.
      }
    }
  }

  /// A server in this process; it ends when the socket is closed.
  static ServerSocket start() throws IOException {
    CannedServer server = new CannedServer();
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
        int results = results(body(in));
        boolean longInput = line.contains("opus");
        boolean streaming = line.contains("converse-stream");
        String key = key(longInput, streaming, results);
        out.write(Objects.requireNonNull(answers.get(key), key));
      }
    } catch (IOException gone) {
      // The client hung up.
    }
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

  private static int results(byte[] body) {
    int count = 0;
    for (int i = 0; i + RESULT.length <= body.length; i++) {
      if (body[i] == '"' && Arrays.equals(body, i, i + RESULT.length, RESULT, 0, RESULT.length)) {
        count++;
      }
    }
    return count;
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

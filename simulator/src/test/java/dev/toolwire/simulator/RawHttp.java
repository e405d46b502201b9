package dev.toolwire.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// HTTP/1.1 by hand, over a socket: what is really sent, without a client that mends it.
final class RawHttp implements AutoCloseable {

  /// @param complete whether the body ended as the head promised
  @SuppressWarnings("ArrayRecordComponent") // a test's own
  record Response(int status, Map<String, String> headers, byte[] body, boolean complete) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  RawHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(120_000); // a guard against hanging, far beyond what a busy machine takes
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  Response post(String path, String body, String... headers) throws IOException {
    send("POST", path, body, headers);
    return response();
  }

  void send(String method, String path, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: test\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    head.append("Content-Type: application/json\r\nContent-Length: ").append(bytes.length);
    out.write((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.flush();
  }

  /// Sends a head that says how long a body will come, and no body.
  void promise(String method, String path, long bytes) throws IOException {
    String head =
        "%s %s HTTP/1.1\r\nHost: test\r\nContent-Length: %d\r\n\r\n".formatted(method, path, bytes);
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  Response response() throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
        ? chunked(status, headers)
        : sized(status, headers);
  }

  private Response sized(int status, Map<String, String> headers) throws IOException {
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    return new Response(status, headers, body, body.length == length);
  }

  private Response chunked(int status, Map<String, String> headers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      byte[] chunk = chunk();
      if (chunk == null) {
        return new Response(status, headers, body.toByteArray(), false);
      }
      if (chunk.length == 0) {
        return new Response(status, headers, body.toByteArray(), true);
      }
      body.writeBytes(chunk);
    }
  }

  /// The next chunk; empty at the end, null if the connection broke before it.
  byte @org.jspecify.annotations.Nullable [] chunk() throws IOException {
    String size = line();
    if (size.isEmpty()) {
      return null;
    }
    byte[] chunk = in.readNBytes(Integer.parseInt(size, 16));
    line();
    return chunk;
  }

  /// A line; empty at the end of the connection, too.
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

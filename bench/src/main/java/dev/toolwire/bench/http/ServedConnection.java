package dev.toolwire.bench.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/// One kept-alive connection of [LoopbackServer]. The path says what to answer: `/unary`,
/// `/burst/N` (N chunks, written 16 KiB at a time), `/drip/N` (N chunks, one write each),
/// `/lockstep/N` (N chunks, each after its acknowledgement), `/hang` (head and one chunk, then
/// nothing) and `/silence` (nothing at all).
final class ServedConnection {

  /// Tells the client's side line that the peer went away.
  interface CutReport {
    void tell() throws IOException;
  }

  /// The size of a Converse text delta in its event-stream frame.
  static final int CHUNK = 180;

  private static final int WRITE = 16 * 1024;
  private static final byte[] UNARY = unary();
  private static final byte[] STREAM_HEAD =
      """
      HTTP/1.1 200 OK\r
      Date: Fri, 20 Nov 2026 12:00:00 GMT\r
      Content-Type: application/vnd.amazon.eventstream\r
      x-amzn-RequestId: 0b9c1e7e-58e4-4a0e-a5c0-6b1df5e55b0f\r
      Transfer-Encoding: chunked\r
      \r
      """
          .getBytes(US_ASCII);
  private static final byte[] ONE_CHUNK =
      (Integer.toHexString(CHUNK) + "\r\n" + "d".repeat(CHUNK) + "\r\n").getBytes(US_ASCII);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private final Semaphore allowedChunks;
  private final CutReport cutReport;

  ServedConnection(Socket socket, Semaphore allowedChunks, CutReport cutReport) throws IOException {
    this.in = new BufferedInputStream(socket.getInputStream(), WRITE);
    this.out = new BufferedOutputStream(socket.getOutputStream(), WRITE);
    this.allowedChunks = allowedChunks;
    this.cutReport = cutReport;
  }

  void serve() throws IOException, InterruptedException {
    for (String line = line(); !line.isEmpty(); line = line()) {
      String path = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
      skipRequest();
      answer(path);
      out.flush();
    }
  }

  private void answer(String path) throws IOException, InterruptedException {
    int slash = path.lastIndexOf('/');
    int chunks = slash > 0 ? Integer.parseInt(path.substring(slash + 1)) : 0;
    switch (slash > 0 ? path.substring(0, slash) : path) {
      case "/unary" -> out.write(UNARY);
      case "/burst" -> stream(chunks, () -> {});
      case "/drip" -> stream(chunks, out::flush);
      case "/lockstep" -> stream(chunks, this::awaitAcknowledgement);
      case "/hang" -> {
        out.write(STREAM_HEAD);
        out.write(ONE_CHUNK);
        awaitCut();
      }
      case "/silence" -> awaitCut();
      default -> throw new IOException("no such path: " + path);
    }
  }

  private interface AfterChunk {
    void run() throws IOException, InterruptedException;
  }

  private void stream(int chunks, AfterChunk afterChunk) throws IOException, InterruptedException {
    out.write(STREAM_HEAD);
    for (int i = 0; i < chunks; i++) {
      out.write(ONE_CHUNK);
      afterChunk.run();
    }
    out.write(LAST_CHUNK);
  }

  private void awaitAcknowledgement() throws IOException, InterruptedException {
    out.flush();
    allowedChunks.acquire();
  }

  private void awaitCut() throws IOException {
    out.flush();
    try {
      if (in.read() >= 0) {
        throw new IOException("a second request on a connection whose answer is not over");
      }
    } finally {
      cutReport.tell();
    }
  }

  private void skipRequest() throws IOException {
    long length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("a request body of known length came as " + header);
      }
    }
    in.skipNBytes(length);
  }

  /// One line without its end; empty at the end of the head and at the end of the connection.
  private String line() throws IOException {
    byte[] line = new byte[1024];
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

  private static byte[] unary() {
    String body =
        """
        {"metrics":{"latencyMs":551},"output":{"message":{"content":[{"text":"%s"}],\
        "role":"assistant"}},"stopReason":"end_turn",\
        "usage":{"inputTokens":30,"outputTokens":628,"totalTokens":658}}\
        """
            .formatted("The answer is 72. ".repeat(8));
    return """
    HTTP/1.1 200 OK\r
    Date: Fri, 20 Nov 2026 12:00:00 GMT\r
    Content-Type: application/json\r
    Content-Length: %d\r
    Connection: keep-alive\r
    x-amzn-RequestId: 0b9c1e7e-58e4-4a0e-a5c0-6b1df5e55b0f\r
    \r
    %s\
    """
        .formatted(body.length(), body)
        .getBytes(US_ASCII);
  }
}

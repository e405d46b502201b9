package dev.toolwire.bench.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A connection that understands just enough HTTP/1.1: a head, then a body of known length or in
/// chunks.
public final class PlainConnection {

  private static final int BUFFER = 8192;
  private static final int UNKNOWN = -1;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private boolean chunked;
  private long remaining;

  private PlainConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  public static PlainConnection open(Target target) throws IOException {
    Socket raw = new Socket();
    raw.setTcpNoDelay(true);
    raw.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()),
        Math.toIntExact(target.connectTimeout().toMillis()));
    raw.setSoTimeout(Math.toIntExact(target.readTimeout().toMillis()));
    if (target.tls().isEmpty()) {
      return new PlainConnection(raw);
    }
    SSLSocket tls =
        (SSLSocket)
            target
                .tls()
                .get()
                .getSocketFactory()
                .createSocket(raw, Target.HOST, target.port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return new PlainConnection(tls);
  }

  public void send(byte[] request) throws IOException {
    out.write(request);
    out.flush();
  }

  public int readHead() throws IOException {
    String statusLine = line();
    chunked = false;
    remaining = UNKNOWN;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        remaining = Long.parseLong(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding: chunked")) {
        chunked = true;
        remaining = 0;
      }
    }
    if (remaining == UNKNOWN) {
      throw new IOException("the head gave neither length nor chunks: " + statusLine);
    }
    return Integer.parseInt(statusLine.substring(9, 12));
  }

  /// Reads what is there, or -1 after the last byte of the body.
  public int readBody(byte[] into, int offset, int length) throws IOException {
    if (remaining == 0 && (!chunked || !nextChunk())) {
      return -1;
    }
    if (start == end) {
      fill();
    }
    int n = (int) Math.min(Math.min(length, end - start), remaining);
    System.arraycopy(buffer, start, into, offset, n);
    start += n;
    remaining -= n;
    if (chunked && remaining == 0) {
      line();
    }
    return n;
  }

  private boolean nextChunk() throws IOException {
    remaining = Long.parseLong(line(), 16);
    if (remaining == 0) {
      line();
    }
    return remaining > 0;
  }

  private String line() throws IOException {
    int from = start;
    while (true) {
      for (int i = from; i < end; i++) {
        if (buffer[i] == '\n') {
          String line = new String(buffer, start, i - 1 - start, US_ASCII);
          start = i + 1;
          return line;
        }
      }
      from = end - start;
      fill();
    }
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
    int n = in.read(buffer, end, BUFFER - end);
    if (n < 0) {
      throw new EOFException("the server closed in the middle of an answer");
    }
    end += n;
  }

  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // Nothing more can be done for this connection.
    }
  }
}

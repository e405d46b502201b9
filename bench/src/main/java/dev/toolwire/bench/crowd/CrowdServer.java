package dev.toolwire.bench.crowd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.ConverseStreamEncoder;
import dev.toolwire.wire.converse.Padding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// Answers every request with a ConverseStream without end: each second one delta for each stream,
/// evenly spread over the second, whose text is the time at which it was sent. Prints its port,
/// then serves until it is killed.
public final class CrowdServer {

  private static final int BACKLOG = 4096;
  private static final int SLICES = 1000;
  private static final long SLICE_NANOS = 1_000_000;
  private static final byte[] HEAD =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/vnd.amazon.eventstream\r
      Transfer-Encoding: chunked\r
      \r
      """
          .getBytes(US_ASCII);

  private final Queue<OutputStream> added = new ConcurrentLinkedQueue<>();
  private final ConverseStreamEncoder encoder = new ConverseServerCodec().encoder(Padding.none());

  private CrowdServer() {}

  public static void main(String[] args) throws IOException {
    CrowdServer server = new CrowdServer();
    Thread.ofPlatform().daemon().start(server::pace);
    try (ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      System.out.println(socket.getLocalPort());
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> server.begin(connection));
      }
    }
  }

  private void begin(Socket connection) {
    try {
      connection.setTcpNoDelay(true);
      byte[] request = new byte[8192];
      int length = 0;
      while (!new String(request, 0, length, ISO_8859_1).contains("\r\n\r\n{")) {
        length += Math.max(0, connection.getInputStream().read(request, length, 8192 - length));
      }
      connection.getOutputStream().write(HEAD);
      added.add(connection.getOutputStream());
    } catch (IOException gone) {
      // A stream less; the client will say so.
    }
  }

  private void pace() {
    OutputStream[][] slices = new OutputStream[SLICES][];
    for (int i = 0; i < SLICES; i++) {
      slices[i] = new OutputStream[0];
    }
    int next = 0;
    long due = System.nanoTime();
    for (int slice = 0; ; slice = (slice + 1) % SLICES) {
      for (OutputStream fresh = added.poll(); fresh != null; fresh = added.poll()) {
        slices[next] = java.util.Arrays.copyOf(slices[next], slices[next].length + 1);
        slices[next][slices[next].length - 1] = fresh;
        next = (next + 1) % SLICES;
      }
      for (OutputStream stream : slices[slice]) {
        tell(stream);
      }
      due += SLICE_NANOS;
      while (due > System.nanoTime()) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }

  private void tell(OutputStream stream) {
    try {
      byte[] frame = encoder.event(new StreamEvent.TextDelta(0, Long.toString(System.nanoTime())));
      ByteArrayOutputStream chunk = new ByteArrayOutputStream(frame.length + 8);
      chunk.writeBytes((Integer.toHexString(frame.length) + "\r\n").getBytes(US_ASCII));
      chunk.writeBytes(frame);
      chunk.writeBytes("\r\n".getBytes(US_ASCII));
      stream.write(chunk.toByteArray());
    } catch (IOException gone) {
      // The client hung up.
    }
  }
}

package dev.toolwire.simulator;

import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A [Simulator] on a port of this machine's loopback interface, for HTTP/1.1 and for HTTP/2
/// without TLS, by prior knowledge. A streamed answer is written frame by frame, each when it is
/// due.
///
/// Every connection has a virtual thread. [#close] stops listening and breaks what is still open.
public final class SimulatorServer implements AutoCloseable {

  /// The largest body of a request.
  static final long LARGEST_BODY = 32L << 20;

  private static final int WRITE_BUFFER_BYTES = 2048;

  /// Held so that its level stays: the server's own words would stand between a command's.
  private static final Logger QUIET = Logger.getLogger("io.helidon");

  private final WebServer server;

  private SimulatorServer(WebServer server) {
    this.server = server;
  }

  /// Starts to listen.
  ///
  /// @param port 0 for any that is free
  /// @throws UncheckedIOException if the port cannot be had
  public static SimulatorServer start(Simulator simulator, int port) {
    return start(simulator, port, (_, _) -> {});
  }

  /// Starts to listen.
  ///
  /// @param port 0 for any that is free
  /// @param listener is told of all that is sent
  /// @throws UncheckedIOException if the port cannot be had
  public static SimulatorServer start(Simulator simulator, int port, SendListener listener) {
    if (QUIET.getLevel() == null) {
      QUIET.setLevel(Level.OFF);
    }
    Thread.ofVirtual().start(simulator::prepare);
    WebServer server = NoServices.around(() -> webServer(simulator, port, listener).start());
    // A port that cannot be bound is only logged there.
    if (!server.isRunning()) {
      throw new UncheckedIOException(
          "port " + port + " cannot be used: it is taken", new BindException());
    }
    return new SimulatorServer(server);
  }

  private static WebServer webServer(Simulator simulator, int port, SendListener listener) {
    return WebServer.builder()
        .host("127.0.0.1")
        .port(port)
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .protocolsDiscoverServices(false)
        .concurrencyLimitDiscoverServices(false)
        .addProtocol(Http1Config.builder().name("http_1_1").build())
        .addConnectionSelector(new PatientHttpTwo())
        .mediaContext(new NoMedia())
        .contentEncoding(new NoEncodings())
        // Else a small frame waits for the acknowledgement of the one before, 40 ms on loopback.
        .connectionOptions(socket -> socket.tcpNoDelay(true))
        .writeBufferSize(WRITE_BUFFER_BYTES)
        .maxPayloadSize(LARGEST_BODY)
        .directHandlers(HttpRefusals.of(simulator))
        .routing(routing -> routing.any((in, out) -> answer(simulator, in, out, listener)))
        .build();
  }

  public int port() {
    return server.port();
  }

  /// Where clients find it, such as `http://127.0.0.1:8080`.
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void answer(
      Simulator simulator, ServerRequest in, ServerResponse out, SendListener listener)
      throws IOException {
    long start = System.nanoTime();
    switch (simulator.answer(request(in))) {
      case Answer.Dropped(long due) -> {
        await(start, due);
        throw broken();
      }
      case Answer.Response response -> {
        await(start, response.headNanos());
        closeIfAsked(in, out);
        out.status(response.status());
        response.headers().forEach((name, value) -> out.header(name, value));
        send(response.body(), start, out, listener);
      }
    }
  }

  /// Closes the connection after the response if the client asked for that: Helidon leaves it open.
  private static void closeIfAsked(ServerRequest in, ServerResponse out) {
    if (in.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      out.whenSent(() -> {
        throw new CloseConnectionException("the client asked for the connection to be closed");
      });
    }
  }

  private static WireRequest request(ServerRequest in) throws IOException {
    Headers headers = Headers.NONE;
    for (io.helidon.http.Header header : in.headers()) {
      for (String value : header.allValues()) {
        headers = headers.and(header.name(), value);
      }
    }
    String authority = in.authority();
    if (headers.first("Host").isEmpty()) {
      headers = headers.and("Host", authority);
    }
    byte[] body =
        in.content().hasEntity() ? in.content().inputStream().readAllBytes() : new byte[0];
    String query = in.prologue().query().rawValue();
    String target = in.path().rawPath() + (query.isEmpty() ? "" : "?" + query);
    return new WireRequest(
        in.prologue().method().text(), uri(authority, target), headers, body, false);
  }

  static URI uri(String authority, String target) {
    try {
      return new URI("http://" + authority + target);
    } catch (URISyntaxException _) {
      return URI.create("http://127.0.0.1/unreadable-path");
    }
  }

  private static void send(
      Iterator<Beat> beats, long start, ServerResponse out, SendListener listener)
      throws IOException {
    OutputStream body = out.outputStream();
    boolean flushed = false;
    while (true) {
      Beat beat = beats.next();
      if (beat.dueNanos() > System.nanoTime() - start) {
        if (!flushed) {
          body.flush();
        }
        await(start, beat.dueNanos());
      }
      switch (beat) {
        case Beat.Bytes(byte[] bytes, int offset, int length, _) -> {
          listener.sends(length, System.nanoTime());
          body.write(bytes, offset, length);
          flushed = false;
        }
        case Beat.Ends _ -> {
          body.close();
          return;
        }
        case Beat.Breaks _ -> {
          body.flush();
          throw broken();
        }
      }
    }
  }

  /// Times are counted from the request, not from the beat before, so that delays do not add up.
  private static void await(long start, long dueNanos) throws IOException {
    while (true) {
      long left = dueNanos - (System.nanoTime() - start);
      if (left <= 0) {
        return;
      }
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("the simulator is closed");
      }
    }
  }

  private static CloseConnectionException broken() {
    return new CloseConnectionException("the simulator breaks the connection, as asked");
  }
}

package dev.toolwire.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.ModelStream;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Responses over TLS, over real sockets.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TlsTest {

  private static final String RESPONSE =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n";

  private final HttpTransport transport =
      HttpTransport.create(HttpOptions.DEFAULTS.withTrust(Tls.client()));

  @Test
  void patienceThatRunsOutAtAnyByteOfARecordLosesNothing() {
    Semaphore mayPass = new Semaphore(1 << 20);
    try (transport;
        Loopback server =
            Loopback.playing(connection -> {
              Loopback.Connection inner = Tls.behind(connection);
              inner.request();
              mayPass.drainPermits();
              for (String line : RESPONSE.lines().toList()) {
                inner.send(line + "\r\n");
              }
            });
        Loopback relay = Loopback.playing(connection -> relay(connection, server, mayPass))) {
      Exchange exchange = post(relay);
      StringBuilder body = new StringBuilder();
      int nothing = 0;

      Exchange.Read read = exchange.read(Duration.ofMillis(1));
      while (!(read instanceof Exchange.End)) {
        switch (read) {
          case Exchange.Nothing _ -> {
            nothing++;
            mayPass.release();
          }
          case Chunk chunk ->
              body.append(new String(chunk.bytes(), chunk.offset(), chunk.length(), US_ASCII));
          case Exchange.Head head -> assertThat(head.status()).isEqualTo(200);
          case Exchange.End _ -> {}
        }
        read = exchange.read(Duration.ofMillis(1));
      }

      assertThat(body).hasToString("onetwo");
      assertThat(nothing).isGreaterThan(RESPONSE.length());
    }
  }

  @Test
  void aConnectionIsUsedAgain() {
    try (transport;
        Loopback server =
            Loopback.playing(connection -> {
              Loopback.Connection inner = Tls.behind(connection);
              while (true) {
                inner.request();
                inner.send(RESPONSE);
              }
            })) {
      for (int i = 0; i < 3; i++) {
        Exchange exchange = post(server);
        exchange.read(ModelStream.FOREVER);
        exchange.readBody(ModelStream.FOREVER, 100);
      }

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateThatNobodyTrustsIsToldInOneLine() {
    try (HttpTransport careful = HttpTransport.create();
        Loopback server = Loopback.playing(connection -> Tls.behind(connection).request())) {
      Exchange exchange =
          careful.open(WireRequest.post(secure(server), Headers.NONE, new byte[] {}, true));

      assertThatThrownBy(() -> exchange.read(ModelStream.FOREVER))
          .isInstanceOf(TransportException.class)
          .hasMessageStartingWith(secure(server) + ": TLS failed: ");
    }
  }

  /// Passes bytes from the client at once and bytes from the server one for each permit.
  private static void relay(Loopback.Connection client, Loopback server, Semaphore mayPass)
      throws Exception {
    try (Socket other = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      Thread.ofVirtual().start(() -> pass(client.socket(), other));
      InputStream in = other.getInputStream();
      OutputStream out = client.socket().getOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        mayPass.acquire();
        out.write(next);
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One of the two has gone; the test says what was to be seen by then.
    }
  }

  private Exchange post(Loopback server) {
    return transport.open(WireRequest.post(secure(server), Headers.NONE, new byte[] {}, true));
  }

  private static URI secure(Loopback server) {
    return URI.create("https://127.0.0.1:" + server.uri().getPort());
  }
}

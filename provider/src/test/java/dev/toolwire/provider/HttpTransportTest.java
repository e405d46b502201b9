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
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HttpTransportTest {

  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final HttpTransport transport = HttpTransport.create();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void requestGoesOutAsItStands() {
    AtomicReference<String> seen = new AtomicReference<>("");
    try (Loopback server =
        Loopback.playing(connection -> {
          seen.set(connection.request());
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nx-id: 7\r\n\r\nok");
        })) {
      Exchange exchange = post(server.uri().resolve("/model/a%3A0%2Fb/converse"), "{}");

      Exchange.Head head = (Exchange.Head) exchange.read(ModelStream.FOREVER);

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.headers().first("X-Id")).contains("7");
      assertThat(exchange.readBody(ModelStream.FOREVER, 100)).asString().isEqualTo("ok");
      assertThat(seen.get())
          .startsWith("POST /model/a%3A0%2Fb/converse HTTP/1.1\r\n")
          .contains("Content-Type: application/json\r\n")
          .endsWith("\r\n\r\n{}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"204 No Content", "304 Not Modified"})
  void responseThatHasNoBodyEndsBehindItsHead(String status) {
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          connection.send("HTTP/1.1 " + status + "\r\n\r\n");
          connection.request();
        })) {
      Exchange exchange = post(server.uri(), "{}");

      assertThat(exchange.read(ModelStream.FOREVER)).isInstanceOf(Exchange.Head.class);
      assertThat(exchange.read(ModelStream.FOREVER)).isEqualTo(Exchange.Read.END);
    }
  }

  @Test
  void everyPieceArrivesBeforeTheNextIsSent() {
    Semaphore taken = new Semaphore(0);
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          connection.send(CHUNKED);
          for (String piece : new String[] {"one", "two", "six"}) {
            connection.send("3\r\n" + piece + "\r\n");
            taken.acquire();
          }
          connection.send("0\r\n\r\n");
        })) {
      Exchange exchange = post(server.uri(), "");
      exchange.read(ModelStream.FOREVER);

      for (String piece : new String[] {"one", "two", "six"}) {
        assertThat(text(exchange.read(ModelStream.FOREVER))).isEqualTo(piece);
        taken.release();
      }

      assertThat(exchange.read(ModelStream.FOREVER)).isEqualTo(Exchange.Read.END);
    }
  }

  @Test
  void whatArrivesTogetherIsHandedOverTogether() {
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          connection.send(CHUNKED + "3\r\none\r\n3\r\ntwo\r\n3\r\nsix\r\n0\r\n\r\n");
        })) {
      Exchange exchange = post(server.uri(), "");
      exchange.read(ModelStream.FOREVER);

      assertThat(text(exchange.read(ModelStream.FOREVER))).isEqualTo("onetwosix");
    }
  }

  @Test
  void whatHasComeBehindTheFirstBufferIsHandedOverWithIt() {
    String longer = "sixteen letters.".repeat(400);
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          connection.send(CHUNKED + "1900\r\n" + longer + "\r\n0\r\n\r\n");
        })) {
      Exchange exchange = post(server.uri(), "");
      exchange.read(ModelStream.FOREVER);

      assertThat(text(exchange.read(ModelStream.FOREVER))).isEqualTo(longer);
      assertThat(exchange.read(ModelStream.FOREVER)).isEqualTo(Exchange.Read.END);
    }
  }

  @Test
  void patienceThatRunsOutLosesNothing() {
    CountDownLatch go = new CountDownLatch(1);
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          go.await();
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        })) {
      Exchange exchange = post(server.uri(), "");

      assertThat(exchange.read(Duration.ofMillis(1))).isEqualTo(Exchange.Read.NOTHING);
      go.countDown();

      assertThat(exchange.read(ModelStream.FOREVER)).isInstanceOf(Exchange.Head.class);
    }
  }

  @Test
  void nobodyListeningIsToldInOneLine() throws Exception {
    URI gone;
    try (Loopback server = Loopback.playing(connection -> {})) {
      gone = server.uri();
    }

    assertThatThrownBy(() -> post(gone, "").read(ModelStream.FOREVER))
        .isInstanceOf(TransportException.class)
        .hasMessage(gone + ": nobody listens there; check the endpoint");
  }

  @Test
  void cutInTheMiddleIsTold() {
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          connection.send(CHUNKED + "ff\r\nonly this");
        })) {
      Exchange exchange = post(server.uri(), "");
      exchange.read(ModelStream.FOREVER);

      assertThat(text(exchange.read(ModelStream.FOREVER))).isEqualTo("only this");
      assertThatThrownBy(() -> exchange.read(ModelStream.FOREVER))
          .isInstanceOf(TransportException.class)
          .hasMessageEndingWith("the connection was cut in the middle of the response");
    }
  }

  @Test
  void closingFromAnotherThreadWakesTheReader() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          asked.countDown();
          try {
            connection.socket().getInputStream().read();
          } finally {
            gone.countDown();
          }
        })) {
      Exchange exchange = post(server.uri(), "");
      asked.await();
      Thread.ofVirtual().start(exchange::close);

      assertThatThrownBy(() -> exchange.read(ModelStream.FOREVER))
          .isInstanceOf(TransportException.class)
          .hasMessage("the exchange was closed by its caller");
      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void interruptWakesTheReaderAndStays() {
    try (Loopback server =
        Loopback.playing(connection -> connection.socket().getInputStream().readAllBytes())) {
      Exchange exchange = post(server.uri(), "");
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> exchange.read(ModelStream.FOREVER))
          .isInstanceOf(TransportException.class);
      assertThat(Thread.interrupted()).isTrue();
      exchange.close();
    }
  }

  @Test
  void connectionIsUsedAgain() {
    try (Loopback server =
        Loopback.playing(connection -> {
          while (true) {
            connection.request();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
          }
        })) {
      for (int i = 0; i < 5; i++) {
        Exchange exchange = post(server.uri(), "");
        exchange.read(ModelStream.FOREVER);
        exchange.readBody(ModelStream.FOREVER, 100);
      }

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private Exchange post(URI uri, String body) {
    return transport.open(
        WireRequest.post(
            uri, Headers.of("Content-Type", "application/json"), body.getBytes(US_ASCII), true));
  }

  private static String text(Exchange.Read read) {
    Chunk chunk = (Chunk) read;
    return new String(chunk.bytes(), chunk.offset(), chunk.length(), US_ASCII);
  }
}

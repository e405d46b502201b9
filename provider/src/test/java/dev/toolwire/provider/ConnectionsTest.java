package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.ModelStream;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How long connections live, and what ends a wait for one.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ConnectionsTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @Test
  void afterABurstNoConnectionIsLeftOpen() throws Exception {
    int burst = 5;
    CountDownLatch asked = new CountDownLatch(burst);
    CountDownLatch ended = new CountDownLatch(burst);
    try (Loopback server =
            Loopback.playing(connection -> {
              connection.request();
              asked.countDown();
              asked.await();
              connection.send(OK);
              if (connection.socket().getInputStream().read() < 0) {
                ended.countDown();
              }
            });
        HttpTransport transport =
            HttpTransport.create(HttpOptions.DEFAULTS.withIdleLimit(Duration.ofMillis(20)))) {
      List<Exchange> open =
          IntStream.range(0, burst).mapToObj(_ -> post(transport, server.uri())).toList();
      open.forEach(exchange -> exchange.read(ModelStream.FOREVER));
      open.forEach(exchange -> exchange.readBody(ModelStream.FOREVER, 100));

      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void oneConnectionMoreThanTheLimitIsRefusedUntilOneIsFree() {
    try (Loopback server =
            Loopback.playing(connection -> {
              while (true) {
                connection.request();
                connection.send(OK);
              }
            });
        HttpTransport transport =
            HttpTransport.create(HttpOptions.DEFAULTS.withConnectionLimit(1))) {
      Exchange first = post(transport, server.uri());
      first.read(ModelStream.FOREVER);

      assertThatThrownBy(() -> post(transport, server.uri()).read(ModelStream.FOREVER))
          .isInstanceOf(TransportException.class)
          .hasMessage("no connection is left of 1; close some");

      first.close();
      Exchange second = post(transport, server.uri());
      assertThat(second.read(ModelStream.FOREVER)).isInstanceOf(Exchange.Head.class);
      second.close();
    }
  }

  static Stream<ThreadFactory> threads() {
    return Stream.of(Thread.ofVirtual().factory(), Thread.ofPlatform().factory());
  }

  @ParameterizedTest
  @MethodSource("threads")
  void anInterruptEndsTheWaitForAnAnswer(ThreadFactory threads) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (Loopback server =
            Loopback.playing(connection -> {
              connection.request();
              asked.countDown();
              connection.socket().getInputStream().readAllBytes();
            });
        HttpTransport transport = HttpTransport.create()) {
      Exchange exchange = post(transport, server.uri());

      assertInterruptEnds(exchange, threads, asked);
    }
  }

  @ParameterizedTest
  @MethodSource("threads")
  void anInterruptEndsTheWaitForATlsHandshake(ThreadFactory threads) throws Exception {
    CountDownLatch greeted = new CountDownLatch(1);
    try (Loopback server =
            Loopback.playing(connection -> {
              connection.socket().getInputStream().read();
              greeted.countDown();
              connection.socket().getInputStream().readAllBytes();
            });
        HttpTransport transport = HttpTransport.create()) {
      Exchange exchange =
          post(transport, URI.create("https://127.0.0.1:" + server.uri().getPort()));

      assertInterruptEnds(exchange, threads, greeted);
    }
  }

  private static void assertInterruptEnds(
      Exchange exchange, ThreadFactory threads, CountDownLatch waiting) throws Exception {
    AtomicReference<String> told = new AtomicReference<>("nothing");
    AtomicBoolean flagged = new AtomicBoolean();
    Thread reader =
        threads.newThread(() -> {
          try {
            exchange.read(ModelStream.FOREVER);
          } catch (TransportException broken) {
            told.set(String.valueOf(broken.getMessage()));
            flagged.set(Thread.currentThread().isInterrupted());
          }
        });
    reader.start();
    waiting.await();

    reader.interrupt();
    reader.join();

    assertThat(told.get()).contains("interrupted while waiting for the provider");
    assertThat(flagged).isTrue();
  }

  private static Exchange post(HttpTransport transport, URI uri) {
    return transport.open(WireRequest.post(uri, Headers.NONE, new byte[] {}, true));
  }
}

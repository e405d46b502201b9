package dev.toolwire.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.ModelStream;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests through HTTP proxies, over real sockets.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ProxyTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatIsSecureGoesThroughATunnel() {
    try (Loopback proxy =
            Loopback.playing(connection -> {
              heard.add(connection.request());
              connection.send("HTTP/1.1 200 Connection established\r\n\r\n");
              Loopback.Connection inner = Tls.behind(connection);
              heard.add(inner.request());
              inner.send(OK);
            });
        HttpTransport transport = through("HTTPS_PROXY", proxy, "")) {

      assertThat(ask(transport, "https://bedrock.test/model/m/converse")).isEqualTo("ok");

      assertThat(heard.getFirst())
          .isEqualTo("CONNECT bedrock.test:443 HTTP/1.1\r\nHost: bedrock.test:443\r\n\r\n");
      assertThat(heard.getLast()).startsWith("POST /model/m/converse HTTP/1.1\r\n");
    }
  }

  @Test
  void theProxyIsToldWhoAsksAndTheProviderIsNot() {
    try (Loopback proxy =
            Loopback.playing(connection -> {
              heard.add(connection.request());
              connection.send("HTTP/1.1 200 OK\r\n\r\n");
              Loopback.Connection inner = Tls.behind(connection);
              heard.add(inner.request());
              inner.send(OK);
            });
        HttpTransport transport = through("HTTPS_PROXY", proxy, "ada:p%40ss@")) {

      assertThat(ask(transport, "https://bedrock.test/")).isEqualTo("ok");

      assertThat(heard.getFirst()).contains("\r\nProxy-Authorization: Basic YWRhOnBAc3M=\r\n");
      assertThat(heard.getLast()).doesNotContain("Proxy-Authorization");
    }
  }

  @Test
  void whatIsNotSecureIsAskedOfTheProxyItself() {
    try (Loopback proxy =
            Loopback.playing(connection -> {
              heard.add(connection.request());
              connection.send(OK);
            });
        HttpTransport transport = through("http_proxy", proxy, "ada:secret@")) {

      assertThat(ask(transport, "http://bedrock.test/model/m/converse")).isEqualTo("ok");

      assertThat(heard.getFirst())
          .startsWith("POST http://bedrock.test/model/m/converse HTTP/1.1\r\n")
          .contains("\r\nProxy-Authorization: Basic YWRhOnNlY3JldA==\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"407, the proxy wants a user name and a password", "403, the proxy refused"})
  void aProxyThatRefusesIsToldFromAProviderThatDoes(int status, String words) {
    try (Loopback proxy =
            Loopback.playing(connection -> {
              connection.request();
              connection.send("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");
            });
        HttpTransport transport = through("HTTPS_PROXY", proxy, "ada:secret@")) {

      assertThatThrownBy(() -> ask(transport, "https://bedrock.test/"))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining(words)
          .hasMessageContaining("HTTP " + status)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aProxyThatIsNotThereIsNotTakenForTheProvider() {
    Loopback gone = Loopback.playing(connection -> {});
    gone.close();
    try (HttpTransport transport = through("HTTPS_PROXY", gone, "ada:secret@")) {

      assertThatThrownBy(() -> ask(transport, "https://bedrock.test/"))
          .isInstanceOf(TransportException.class)
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + gone.uri().getPort()
                  + " cannot be reached; check its address");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "test", ".test", "*.test", "a.example, BEDROCK.test"})
  void hostsThatNeedNoProxyAreReachedDirectly(String without) throws Exception {
    Proxies proxies =
        Proxies.fromEnvironment(
            Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", without));

    assertThat(wayTo(proxies, "https://bedrock.test")).doesNotContain("proxy.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rock.test", "bedrock.test.example", "other.test"})
  void otherHostsAreReachedThroughIt(String without) throws Exception {
    Proxies proxies =
        Proxies.fromEnvironment(
            Map.of("HTTPS_PROXY", "http://proxy.example:3128", "no_proxy", without));

    assertThat(wayTo(proxies, "https://bedrock.test")).contains("proxy.example:3128");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"})
  void thisMachineIsAlwaysReachedDirectly(String endpoint) throws Exception {
    Proxies proxies = Proxies.fromEnvironment(Map.of("HTTP_PROXY", "proxy.example:3128"));

    assertThat(wayTo(proxies, endpoint)).doesNotContain("proxy.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://ada:secret@proxy:1080",
        "https://ada:secret@proxy",
        "http://ada:secret@proxy:99999",
        "http://a b"
      })
  void aProxyThatIsNotSpokenIsRefusedWithoutItsPassword(String address) {
    assertThatThrownBy(() -> Proxies.fromEnvironment(Map.of("HTTPS_PROXY", address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "HTTPS_PROXY is no address like http://proxy.example:3128; only HTTP proxies are"
                + " spoken");
  }

  private static String wayTo(Proxies proxies, String endpoint) throws Exception {
    return proxies.to(org.apache.hc.core5.http.HttpHost.create(endpoint)).toString();
  }

  private static HttpTransport through(String variable, Loopback proxy, String userInfo) {
    String address = "http://" + userInfo + "127.0.0.1:" + proxy.uri().getPort();
    return HttpTransport.create(
        HttpOptions.DEFAULTS
            .withTrust(Tls.client())
            .withProxies(Proxies.fromEnvironment(Map.of(variable, address))));
  }

  private static String ask(HttpTransport transport, String uri) {
    Exchange exchange =
        transport.open(WireRequest.post(URI.create(uri), Headers.NONE, new byte[] {}, false));
    exchange.read(ModelStream.FOREVER);
    return new String(exchange.readBody(ModelStream.FOREVER, 100), US_ASCII);
  }
}

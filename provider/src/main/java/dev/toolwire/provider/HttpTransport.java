package dev.toolwire.provider;

import dev.toolwire.model.Ticker;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// HTTP/1.1 over TCP and TLS, with pooled connections.
///
/// It never retries, redirects, decompresses or sets a limit on how long a response may take:
/// retries and clocks belong to the callers, who can see what has arrived. Connecting has a limit.
/// The proxy is the one in the JVM's `http(s).proxyHost` properties. Safe for use by many threads;
/// [#close] ends every exchange.
public final class HttpTransport implements Transport, AutoCloseable {

  /// How long connecting may take.
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  /// How many connections may be open at once, to one host and in all.
  public static final int CONNECTION_LIMIT = 20_000;

  /// Bytes of each of the three buffers that a connection holds for as long as it is open; the
  /// library's own choice of 32 KiB would make an open stream cost 100 KiB.
  private static final int CONNECTION_BUFFER = 4 << 10;

  private final CloseableHttpClient client;
  private final Ticker ticker;

  private HttpTransport(CloseableHttpClient client, Ticker ticker) {
    this.client = client;
    this.ticker = ticker;
  }

  public static HttpTransport create() {
    return create(Ticker.SYSTEM);
  }

  /// A transport that stamps arrivals with `ticker`.
  public static HttpTransport create(Ticker ticker) {
    CloseableHttpClient client =
        HttpClientBuilder.create()
            .setConnectionManager(new StampingPool().build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.DISABLED)
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .useSystemProperties()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .setUserAgent("toolwire")
            .build();
    return new HttpTransport(client, ticker);
  }

  @Override
  public Exchange open(WireRequest request) {
    HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
    request.headers().forEach(message::addHeader);
    message.setEntity(new ByteArrayEntity(request.body(), null));
    HttpHost host =
        new HttpHost(request.uri().getScheme(), request.uri().getHost(), request.uri().getPort());
    return new HttpExchange(client, host, message, ticker).start();
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  /// A pool whose connections run over a [StampedSocket].
  private static final class StampingPool extends PoolingHttpClientConnectionManagerBuilder {

    StampingPool() {
      useSystemProperties();
      setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX);
      setMaxConnPerRoute(CONNECTION_LIMIT);
      setMaxConnTotal(CONNECTION_LIMIT);
      setConnectionFactory(
          ManagedHttpClientConnectionFactory.builder()
              .http1Config(Http1Config.custom().setBufferSize(CONNECTION_BUFFER).build())
              .build());
      setDefaultSocketConfig(
          SocketConfig.custom().setSoKeepAlive(true).setTcpNoDelay(true).build());
      setDefaultConnectionConfig(
          ConnectionConfig.custom()
              .setConnectTimeout(Timeout.of(CONNECT_LIMIT))
              .setSocketTimeout(Timeout.DISABLED)
              .setValidateAfterInactivity(TimeValue.ofSeconds(2))
              .build());
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          proxy -> proxy == null ? new StampedSocket() : new StampedSocket(proxy),
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
    }
  }
}

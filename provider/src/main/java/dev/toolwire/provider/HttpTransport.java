package dev.toolwire.provider;

import dev.toolwire.model.Ticker;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

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

  private final PoolingHttpClientConnectionManager pool = new StampingPool().build();
  private final HttpRoutePlanner routes = new SystemDefaultRoutePlanner(ProxySelector.getDefault());
  private final Ticker ticker;
  private volatile @Nullable Way latest;

  private HttpTransport(Ticker ticker) {
    this.ticker = ticker;
  }

  public static HttpTransport create() {
    return create(Ticker.SYSTEM);
  }

  /// A transport that stamps arrivals with `ticker`.
  public static HttpTransport create(Ticker ticker) {
    return new HttpTransport(ticker);
  }

  @Override
  public Exchange open(WireRequest request) {
    return HttpExchange.start(() -> lease(request.uri()), request, ticker);
  }

  private Line lease(URI uri) throws HttpException, InterruptedException {
    HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    return Line.lease(pool, route(host));
  }

  /// The way to `host`, which is nearly always the same host: asking for a proxy costs as much as
  /// everything else about a connection.
  private HttpRoute route(HttpHost host) throws HttpException {
    Way known = latest;
    if (known == null || !known.host().equals(host)) {
      known = new Way(host, routes.determineRoute(host, HttpClientContext.create()));
      latest = known;
    }
    return known.route();
  }

  private record Way(HttpHost host, HttpRoute route) {}

  @Override
  public void close() {
    pool.close(CloseMode.IMMEDIATE);
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

package dev.toolwire.provider;

import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.IdleConnectionEvictor;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.LazyLineParser;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 over TCP and TLS, with pooled connections.
///
/// It never retries, redirects, decompresses or sets a limit on how long a response may take:
/// retries and clocks belong to the callers, who can see what has arrived. Connecting has a limit.
/// Connections that nobody uses are closed after a while. Safe for use by many threads; [#close]
/// ends every exchange.
public final class HttpTransport implements Transport, AutoCloseable {

  /// How long connecting may take.
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  /// Bytes of each of the three buffers that a connection holds for as long as it is open; the
  /// library's own choice of 32 KiB would make an open stream cost 100 KiB.
  private static final int CONNECTION_BUFFER = 4 << 10;

  private final HttpOptions options;
  private final PoolingHttpClientConnectionManager pool;
  private final IdleConnectionEvictor idle;
  private volatile Proxies.@Nullable Way latest;

  private HttpTransport(HttpOptions options) {
    this.options = options;
    this.pool = new StampingPool(options).build();
    TimeValue limit = TimeValue.of(options.idleLimit());
    ThreadFactory threads = Thread.ofVirtual().name("toolwire-idle-connections").factory();
    this.idle = new IdleConnectionEvictor(pool, threads, limit, limit);
    idle.start();
  }

  /// A transport with the [defaults][HttpOptions#DEFAULTS].
  public static HttpTransport create() {
    return create(HttpOptions.DEFAULTS);
  }

  /// A transport through the [proxies][Proxies#fromEnvironment] that the environment names.
  ///
  /// @throws IllegalArgumentException if it names something else
  public static HttpTransport fromEnvironment(Map<String, String> environment) {
    return create(HttpOptions.DEFAULTS.withProxies(Proxies.fromEnvironment(environment)));
  }

  public static HttpTransport create(HttpOptions options) {
    return new HttpTransport(options);
  }

  @Override
  public Exchange open(WireRequest request) {
    return HttpExchange.start(() -> lease(request.uri()), request, options.ticker());
  }

  private Line lease(URI uri) throws HttpException, InterruptedException {
    HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    return Line.lease(pool, way(host), options.connectionLimit());
  }

  /// The way to `host`, which is nearly always the same host: finding it costs as much as
  /// everything else about a connection.
  private Proxies.Way way(HttpHost host) throws HttpException {
    Proxies.Way known = latest;
    if (known == null || !known.host().equals(host)) {
      known = options.proxies().to(host);
      latest = known;
    }
    return known;
  }

  @Override
  public void close() {
    idle.shutdown();
    pool.close(CloseMode.IMMEDIATE);
  }

  /// The JVM's own TLS, made ready when it is first used: reading the certificates that it trusts
  /// takes longer than all else at the start of a program, and a program may never need them.
  private static final TlsSocketStrategy SYSTEM_TLS =
      (socket, target, port, attachment, context) ->
          SystemTls.STRATEGY.upgrade(socket, target, port, attachment, context);

  private static final class SystemTls {
    static final TlsSocketStrategy STRATEGY = DefaultClientTlsStrategy.createSystemDefault();
  }

  /// A pool whose connections run over a [StampedSocket].
  private static final class StampingPool extends PoolingHttpClientConnectionManagerBuilder {

    StampingPool(HttpOptions options) {
      useSystemProperties();
      setTlsSocketStrategy(
          options.trust().<TlsSocketStrategy>map(DefaultClientTlsStrategy::new).orElse(SYSTEM_TLS));
      setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX);
      setMaxConnPerRoute(options.connectionLimit());
      setMaxConnTotal(options.connectionLimit());
      setConnectionFactory(
          ManagedHttpClientConnectionFactory.builder()
              .http1Config(Http1Config.custom().setBufferSize(CONNECTION_BUFFER).build())
              .responseParserFactory(
                  new DefaultHttpResponseParserFactory(LazyLineParser.INSTANCE, null))
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

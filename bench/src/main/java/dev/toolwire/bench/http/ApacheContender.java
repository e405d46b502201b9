package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Apache HttpClient 5, classic API.
final class ApacheContender implements Contender {

  private final CloseableHttpClient client;
  private final HttpHost host;

  private ApacheContender(CloseableHttpClient client, Target target) {
    this.client = client;
    this.host = new HttpHost(target.scheme(), Target.HOST, target.port());
  }

  /// As it comes, but for limits that the measurement needs.
  static ApacheContender untuned(Target target) {
    return new ApacheContender(
        HttpClientBuilder.create()
            .setConnectionManager(pool(target).build())
            .setDefaultRequestConfig(limits(target).build())
            .build(),
        target);
  }

  /// Without what Toolwire does itself or never wants, and with small, bounded buffers.
  static ApacheContender tuned(Target target) {
    Http1Config http1 =
        Http1Config.custom()
            .setBufferSize(4096)
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(256)
            .build();
    return new ApacheContender(
        HttpClientBuilder.create()
            .setConnectionManager(
                pool(target)
                    .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(http1).build())
                    .build())
            .setDefaultRequestConfig(
                limits(target)
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .disableDefaultUserAgent()
            .build(),
        target);
  }

  private static RequestConfig.Builder limits(Target target) {
    return RequestConfig.custom()
        .setResponseTimeout(Timeout.of(target.readTimeout()))
        .setConnectionRequestTimeout(Timeout.of(target.connectTimeout()));
  }

  private static PoolingHttpClientConnectionManagerBuilder pool(Target target) {
    PoolingHttpClientConnectionManagerBuilder pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(Target.MAX_CONNECTIONS)
            .setMaxConnTotal(Target.MAX_CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(target.connectTimeout()))
                    .setSocketTimeout(Timeout.of(target.readTimeout()))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                    .build());
    target
        .tls()
        .ifPresent(tls ->
            pool.setTlsSocketStrategy(
                ClientTlsStrategyBuilder.create().setSslContext(tls).buildClassic()));
    return pool;
  }

  @Override
  public Reply post(String path, byte[] body) throws IOException {
    HttpPost request = new HttpPost(URI.create(path));
    Target.HEADERS.forEach((name, value) -> request.addHeader(new BasicHeader(name, value)));
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    ClassicHttpResponse response = client.executeOpen(host, request, null);
    InputStream content = response.getEntity().getContent();
    return new Reply(response.getCode(), content, request::cancel);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}

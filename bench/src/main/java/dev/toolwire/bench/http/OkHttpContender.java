package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// OkHttp 5.
final class OkHttpContender implements Contender {

  private final OkHttpClient client;
  private final String base;
  private final Headers headers;

  /// The contender, ready to send.
  ///
  /// @param trust the trust behind the target's TLS, which OkHttp asks for separately
  OkHttpContender(Target target, Optional<X509TrustManager> trust) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(Target.MAX_CONNECTIONS, 5, TimeUnit.MINUTES))
            .connectTimeout(target.connectTimeout())
            .readTimeout(target.readTimeout())
            .writeTimeout(target.readTimeout())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .fastFallback(false);
    target
        .tls()
        .ifPresent(tls -> builder.sslSocketFactory(tls.getSocketFactory(), trust.orElseThrow()));
    this.client = builder.build();
    this.base = target.base();
    // Its own choice of encoding is what makes OkHttp decompress.
    this.headers =
        Headers.of(Target.HEADERS).newBuilder().add("Accept-Encoding", "identity").build();
  }

  @Override
  public Reply post(String path, byte[] body) throws IOException {
    Request request =
        new Request.Builder()
            .url(base + path)
            .headers(headers)
            .post(RequestBody.create(body))
            .build();
    Call call = client.newCall(request);
    Response response = call.execute();
    return new Reply(response.code(), response.body().byteStream(), call::cancel);
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdownNow();
  }
}

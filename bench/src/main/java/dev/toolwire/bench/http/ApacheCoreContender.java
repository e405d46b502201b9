package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Target;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/// The engine below Apache HttpClient, alone: a pool and HTTP/1.1, no proxy. It is here to show
/// what the client above it adds.
final class ApacheCoreContender implements Contender {

  private final HttpRequester requester;
  private final HttpHost host;
  private final Timeout connectTimeout;

  ApacheCoreContender(Target target) {
    RequesterBootstrap bootstrap =
        RequesterBootstrap.bootstrap()
            .setSocketConfig(
                SocketConfig.custom()
                    .setSoTimeout(Timeout.of(target.readTimeout()))
                    .setTcpNoDelay(true)
                    .build())
            // Its own choice of steps waits for a "100 Continue" before every body.
            .setHttpProcessor(
                HttpProcessorBuilder.create()
                    .addAll(new RequestContent(), new RequestTargetHost(), new RequestConnControl())
                    .build())
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setDefaultMaxPerRoute(Target.MAX_CONNECTIONS)
            .setMaxTotal(Target.MAX_CONNECTIONS);
    target.tls().ifPresent(bootstrap::setSslContext);
    this.requester = bootstrap.create();
    this.host = new HttpHost(target.scheme(), Target.HOST, target.port());
    this.connectTimeout = Timeout.of(target.connectTimeout());
  }

  @Override
  public Reply post(String path, byte[] body) throws IOException {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest(Method.POST, host, path);
    Target.HEADERS.forEach((name, value) -> request.addHeader(new BasicHeader(name, value)));
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    try {
      ClassicHttpResponse response =
          requester.execute(host, request, connectTimeout, HttpCoreContext.create());
      return new Reply(
          response.getCode(), response.getEntity().getContent(), () -> abort(response));
    } catch (HttpException malformed) {
      throw new IOException(malformed);
    }
  }

  /// The requester offers no way to cut an exchange from outside but the response's `close`, which
  /// first reads the rest of the body.
  private static void abort(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException gone) {
      // The exchange is over either way.
    }
  }

  @Override
  public void close() {
    requester.close(CloseMode.IMMEDIATE);
  }
}

package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Target;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientConfig;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Helidon WebClient 4, its HTTP/1.1 client.
final class HelidonContender implements Contender {

  private final Http1Client client;

  HelidonContender(Target target) {
    Http1ClientConfig.Builder builder =
        Http1Client.builder()
            .baseUri(target.base())
            .shareConnectionCache(false)
            .connectionCacheSize(Target.MAX_CONNECTIONS)
            .followRedirects(false)
            .servicesDiscoverServices(false)
            .sendExpectContinue(false)
            .socketOptions(
                SocketOptions.builder()
                    .connectTimeout(target.connectTimeout())
                    .readTimeout(target.readTimeout())
                    .tcpNoDelay(true)
                    .build());
    Target.HEADERS.forEach(
        (name, value) -> builder.addHeader(HeaderValues.create(HeaderNames.create(name), value)));
    target.tls().ifPresent(tls -> builder.tls(Tls.builder().sslContext(tls).build()));
    this.client = builder.build();
  }

  @Override
  public Reply post(String path, byte[] body) throws IOException {
    try {
      HttpClientResponse response = client.post(path).submit(body);
      return new Reply(response.status().code(), response.inputStream(), response::close);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  @Override
  public void close() {
    client.closeResource();
  }
}

package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The JDK's `java.net.http` client. It has no limit on silence within a body; its request timeout
/// ends with the head.
final class JdkContender implements Contender {

  private final HttpClient client;
  private final String base;
  private final Duration readTimeout;

  JdkContender(Target target) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(target.connectTimeout());
    target.tls().ifPresent(builder::sslContext);
    this.client = builder.build();
    this.base = target.base();
    this.readTimeout = target.readTimeout();
  }

  @Override
  public Reply post(String path, byte[] body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(readTimeout)
            .POST(BodyPublishers.ofByteArray(body));
    Target.HEADERS.forEach(request::header);
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    InputStream content = response.body();
    return new Reply(response.statusCode(), content, () -> abort(content));
  }

  private static void abort(InputStream content) {
    try {
      content.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}

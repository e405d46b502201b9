package dev.toolwire.bench.harness;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Where a contender sends its requests and the limits it must honour.
///
/// @param tls trusts the server's certificate; empty for plain HTTP
/// @param readTimeout longest silence on a connection; zero for none
public record Target(
    int port, Optional<SSLContext> tls, Duration connectTimeout, Duration readTimeout) {

  public static final String HOST = "127.0.0.1";
  public static final int MAX_CONNECTIONS = 2048;

  /// What a signed Converse request carries, by length and number.
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type",
          "application/json",
          "Accept",
          "application/json",
          "X-Amz-Date",
          "20261120T120000Z",
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261120/eu-west-1/bedrock/aws4_request, "
              + "SignedHeaders=content-type;host;x-amz-date, Signature="
              + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

  public static Target plain(int port) {
    return new Target(port, Optional.empty(), Duration.ofSeconds(5), Duration.ofMinutes(1));
  }

  public static Target secured(int port, SSLContext tls) {
    return new Target(port, Optional.of(tls), Duration.ofSeconds(5), Duration.ofMinutes(1));
  }

  public Target withTimeouts(Duration connect, Duration read) {
    return new Target(port, tls, connect, read);
  }

  public Target withPort(int other) {
    return new Target(other, tls, connectTimeout, readTimeout);
  }

  public String scheme() {
    return tls.isPresent() ? "https" : "http";
  }

  public String base() {
    return scheme() + "://" + HOST + ":" + port;
  }
}

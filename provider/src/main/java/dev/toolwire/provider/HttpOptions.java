package dev.toolwire.provider;

import dev.toolwire.model.Ticker;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// How an [HttpTransport] reaches the network.
///
/// @param ticker the clock that stamps arrivals
/// @param proxies which proxies stand on the way
/// @param trust whom to trust and with which certificate to come; what the JVM's properties say
///   unless set
/// @param idleLimit how long a connection is kept that nobody uses
/// @param connectionLimit how many connections may be open at once, to one host and in all
public record HttpOptions(
    Ticker ticker,
    Proxies proxies,
    Optional<SSLContext> trust,
    Duration idleLimit,
    int connectionLimit) {

  /// The system's clock, the JVM's proxies and certificates, thirty seconds without use, twenty
  /// thousand connections.
  public static final HttpOptions DEFAULTS =
      new HttpOptions(
          Ticker.SYSTEM, Proxies.ofJvm(), Optional.empty(), Duration.ofSeconds(30), 20_000);

  public HttpOptions {
    if (!idleLimit.isPositive()) {
      throw new IllegalArgumentException(
          "connections are kept idle for " + idleLimit + ", expected more than zero");
    }
    if (connectionLimit < 1) {
      throw new IllegalArgumentException(
          "the limit of connections is " + connectionLimit + ", expected 1 or more");
    }
  }

  public HttpOptions withTicker(Ticker clock) {
    return new HttpOptions(clock, proxies, trust, idleLimit, connectionLimit);
  }

  public HttpOptions withProxies(Proxies onTheWay) {
    return new HttpOptions(ticker, onTheWay, trust, idleLimit, connectionLimit);
  }

  public HttpOptions withTrust(SSLContext certificates) {
    return new HttpOptions(ticker, proxies, Optional.of(certificates), idleLimit, connectionLimit);
  }

  public HttpOptions withIdleLimit(Duration limit) {
    return new HttpOptions(ticker, proxies, trust, limit, connectionLimit);
  }

  public HttpOptions withConnectionLimit(int limit) {
    return new HttpOptions(ticker, proxies, trust, idleLimit, limit);
  }
}

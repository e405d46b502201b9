package dev.toolwire.provider;

import dev.toolwire.model.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// A pooled connection while it carries one exchange. It is given back or cut once, by whoever
/// comes first.
final class Line {

  private static final String ID = "toolwire";

  /// The pool's way to a connection wants an answer, even where there is none yet.
  private static final ClassicHttpResponse SENT =
      new BasicClassicHttpResponse(HttpStatus.SC_CONTINUE);

  private final HttpClientConnectionManager pool;
  private final Proxies.Way way;
  private final HttpClientContext context = HttpClientContext.create();
  private final ConnectionEndpoint endpoint;
  private final AtomicBoolean over = new AtomicBoolean();

  private Line(HttpClientConnectionManager pool, Proxies.Way way, ConnectionEndpoint endpoint) {
    this.pool = pool;
    this.way = way;
    this.endpoint = endpoint;
  }

  /// Takes a connection, idle or still to be connected; never waits.
  ///
  /// @param limit how many connections the pool may have, to be told when they are all taken
  static Line lease(HttpClientConnectionManager pool, Proxies.Way way, int limit)
      throws InterruptedException {
    try {
      var request = pool.lease(ID, way.route(), Timeout.ZERO_MILLISECONDS, null);
      return new Line(pool, way, request.get(Timeout.ZERO_MILLISECONDS));
    } catch (TimeoutException | ExecutionException none) {
      throw new TransportException("no connection is left of " + limit + "; close some", none);
    }
  }

  boolean isConnected() {
    return endpoint.isConnected();
  }

  void connect() throws IOException, HttpException {
    HttpHost proxy = way.route().getProxyHost();
    try {
      pool.connect(endpoint, null, context);
    } catch (ConnectException | UnknownHostException refused) {
      if (proxy == null) {
        throw refused;
      }
      throw new TransportException(
          "the proxy " + proxy.toHostString() + " cannot be reached; check its address", refused);
    }
    if (way.route().isTunnelled()) {
      tunnel();
      pool.upgrade(endpoint, context);
    }
  }

  private void tunnel() throws IOException, HttpException {
    HttpHost host = way.route().getTargetHost();
    String target = host.toHostString();
    BasicClassicHttpRequest connect = new BasicClassicHttpRequest(Method.CONNECT, host, target);
    connect.setHeader(HttpHeaders.HOST, target);
    introduce(connect);
    transmit(connect);
    int status = receive(connect).getCode();
    if (status != HttpStatus.SC_OK) {
      throw new TransportException(
          status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
              ? "the proxy wants a user name and a password, or others (HTTP 407)"
              : "the proxy refused to connect to " + target + " (HTTP " + status + ")");
    }
  }

  private void introduce(BasicClassicHttpRequest request) {
    way.authorization()
        .ifPresent(words -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, words));
  }

  void send(BasicClassicHttpRequest request) throws IOException, HttpException {
    if (way.route().getProxyHost() != null && !way.route().isTunnelled()) {
      request.setAbsoluteRequestUri(true);
      introduce(request);
    }
    transmit(request);
  }

  private void transmit(BasicClassicHttpRequest request) throws IOException, HttpException {
    endpoint.execute(
        ID,
        request,
        (message, connection, _) -> {
          connection.sendRequestHeader(message);
          connection.sendRequestEntity(message);
          connection.flush();
          return SENT;
        },
        context);
  }

  /// The next head that comes, with its entity if it has one. May be asked again after a [NotYet].
  ClassicHttpResponse receive(BasicClassicHttpRequest request) throws IOException, HttpException {
    return endpoint.execute(
        ID,
        request,
        (message, connection, _) -> {
          ClassicHttpResponse response = connection.receiveResponseHeader();
          if (MessageSupport.canResponseHaveBody(message.getMethod(), response)) {
            connection.receiveResponseEntity(response);
          }
          return response;
        },
        context);
  }

  /// The exchange is complete: the connection may carry another, if `response` allows it.
  void giveBack(BasicClassicHttpRequest request, ClassicHttpResponse response) {
    if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)) {
      cut();
    } else if (over.compareAndSet(false, true)) {
      TimeValue idle =
          DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
      pool.release(endpoint, null, idle);
    }
  }

  /// Ends the exchange in the middle; whoever reads or writes is thrown out.
  void cut() {
    if (over.compareAndSet(false, true)) {
      endpoint.close(CloseMode.IMMEDIATE);
      pool.release(endpoint, null, null);
    }
  }
}

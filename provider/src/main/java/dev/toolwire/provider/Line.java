package dev.toolwire.provider;

import dev.toolwire.model.TransportException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
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
  private final HttpRoute route;
  private final HttpClientContext context = HttpClientContext.create();
  private final ConnectionEndpoint endpoint;
  private final AtomicBoolean over = new AtomicBoolean();

  private Line(HttpClientConnectionManager pool, HttpRoute route, ConnectionEndpoint endpoint) {
    this.pool = pool;
    this.route = route;
    this.endpoint = endpoint;
  }

  /// Takes a connection, idle or still to be connected; never waits.
  static Line lease(HttpClientConnectionManager pool, HttpRoute route) throws InterruptedException {
    try {
      var request = pool.lease(ID, route, Timeout.ZERO_MILLISECONDS, null);
      return new Line(pool, route, request.get(Timeout.ZERO_MILLISECONDS));
    } catch (TimeoutException | ExecutionException none) {
      throw new TransportException(
          "no connection is left of " + HttpTransport.CONNECTION_LIMIT + "; close some", none);
    }
  }

  boolean isConnected() {
    return endpoint.isConnected();
  }

  void connect() throws IOException, HttpException {
    pool.connect(endpoint, null, context);
    if (route.isTunnelled()) {
      tunnel();
      pool.upgrade(endpoint, context);
    }
  }

  private void tunnel() throws IOException, HttpException {
    String target = route.getTargetHost().toHostString();
    BasicClassicHttpRequest connect = new BasicClassicHttpRequest("CONNECT", target);
    connect.setHeader(HttpHeaders.HOST, target);
    send(connect);
    int status = receive(connect).getCode();
    if (status != HttpStatus.SC_OK) {
      throw new HttpException("the proxy answered CONNECT with HTTP " + status);
    }
  }

  void send(BasicClassicHttpRequest request) throws IOException, HttpException {
    if (route.getProxyHost() != null && !route.isTunnelled()) {
      request.setAbsoluteRequestUri(true);
    }
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

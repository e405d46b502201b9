package dev.toolwire.provider;

import dev.toolwire.model.ModelException;
import dev.toolwire.model.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/// Says in plain words why an exchange broke.
final class HttpFailure {

  private HttpFailure() {}

  static ModelException explain(String where, IOException broken) {
    String what =
        switch (broken) {
          case UnknownHostException _ -> "there is no such host; check the endpoint and the region";
          case ConnectTimeoutException _ ->
              "no connection in time; check the network and any proxy";
          case ConnectException _ -> "nobody listens there; check the endpoint";
          case SSLException _ -> "TLS failed: " + broken.getMessage();
          case TruncatedChunkException _, ConnectionClosedException _ ->
              "the connection was cut in the middle of the response";
          case NoHttpResponseException _ -> "the connection was closed without a response";
          case SocketTimeoutException _ -> "the connection went silent";
          default -> "the connection broke: " + broken.getMessage();
        };
    return new TransportException(where + ": " + what, broken);
  }
}

package dev.toolwire.wire;

/// The head of an HTTP response, and its body yet to be read. Closing the body ends the exchange.
public record WireResponse(int status, Headers headers, ByteSource body) implements AutoCloseable {

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public void close() {
    body.close();
  }

  @Override
  public String toString() {
    return "HTTP " + status;
  }
}

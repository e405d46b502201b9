package dev.toolwire.provider;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/// A socket that asks the [HttpExchange] reading from it, through TLS and chunks, before it waits
/// for the network, and tells it when bytes have come.
///
/// Layers above read ahead and cut bytes into small pieces; only the socket knows what arrived
/// together, and when. The exchange is found by the reading thread, which reads for nothing else.
final class StampedSocket extends Socket {

  /// How long a reader may wait who is no exchange; what the socket has been told may be another.
  private volatile int timeout;

  private volatile int told;

  StampedSocket() {}

  StampedSocket(Proxy proxy) {
    super(proxy);
  }

  /// Takes note for later: layers above set it several times for each exchange, mostly in vain.
  @Override
  public void setSoTimeout(int millis) throws SocketException {
    if (isClosed()) {
      throw new SocketException("Socket is closed");
    }
    timeout = millis;
  }

  @Override
  public int getSoTimeout() {
    return timeout;
  }

  private void waitFor(int millis) throws SocketException {
    if (millis != told) {
      super.setSoTimeout(millis);
      told = millis;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Stamped(super.getInputStream());
  }

  private final class Stamped extends FilterInputStream {

    Stamped(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (!HttpExchange.READER.isBound()) {
        waitFor(timeout);
        return super.read(buffer, offset, length);
      }
      HttpExchange reader = HttpExchange.READER.get();
      while (true) {
        waitFor(reader.millisToWait(in));
        try {
          int count = super.read(buffer, offset, length);
          reader.bytesCame();
          return count;
        } catch (SocketTimeoutException stillQuiet) {
          // The reader knows how long it goes on.
        }
      }
    }
  }
}

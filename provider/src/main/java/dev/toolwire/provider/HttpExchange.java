package dev.toolwire.provider;

import dev.toolwire.model.ModelException;
import dev.toolwire.model.Ticker;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;

/// One request over HTTP. A virtual thread of its own sends it and reads the response; what arrives
/// together is handed over together, through a [Mailbox] that slows the reading down when the
/// caller is slower.
final class HttpExchange implements Exchange {

  /// The exchange that the running thread reads for.
  static final ScopedValue<HttpExchange> CURRENT = ScopedValue.newInstance();

  private static final int BATCH = 8 << 10;

  private final CloseableHttpClient client;
  private final HttpHost host;
  private final HttpUriRequestBase request;
  private final Ticker ticker;
  private final Mailbox mailbox = new Mailbox();

  private byte[] batch = new byte[BATCH];
  private int handedOver;
  private int filled;
  private long arrived;

  HttpExchange(
      CloseableHttpClient client, HttpHost host, HttpUriRequestBase request, Ticker ticker) {
    this.client = client;
    this.host = host;
    this.request = request;
    this.ticker = ticker;
    this.arrived = ticker.nanos();
  }

  HttpExchange start() {
    Thread.ofVirtual()
        .name("toolwire-http")
        .start(() -> ScopedValue.where(CURRENT, this).run(this::run));
    return this;
  }

  @Override
  public Read read(Duration patience) {
    return mailbox.take(patience);
  }

  @Override
  public void close() {
    mailbox.close();
    request.cancel();
  }

  /// The reading thread is about to wait for the network: what is here so far goes out.
  void aboutToWait() {
    flush();
    mailbox.publish();
  }

  void bytesCame() {
    arrived = ticker.nanos();
  }

  private void run() {
    try (ClassicHttpResponse response = client.executeOpen(host, request, null)) {
      mailbox.put(new Head(response.getCode(), headers(response), arrived));
      HttpEntity entity = response.getEntity();
      if (entity != null) {
        pump(entity.getContent());
      }
      mailbox.put(Read.END);
    } catch (IOException broken) {
      mailbox.fail(explain(broken));
    } catch (IllegalStateException | IllegalArgumentException unusable) {
      mailbox.fail(new TransportException(where() + ": " + unusable.getMessage(), unusable));
    } catch (InterruptedException _) {
      mailbox.close();
    } finally {
      mailbox.publish();
    }
  }

  private void pump(InputStream content) throws IOException, InterruptedException {
    for (int n = fill(content); n >= 0; n = fill(content)) {
      filled += n;
      if (filled == batch.length) {
        flush();
        mailbox.publish();
        mailbox.awaitRoom();
        batch = new byte[BATCH];
        filled = 0;
        handedOver = 0;
      }
    }
    flush();
  }

  private int fill(InputStream content) throws IOException {
    return content.read(batch, filled, batch.length - filled);
  }

  /// Hands over what has been read since the last time; the rest of the batch is still to be
  /// filled.
  private void flush() {
    if (filled > handedOver) {
      mailbox.put(new Chunk(batch, handedOver, filled - handedOver, arrived));
      handedOver = filled;
    }
  }

  private static Headers headers(ClassicHttpResponse response) {
    Header[] fields = response.getHeaders();
    String[] namesAndValues = new String[fields.length * 2];
    for (int i = 0; i < fields.length; i++) {
      namesAndValues[2 * i] = fields[i].getName();
      namesAndValues[2 * i + 1] = String.valueOf(fields[i].getValue());
    }
    return Headers.of(namesAndValues);
  }

  private ModelException explain(IOException broken) {
    return HttpFailure.explain(where(), broken);
  }

  private String where() {
    return host.toURI();
  }
}

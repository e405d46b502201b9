package dev.toolwire.provider;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Aliases;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.StreamDecoder;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One answer as events: decoded as it arrives, or told from a whole response, or refused with the
/// provider's error.
final class WireStream implements ModelStream {

  /// The longest whole response that is taken: far above any model's output limit.
  static final int BODY_LIMIT = 64 << 20;

  /// How long to wait, after the answer is complete, for the end of the response that carried it,
  /// so that its connection can be used again.
  private static final Duration GRACE = Duration.ofMillis(50);

  private final ClientCodec codec;
  private final Exchange exchange;
  private final boolean streaming;
  private final Aliases aliases;
  private Exchange.@Nullable Head head;
  private @Nullable StreamDecoder decoder;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private long firstBodyNanos;
  private long lastBodyNanos;
  private boolean responseEnded;
  private @Nullable Iterator<StreamEvent> told;

  WireStream(ClientCodec codec, Exchange exchange, boolean streaming, Aliases aliases) {
    this.aliases = aliases;
    this.codec = codec;
    this.exchange = exchange;
    this.streaming = streaming;
  }

  @Override
  public Arrival next(Duration patience) {
    Arrival arrival = arrival(patience);
    return !aliases.names().isEmpty()
            && arrival instanceof Arrival.Event(StreamEvent event, long first, long last)
        ? new Arrival.Event(aliases.original(event), first, last)
        : arrival;
  }

  private Arrival arrival(Duration patience) {
    Arrival ready = decoded();
    if (!(ready instanceof Arrival.Nothing)) {
      return ready;
    }
    long start = System.nanoTime();
    Duration left = patience;
    while (true) {
      Exchange.Read read = exchange.read(left);
      if (read instanceof Exchange.Nothing) {
        return Arrival.NOTHING;
      }
      take(read);
      Arrival arrival = decoded();
      if (!(arrival instanceof Arrival.Nothing)) {
        return arrival;
      }
      left = patience.minusNanos(System.nanoTime() - start);
      if (!left.isPositive()) {
        return Arrival.NOTHING;
      }
    }
  }

  private Arrival decoded() {
    if (told != null) {
      return told.hasNext()
          ? new Arrival.Event(told.next(), firstBodyNanos, lastBodyNanos)
          : Arrival.END;
    }
    Arrival arrival = decoder != null ? decoder.next() : Arrival.NOTHING;
    if (arrival instanceof Arrival.End) {
      awaitEndOfResponse();
    }
    return arrival;
  }

  private void awaitEndOfResponse() {
    if (responseEnded) {
      return;
    }
    responseEnded = true;
    try {
      Exchange.Read read = exchange.read(GRACE);
      while (read instanceof Chunk) {
        read = exchange.read(GRACE);
      }
    } catch (ModelException _) {
      // The answer is complete; how its connection ended does not matter.
    }
  }

  private void take(Exchange.Read read) {
    switch (read) {
      case Exchange.Head begun -> begin(begun);
      case Chunk chunk when decoder != null -> decoder.feed(chunk);
      case Chunk chunk -> collect(chunk);
      case Exchange.End _ when decoder != null -> {
        responseEnded = true;
        decoder.end();
      }
      case Exchange.End _ -> told = whole().iterator();
      case Exchange.Nothing _ -> {}
    }
  }

  private void begin(Exchange.Head begun) {
    head = begun;
    if (begun.isSuccess()) {
      requireNoPage(begun);
      decoder = streaming ? codec.stream() : null;
    }
  }

  /// A wrong address is often a good one, of something that answers whatever it is asked.
  private static void requireNoPage(Exchange.Head begun) {
    if (begun
        .headers()
        .first("content-type")
        .filter(type -> type.startsWith("text/html"))
        .isPresent()) {
      throw new MalformedWireException(
          "got a web page (text/html, HTTP %d), expected a model's answer; check the address: another server, or a proxy on the way, has answered"
              .formatted(begun.status()));
    }
  }

  private void collect(Chunk chunk) {
    if (body.size() + chunk.length() > BODY_LIMIT) {
      throw new MalformedWireException("the response is longer than " + BODY_LIMIT + " bytes");
    }
    if (body.size() == 0) {
      firstBodyNanos = chunk.nanos();
    }
    lastBodyNanos = chunk.nanos();
    body.write(chunk.bytes(), chunk.offset(), chunk.length());
  }

  private List<StreamEvent> whole() {
    if (head == null) {
      throw new MalformedWireException("the response ended before it began");
    }
    if (!head.isSuccess()) {
      throw codec.error(head.status(), head.headers(), body.toByteArray());
    }
    return codec.events(body.toByteArray());
  }

  @Override
  public void close() {
    exchange.close();
  }
}

package dev.toolwire.simulator;

import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the exchanges that were opened, and knows those that nobody has closed.
record WatchedTransport(Transport inner, AtomicInteger opened, Set<Exchange> open)
    implements Transport {

  WatchedTransport(Transport inner) {
    this(inner, new AtomicInteger(), ConcurrentHashMap.newKeySet());
  }

  @Override
  public Exchange open(WireRequest request) {
    opened.incrementAndGet();
    Exchange exchange = inner.open(request);
    open.add(exchange);
    return new Exchange() {
      @Override
      public Read read(Duration patience) {
        return exchange.read(patience);
      }

      @Override
      public void close() {
        open.remove(exchange);
        exchange.close();
      }
    };
  }
}

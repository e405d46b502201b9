package dev.toolwire.bench.stall;

import dev.toolwire.model.Ticker;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// An answer that came over a network once, given again from memory in the very pieces and with the
/// very stamps, as often as it is asked for. For one thread at a time.
final class RecordedStream implements Transport {

  private final List<Exchange.Read> reads;
  private final long sent;

  private RecordedStream(List<Exchange.Read> reads, long sent) {
    this.reads = reads;
    this.sent = sent;
  }

  /// Takes down what is answered to the first request over `inner`, while `ask` asks.
  static RecordedStream of(Transport inner, Consumer<Transport> ask) {
    List<Exchange.Read> reads = new ArrayList<>();
    long sent = System.nanoTime();
    ask.accept(request -> new TakenDown(inner.open(request), reads));
    return new RecordedStream(List.copyOf(reads), sent);
  }

  /// Always the time at which the request was sent.
  Ticker ticker() {
    return () -> sent;
  }

  /// How often bytes were read from the network.
  long pieces() {
    return reads.stream().filter(Chunk.class::isInstance).count();
  }

  @Override
  public Exchange open(WireRequest request) {
    return new Given(reads);
  }

  private record TakenDown(Exchange inner, List<Exchange.Read> reads) implements Exchange {

    @Override
    public Read read(Duration patience) {
      Read read = inner.read(patience);
      switch (read) {
        case Chunk chunk -> reads.add(kept(chunk));
        case Head _, End _ -> reads.add(read);
        case Nothing _ -> {}
      }
      return read;
    }

    private static Chunk kept(Chunk chunk) {
      int from = chunk.offset();
      byte[] bytes = Arrays.copyOfRange(chunk.bytes(), from, from + chunk.length());
      return new Chunk(bytes, 0, bytes.length, chunk.nanos());
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private static final class Given implements Exchange {
    private final List<Exchange.Read> reads;
    private int next;

    Given(List<Exchange.Read> reads) {
      this.reads = reads;
    }

    @Override
    public Read read(Duration patience) {
      return next < reads.size() ? reads.get(next++) : Read.END;
    }

    @Override
    public void close() {
      next = reads.size();
    }
  }
}

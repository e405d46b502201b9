package dev.toolwire.lab.replay;

import dev.toolwire.model.Ticker;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Answers from a tape, at once, on a clock that shows the recorded times.
///
/// Each recorded answer is given once; requests that are the same get theirs in the order in which
/// they were recorded. What failed and was asked again is given as it ended: whoever plays a tape
/// asks once. A request that was not recorded fails with a [TransportException] that tells the
/// difference to the nearest one. For one run.
public final class TapePlayer {

  private final String run;
  private final int recorded;
  private final List<Numbered> left = new ArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private volatile @Nullable String refusal;

  /// An exchange that is still to be played.
  ///
  /// @param number in the recording, from 1
  /// @param request in the form in which it is compared
  private record Numbered(int number, TapedRequest request, TapedExchange exchange) {}

  public TapePlayer(Tape tape) {
    this.run = tape.run();
    this.recorded = tape.exchanges().size();
    List<Numbered> all = new ArrayList<>();
    for (TapedExchange exchange : tape.exchanges()) {
      all.add(new Numbered(all.size() + 1, exchange.request().canonical(), exchange));
    }
    for (Numbered one : all) {
      left.removeIf(earlier -> isRepeated(earlier, one));
      left.add(withTimeOfFirst(one, all));
    }
  }

  private static boolean isRepeated(Numbered earlier, Numbered later) {
    return earlier.exchange().failed() && earlier.request().equals(later.request());
  }

  /// A request that was sent again was first sent when it was first sent.
  private static Numbered withTimeOfFirst(Numbered one, List<Numbered> all) {
    long opened = one.exchange().openedNanos();
    for (int i = one.number() - 2; i >= 0 && isRepeated(all.get(i), one); i--) {
      opened = all.get(i).exchange().openedNanos();
    }
    return new Numbered(one.number(), one.request(), one.exchange().openedAt(opened));
  }

  /// The clock of the recording.
  public Ticker ticker() {
    return now::get;
  }

  public Transport transport() {
    return this::open;
  }

  /// Why a request was refused, the first that was; empty if all were recorded.
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  private synchronized Exchange open(WireRequest request) {
    TapedRequest asked = TapedRequest.of(request).canonical();
    for (Numbered one : left) {
      if (one.request().equals(asked)) {
        left.remove(one);
        now.accumulateAndGet(one.exchange().openedNanos(), Math::max);
        return new Played(one.exchange());
      }
    }
    String why = difference(asked);
    if (refusal == null) {
      refusal = why;
    }
    return new Unrecorded(why);
  }

  private String difference(TapedRequest asked) {
    if (recorded == 0) {
      return "there is no recording of " + run;
    }
    Optional<Numbered> nearest =
        left.stream()
            .min(Comparator.comparingInt(one -> RequestDiff.between(one.request(), asked).size()));
    if (nearest.isEmpty()) {
      return "the recording of %s has %d requests, and one more was sent: %s %s"
          .formatted(run, recorded, asked.method(), asked.path());
    }
    Numbered near = nearest.get();
    return "a request is not in the recording of %s; it differs from request %d of %d in\n%s"
        .formatted(
            run,
            near.number(),
            recorded,
            RequestDiff.shown(RequestDiff.between(near.request(), asked)));
  }

  /// A request that has no answer here.
  private record Unrecorded(String why) implements Exchange {
    @Override
    public Read read(Duration patience) {
      throw new TransportException(why);
    }

    @Override
    public void close() {}
  }

  private final class Played implements Exchange {

    private final TapedExchange exchange;
    private boolean headRead;
    private int piece;
    private volatile boolean closed;

    Played(TapedExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public Read read(Duration patience) {
      if (closed) {
        throw new TransportException("the recorded exchange was closed");
      }
      if (!headRead && exchange.status() != 0) {
        headRead = true;
        return new Head(exchange.status(), exchange.headers(), at(exchange.headNanos()));
      }
      if (piece < exchange.pieces().size()) {
        TapedExchange.Piece next = exchange.pieces().get(piece++);
        return new Chunk(next.bytes(), 0, next.bytes().length, at(next.nanos()));
      }
      return switch (exchange.ending()) {
        case TapedExchange.Complete() -> Read.END;
        case TapedExchange.Broken(long at, String why) -> {
          at(at);
          throw new TransportException(why);
        }
        case TapedExchange.Left() ->
            throw new TransportException("nobody listened any longer when this was recorded");
      };
    }

    private long at(long nanos) {
      return now.accumulateAndGet(nanos, Math::max);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}

package dev.toolwire.lab.replay;

import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.Ticker;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Stands around the transport of one run: tells the time by what passes, and takes it down.
///
/// Its time goes on only when something passes over the wire, so that a run that is played from its
/// tape sees the very times that it saw when it was recorded. Nothing is changed or held back. The
/// run may use several threads, one at a time.
public final class Tap {

  /// The longest body that is taken down unless another is said. Of a longer one its first pieces
  /// are, and the tape says that it broke off there.
  public static final int LONGEST_BODY = 64 << 20;

  private final String run;
  private final Instant began;
  private final Ticker ticker;
  private final boolean recording;
  private final int longestBody;
  private final long start;
  private long latest;
  private OptionalLong asked = OptionalLong.empty();
  private final List<TappedExchange> exchanges = new ArrayList<>();
  private final Map<ToolUseId, Duration> tools = new LinkedHashMap<>();

  private Tap(String run, Instant began, Ticker ticker, boolean recording, int longestBody) {
    this.run = run;
    this.began = began;
    this.ticker = ticker;
    this.recording = recording;
    this.longestBody = longestBody;
    this.start = ticker.nanos();
  }

  /// Only tells the time.
  ///
  /// @param ticker the clock by which the tapped transport stamps what arrives
  public static Tap timing(Ticker ticker) {
    return new Tap("", Instant.EPOCH, ticker, false, 0);
  }

  /// Takes down a tape as well.
  ///
  /// @param run what the run is called
  /// @param began when it begins, which is now
  public static Tap recording(String run, Instant began, Ticker ticker) {
    return recording(run, began, ticker, LONGEST_BODY);
  }

  /// Takes down a tape as well.
  ///
  /// @param run what the run is called
  /// @param began when it begins, which is now
  /// @param longestBody the longest body of an answer that is taken down, in bytes
  public static Tap recording(String run, Instant began, Ticker ticker, int longestBody) {
    return new Tap(run, began, ticker, true, longestBody);
  }

  /// `inner`, tapped.
  public Transport around(Transport inner) {
    return request -> {
      Exchange exchange = inner.open(request);
      return opened(request, exchange);
    };
  }

  private synchronized Exchange opened(WireRequest request, Exchange exchange) {
    long at = stamp(ticker.nanos());
    if (asked.isEmpty()) {
      asked = OptionalLong.of(at);
    }
    TappedExchange tapped = new TappedExchange(request, exchange, at);
    if (recording) {
      exchanges.add(tapped);
    }
    return tapped;
  }

  /// When something passed last, in nanoseconds since the run began.
  public synchronized long nanos() {
    return latest;
  }

  /// From now on [#asked] waits for the next request.
  public synchronized void nextRound() {
    asked = OptionalLong.empty();
  }

  /// When the first request since [#nextRound] was sent; [#nanos] if there was none yet.
  public synchronized long asked() {
    return asked.orElse(latest);
  }

  /// Notes how long a tool worked on a call.
  public synchronized void took(ToolUseId call, Duration time) {
    if (recording) {
      tools.put(call, time);
    }
  }

  /// What was taken down so far.
  public synchronized Tape tape() {
    return new Tape(run, began, exchanges.stream().map(TappedExchange::taped).toList(), tools);
  }

  private long stamp(long nanos) {
    latest = Math.max(latest, nanos - start);
    return latest;
  }

  private final class TappedExchange implements Exchange {

    private final WireRequest request;
    private final Secrets secrets;
    private final Exchange inner;
    private final long openedNanos;
    private int status;
    private Headers headers = Headers.NONE;
    private long headNanos;
    private final List<TapedExchange.Piece> pieces = new ArrayList<>();
    private int length;
    private TapedExchange.Ending ending = TapedExchange.LEFT;

    TappedExchange(WireRequest request, Exchange inner, long openedNanos) {
      this.request = request;
      this.secrets = recording ? Secrets.of(request.headers()) : Secrets.NONE;
      this.inner = inner;
      this.openedNanos = openedNanos;
    }

    @Override
    public Read read(Duration patience) {
      try {
        Read read = inner.read(patience);
        note(read);
        return read;
      } catch (ModelException broken) {
        broke(broken);
        throw broken;
      }
    }

    private void note(Read read) {
      synchronized (Tap.this) {
        switch (read) {
          case Head head -> {
            headNanos = stamp(head.nanos());
            status = head.status();
            headers = secrets.without(head.headers());
          }
          case Chunk chunk -> keep(chunk, stamp(chunk.nanos()));
          case End _ -> end(TapedExchange.COMPLETE);
          case Nothing _ -> {}
        }
      }
    }

    private void keep(Chunk chunk, long at) {
      if (!recording || !(ending instanceof TapedExchange.Left)) {
        return;
      }
      if (chunk.length() > longestBody - length) {
        end(
            new TapedExchange.Broken(
                at, "its body is longer than the " + longestBody + " bytes that are taken down"));
        return;
      }
      length += chunk.length();
      byte[] bytes =
          Arrays.copyOfRange(chunk.bytes(), chunk.offset(), chunk.offset() + chunk.length());
      pieces.add(new TapedExchange.Piece(at, secrets.without(bytes)));
    }

    private void broke(ModelException why) {
      synchronized (Tap.this) {
        String words = secrets.without(String.valueOf(why.getMessage()));
        end(new TapedExchange.Broken(stamp(ticker.nanos()), words));
      }
    }

    /// What is said first of the end holds.
    private void end(TapedExchange.Ending how) {
      if (ending instanceof TapedExchange.Left) {
        ending = how;
      }
    }

    TapedExchange taped() {
      return new TapedExchange(
          openedNanos, TapedRequest.of(request), status, headers, headNanos, pieces, ending);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}

package dev.toolwire.provider;

import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/// A transport whose answers are all there at once.
final class CannedTransport {

  private CannedTransport() {}

  /// Tells `sent` of each request and answers it with status 200 and a body.
  static Transport answering(Consumer<WireRequest> sent, Function<WireRequest, byte[]> body) {
    return request -> {
      sent.accept(request);
      return new Answer(body.apply(request));
    };
  }

  private static final class Answer implements Exchange {
    private final Queue<Read> parts;

    Answer(byte[] body) {
      parts =
          new ArrayDeque<>(
              List.of(new Head(200, Headers.NONE, 0), new Chunk(body, 0, body.length, 0)));
    }

    @Override
    public Read read(Duration patience) {
      Read part = parts.poll();
      return part == null ? Read.END : part;
    }

    @Override
    public void close() {}
  }
}

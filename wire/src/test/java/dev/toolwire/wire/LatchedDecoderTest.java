package dev.toolwire.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.MalformedWireException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatchedDecoderTest {

  private static final Chunk GOOD = new Chunk(new byte[] {1}, 0, 1, 0);
  private static final Chunk BAD = new Chunk(new byte[] {-1}, 0, 1, 0);

  private final Queue<Byte> bytes = new ArrayDeque<>();
  private final StreamDecoder decoder = new LatchedDecoder(new Fussy());

  /// Takes no negative bytes, and fails on an empty stream.
  private final class Fussy implements StreamDecoder {
    @Override
    public void feed(Chunk chunk) {
      require(chunk.bytes()[0] >= 0);
      bytes.add(chunk.bytes()[0]);
    }

    @Override
    public Arrival next() {
      require(!bytes.isEmpty());
      bytes.remove();
      return Arrival.NOTHING;
    }

    @Override
    public void end() {
      require(!bytes.isEmpty());
    }

    private static void require(boolean fine) {
      if (!fine) {
        throw new MalformedWireException("broken");
      }
    }
  }

  @Test
  void failureOfAChunkIsToldToWhoAsksNextAndAgain() {
    decoder.feed(BAD);
    decoder.feed(GOOD);

    assertThatThrownBy(decoder::next).isInstanceOf(MalformedWireException.class);
    assertThatThrownBy(decoder::next).isInstanceOf(MalformedWireException.class);
    assertThatThrownBy(decoder::end).isInstanceOf(MalformedWireException.class);
    assertThat(bytes).isEmpty();
  }

  @Test
  void failureOfTheEndIsFinal() {
    assertThatThrownBy(decoder::end).isInstanceOf(MalformedWireException.class);
    decoder.feed(GOOD);

    assertThatThrownBy(decoder::next).isInstanceOf(MalformedWireException.class);
  }

  @Test
  void whatDoesNotFailGoesThrough() {
    decoder.feed(GOOD);

    decoder.end();
    assertThat(decoder.next()).isEqualTo(Arrival.NOTHING);
  }
}

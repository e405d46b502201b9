package dev.toolwire.wire.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.converse.Padding;
import dev.toolwire.wire.messages.MessageHead;
import dev.toolwire.wire.messages.Replies;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Server and client back to back: what one writes, the other reads.
class StreamingEqualsUnaryTest {

  private static final int ROUNDS = 300;
  private static final MessageHead HEAD =
      new MessageHead("msg_01", new ModelId("claude-haiku-4-5"));

  private final InvokeCodec client = new InvokeCodec();
  private final InvokeServerCodec server = new InvokeServerCodec();

  @Test
  void replyIsTheSameHoweverItComes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Replies replies = new Replies(random);
    for (int i = 0; i < ROUNDS; i++) {
      Reply reply = replies.next();
      String which = "seed " + seed + ", reply " + i;
      byte[] stream = stream(reply, random);

      Reply whole = client.reply(server.reply(HEAD, reply));

      assertThat(whole).as(which).isEqualTo(reply);
      assertThat(withoutMetrics(Reply.of(decode(stream, cuts(random))))).as(which).isEqualTo(reply);
      assertThat(withoutMetrics(Reply.of(decode(stream, () -> 1)))).as(which).isEqualTo(reply);
    }
  }

  @Test
  void figuresOfTheStreamAreKept() {
    Reply reply = new Replies(new Random(1)).next();

    Reply streamed = Reply.of(decode(stream(reply, new Random(1)), () -> 7));

    assertThat(streamed.extra().member(InvokeStreamEncoder.METRICS).orElseThrow().toString())
        .contains("\"inputTokenCount\":" + reply.usage().inputTokens());
    assertThat(client.reply(server.reply(HEAD, streamed))).isEqualTo(reply);
  }

  private byte[] stream(Reply reply, Random random) {
    InvokeStreamEncoder encoder = server.encoder(HEAD, Duration.ZERO, Padding.random(random));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    reply.events().forEach(event -> bytes.writeBytes(encoder.event(event)));
    return bytes.toByteArray();
  }

  /// Only a stream has them in its body.
  private static Reply withoutMetrics(Reply reply) {
    return new Reply(
        reply.content(),
        reply.stopReason(),
        reply.usage(),
        reply.latency(),
        reply.extra().without(InvokeStreamEncoder.METRICS));
  }

  private interface Steps {
    int next();
  }

  private static Steps cuts(Random random) {
    return () -> 1 + random.nextInt(200);
  }

  private List<StreamEvent> decode(byte[] stream, Steps steps) {
    StreamDecoder decoder = client.stream();
    List<StreamEvent> events = new ArrayList<>();
    int at = 0;
    while (at < stream.length) {
      int length = Math.min(steps.next(), stream.length - at);
      decoder.feed(new Chunk(stream, at, length, at));
      at += length;
      while (decoder.next() instanceof Arrival.Event(StreamEvent event, _, _)) {
        events.add(event);
      }
    }
    decoder.end();
    return events;
  }
}

package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Role;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamingEqualsUnaryTest {

  private static final int REPLIES = 500;

  private final ConverseCodec client = new ConverseCodec();
  private final ConverseServerCodec server = new ConverseServerCodec();

  @Test
  void replyIsTheSameHoweverItComes() {
    long seed = new Random().nextLong();
    Replies replies = new Replies(new Random(seed));
    for (int i = 0; i < REPLIES; i++) {
      Reply reply = replies.next();

      assertThat(client.reply(server.reply(reply))).as("unary, seed %d", seed).isEqualTo(reply);
      assertThat(Reply.of(Transcript.decode(stream(reply, seed))))
          .as("streamed, seed %d", seed)
          .isEqualTo(reply);
    }
  }

  @Test
  void cutAnswerIsCutInBoth() {
    List<StreamEvent> events =
        Transcript.decode(
            """
            messageStart {"role":"assistant"}
            contentBlockStart {"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"t","name":"f"}}}
            contentBlockStop {"contentBlockIndex":0}
            messageStop {"stopReason":"max_tokens"}
            """);
    Reply streamed = Reply.of(events);

    assertThat(client.reply(server.reply(streamed)).content()).isEqualTo(streamed.content());
    assertThat(events).startsWith(new StreamEvent.MessageStart(Role.ASSISTANT));
  }

  private byte[] stream(Reply reply, long seed) {
    ConverseStreamEncoder encoder = server.encoder(Padding.random(new Random(seed)));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    reply.events().forEach(event -> all.writeBytes(encoder.event(event)));
    return all.toByteArray();
  }
}

package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.ModelId;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamingEqualsUnaryTest {

  private static final int ROUNDS = 500;
  private static final MessageHead HEAD =
      new MessageHead("msg_01", new ModelId("claude-haiku-4-5"));

  private final MessagesCodec client = new MessagesCodec(MessagesVersion.V2023_06_01);
  private final MessagesServerCodec server = new MessagesServerCodec();

  @Test
  void replyIsTheSameHoweverItComes() {
    long seed = new Random().nextLong();
    Replies replies = new Replies(new Random(seed));
    for (int i = 0; i < ROUNDS; i++) {
      Reply reply = replies.next();
      String which = "seed " + seed + ", reply " + i;

      assertThat(client.reply(server.reply(HEAD, reply))).as(which).isEqualTo(reply);
      assertThat(streamed(reply.events())).as(which).isEqualTo(reply);
    }
  }

  @Test
  void piecesAreTheSameAsAWhole() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Replies replies = new Replies(random);
    for (int i = 0; i < ROUNDS; i++) {
      Reply reply = replies.next();
      List<StreamEvent> events =
          reply.events().stream().flatMap(event -> split(event, random).stream()).toList();

      assertThat(streamed(events)).as("seed %d, reply %d", seed, i).isEqualTo(reply);
    }
  }

  private static List<StreamEvent> split(StreamEvent event, Random random) {
    return switch (event) {
      case StreamEvent.TextDelta(int index, String text) when text.length() > 1 -> {
        int at =
            text.offsetByCodePoints(0, 1 + random.nextInt(text.codePointCount(0, text.length())));
        yield List.of(
            new StreamEvent.TextDelta(index, text.substring(0, at)),
            new StreamEvent.Ping(),
            new StreamEvent.TextDelta(index, text.substring(at)));
      }
      case StreamEvent.ToolInputDelta(int index, String text) -> {
        int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
        yield List.of(
            new StreamEvent.ToolInputDelta(index, ""),
            new StreamEvent.ToolInputDelta(index, text.substring(0, at)),
            new StreamEvent.ToolInputDelta(index, text.substring(at)));
      }
      default -> List.of(event);
    };
  }

  private Reply streamed(List<StreamEvent> events) {
    MessagesStreamEncoder encoder = server.encoder(HEAD);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    events.forEach(event -> bytes.writeBytes(encoder.event(event)));
    return Reply.of(Transcript.decode(bytes.toByteArray()));
  }
}

package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Golden;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the server says on the wire, to the byte.
class MessagesTranscriptTest {

  private static final Usage USAGE = new Usage(20, 31, 400, 0, JsonObject.EMPTY);
  private static final Reply ANSWER =
      new Reply(
          List.of(
              new Reasoning("Two stations, two calls.", "c2lnbmVk"),
              new Text("I look them up:\n\"WZPZ\" & KÆRØ 😀"),
              ToolUse.of("toolu_01", "top_song", JsonObject.of("sign", "WZPZ")),
              ToolUse.of("toolu_02", "current_time", JsonObject.EMPTY)),
          StopReason.Known.TOOL_USE,
          USAGE,
          Duration.ZERO,
          JsonObject.EMPTY);

  @Test
  void answerGoesOverTheWireAsTheServiceSaysIt() {
    MessagesStreamEncoder encoder =
        new MessagesServerCodec()
            .encoder(new MessageHead("msg_01", new ModelId("claude-haiku-4-5"), USAGE));
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ANSWER.events().forEach(event -> stream.writeBytes(encoder.event(event)));

    Golden.assertTranscript("messages/answer.sse", stream.toByteArray());
    assertThat(Reply.of(Transcript.decode(stream.toByteArray())).content())
        .isEqualTo(ANSWER.content());
  }

  @Test
  void failureGoesOverTheWireAsTheServiceSaysIt() {
    Fault busy =
        new Fault(
            ErrorKind.NOT_READY, 529, "overloaded_error", "Busy", "req_1", true, Duration.ZERO);

    Golden.assertTranscript(
        "messages/failure.sse",
        new MessagesServerCodec()
            .encoder(new MessageHead("msg_01", new ModelId("claude-haiku-4-5")))
            .exception(busy));
  }
}

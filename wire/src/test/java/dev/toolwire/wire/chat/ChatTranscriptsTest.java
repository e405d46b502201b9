package dev.toolwire.wire.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Golden;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What the server says on the wire, to the byte.
class ChatTranscriptsTest {

  private static final Reply ANSWER =
      new Reply(
          List.of(
              new Reasoning("Two stations, two calls.", ""),
              new Text("I look them up:\n\"WZPZ\" & KÆRØ 😀"),
              ToolUse.of("call_1", "top_song", JsonObject.of("sign", "WZPZ")),
              ToolUse.of("call_2", "current_time", JsonObject.EMPTY)),
          StopReason.Known.TOOL_USE,
          new Usage(20, 31, 400, 0, JsonObject.EMPTY),
          Duration.ZERO,
          JsonObject.EMPTY);

  private final ChatStreamEncoder encoder =
      new ChatServerCodec()
          .encoder(
              new ChatHead(
                  "chatcmpl-1",
                  new ModelId("gpt-4o"),
                  1_790_000_000,
                  true,
                  Optional.of(new Random(1))));

  @Test
  void answerGoesOverTheWireAsTheServiceSaysIt() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ANSWER.events().forEach(event -> stream.writeBytes(encoder.event(event)));

    Golden.assertTranscript("chat/answer.sse", stream.toByteArray());
    assertThat(Reply.of(ChatTranscript.events(stream.toString(UTF_8), 7)).content())
        .isEqualTo(ANSWER.content());
  }

  @Test
  void failureGoesOverTheWireAsTheServiceSaysIt() {
    Fault slow =
        new Fault(
            ErrorKind.THROTTLED,
            429,
            "tokens",
            "Slow down",
            "req_1",
            true,
            Duration.ZERO,
            Advice.NONE,
            new Detail("rate_limit_exceeded", ""));

    Golden.assertTranscript("chat/failure.sse", encoder.exception(slow));
  }
}

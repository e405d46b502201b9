package dev.toolwire.simulator;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.chat.ChatHead;
import dev.toolwire.wire.chat.ChatServerCodec;
import dev.toolwire.wire.chat.ChatStreamEncoder;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The choices of one Chat answer (`n`). A script has one answer, so all of them say the same; each
/// has ids of its own for its calls. For one answer and one thread at a time.
final class ChatChoices {

  private final ChatServerCodec codec;
  private final ChatHead head;
  private final List<Choice> choices;

  /// @param ids makes up the ids of the calls of all choices but the first
  ChatChoices(ChatServerCodec codec, ChatHead head, int count, UnaryOperator<ToolUseId> ids) {
    this.codec = codec;
    this.head = head;
    this.choices =
        IntStream.range(0, count)
            .mapToObj(index ->
                new Choice(codec.encoder(head, index), index == 0 ? UnaryOperator.identity() : ids))
            .toList();
  }

  /// The body of the whole answer.
  byte[] whole(Reply reply) {
    List<Reply> replies = choices.stream().map(choice -> choice.of(reply)).toList();
    return codec.reply(head, replies, counted(reply.usage()));
  }

  /// A writer of the streamed answer, in which the choices take turns.
  StreamWriter writer() {
    return StreamWriter.of(this::told, choices.getFirst().encoder::exception, SseFrames::of);
  }

  private byte[] told(StreamEvent event) {
    ChatStreamEncoder first = choices.getFirst().encoder;
    return switch (event) {
      case StreamEvent.Metadata(Usage usage, var latency, var extra) ->
          first.event(new StreamEvent.Metadata(counted(usage), latency, extra));
      case StreamEvent.Ping _, StreamEvent.Unrecognized _ -> first.event(event);
      default -> {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        choices.forEach(choice -> chunks.writeBytes(choice.tell(event)));
        yield chunks.toByteArray();
      }
    };
  }

  /// The prompt is read once, and each choice is written.
  private Usage counted(Usage one) {
    return new Usage(
        one.inputTokens(),
        one.outputTokens() * choices.size(),
        one.cacheReadInputTokens(),
        one.cacheWriteInputTokens(),
        one.extra());
  }

  /// One choice, which knows its calls under its own ids; ids that were equal stay equal.
  private static final class Choice {
    private final ChatStreamEncoder encoder;
    private final UnaryOperator<ToolUseId> ids;
    private final Map<ToolUseId, ToolUseId> own = new HashMap<>();

    Choice(ChatStreamEncoder encoder, UnaryOperator<ToolUseId> ids) {
      this.encoder = encoder;
      this.ids = ids;
    }

    private ToolUseId own(ToolUseId id) {
      return own.computeIfAbsent(id, ids);
    }

    Reply of(Reply reply) {
      List<ContentBlock> content =
          reply.content().stream()
              .map(block -> block instanceof ToolUse call ? call.withId(own(call.id())) : block)
              .toList();
      return new Reply(content, reply.stopReason(), reply.usage(), reply.latency(), reply.extra());
    }

    byte[] tell(StreamEvent event) {
      return encoder.event(
          event instanceof StreamEvent.ToolUseStart(int block, ToolUseId id, var name, var extra)
              ? new StreamEvent.ToolUseStart(block, own(id), name, extra)
              : event);
    }
  }
}

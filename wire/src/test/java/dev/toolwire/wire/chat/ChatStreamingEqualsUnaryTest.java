package dev.toolwire.wire.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChatStreamingEqualsUnaryTest {

  private static final int REPLIES = 300;
  private static final int DELTAS = 8192;
  private static final int MAX_BYTES_PER_DELTA = 220;

  private final ChatCodec client = new ChatCodec();
  private final ChatServerCodec server = new ChatServerCodec();

  @Test
  void replyIsTheSameHoweverItComes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ChatReplies replies = new ChatReplies(random);
    for (int i = 0; i < REPLIES; i++) {
      Reply reply = replies.next();
      Reply unary = client.reply(server.reply(head(random), reply));

      assertThat(unary.content()).as("unary, seed %d", seed).isEqualTo(reply.content());
      assertThat(unary.usage()).as("unary, seed %d", seed).isEqualTo(reply.usage());
      assertThat(unary.stopReason()).as("unary, seed %d", seed).isEqualTo(reply.stopReason());
      String stream = stream(fragments(reply.events(), random), head(random));
      for (int step : new int[] {1, 7, Integer.MAX_VALUE}) {
        assertThat(Reply.of(ChatTranscript.events(stream, step)))
            .as("streamed, seed %d", seed)
            .isEqualTo(unary);
      }
    }
  }

  @Test
  void callsAreTheSameHoweverServersDeviate() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ChatReplies replies = new ChatReplies(random);
    for (int i = 0; i < REPLIES; i++) {
      List<ToolUse> calls =
          replies.next().toolUses().stream().filter(call -> call.extra().isEmpty()).toList();
      boolean indexed = random.nextBoolean();

      List<String> chunks = deviating(calls, indexed, random);
      String transcript =
          String.join("", chunks)
              + (calls.isEmpty() ? ChatTranscript.delta("\"content\":\"x\"") : "")
              + ChatTranscript.finish("stop");

      assertThat(ChatTranscript.reply(transcript).toolUses())
          .as("seed %d: %s", seed, transcript)
          .containsExactlyElementsOf(calls);
    }
  }

  /// With indexes in turns, whole or in pieces; without, one after the other.
  private static List<String> deviating(List<ToolUse> calls, boolean indexed, Random random) {
    List<String> chunks = new ArrayList<>();
    List<List<String>> rests = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      String index = indexed ? "\"index\":" + (i + 1) + "," : "";
      ToolUse call = calls.get(i);
      List<String> pieces = pieces(CallWriter.arguments(call.input()), random);
      String first = random.nextBoolean() ? pieces.removeFirst() : "";
      chunks.add(
          ChatTranscript.calls(
              "{"
                  + index
                  + "\"id\":\""
                  + call.id()
                  + "\",\"function\":{\"name\":\""
                  + call.name()
                  + "\",\"arguments\":"
                  + quoted(first)
                  + "}}"));
      List<String> rest =
          new ArrayList<>(
              pieces.stream()
                  .map(piece ->
                      ChatTranscript.calls(
                          "{" + index + "\"function\":{\"arguments\":" + quoted(piece) + "}}"))
                  .toList());
      if (indexed) {
        rests.add(rest);
      } else {
        chunks.addAll(rest);
      }
    }
    while (rests.stream().anyMatch(rest -> !rest.isEmpty())) {
      List<String> rest = rests.get(random.nextInt(rests.size()));
      if (!rest.isEmpty()) {
        chunks.add(rest.removeFirst());
      }
    }
    return chunks;
  }

  private static List<String> pieces(String text, Random random) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(9));
      end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  private static List<StreamEvent> fragments(List<StreamEvent> events, Random random) {
    List<StreamEvent> cut = new ArrayList<>();
    for (StreamEvent event : events) {
      switch (event) {
        case StreamEvent.TextDelta(int index, String text) ->
            pieces(text, random).forEach(piece -> cut.add(new StreamEvent.TextDelta(index, piece)));
        case StreamEvent.ReasoningDelta(int index, String text) ->
            pieces(text, random)
                .forEach(piece -> cut.add(new StreamEvent.ReasoningDelta(index, piece)));
        case StreamEvent.ToolInputDelta(int index, String text) ->
            pieces(text, random)
                .forEach(piece -> cut.add(new StreamEvent.ToolInputDelta(index, piece)));
        default -> cut.add(event);
      }
    }
    return cut;
  }

  @Test
  void deltaCostsItsTextItsEventAndItsStamps() {
    List<StreamEvent> events = new ArrayList<>();
    events.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    events.add(
        new StreamEvent.ToolUseStart(0, new ToolUseId("c"), new ToolName("f"), JsonObject.EMPTY));
    for (int i = 0; i < DELTAS; i++) {
      events.add(new StreamEvent.ToolInputDelta(0, "\"line\": \"0123\\n"));
    }
    byte[] stream = stream(events, head(new Random(1))).getBytes(UTF_8);
    decode(stream);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int read = decode(stream);
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / DELTAS;

    assertThat(read).isGreaterThan(DELTAS);
    assertThat(each).isPositive().isLessThan(MAX_BYTES_PER_DELTA);
  }

  @Test
  void cutCallIsCutInBoth() {
    Reply cut =
        new Reply(
            List.of(
                new ToolUse(
                    new ToolUseId("c"), new ToolName("f"), new ToolInput.Truncated("{\"a"))),
            StopReason.Known.MAX_TOKENS,
            Usage.NONE);

    Reply unary = client.reply(server.reply(head(new Random(1)), cut));

    assertThat(unary.content()).isEqualTo(cut.content());
    assertThat(Reply.of(ChatTranscript.events(stream(cut.events(), head(new Random(1))), 5)))
        .isEqualTo(unary);
  }

  private static int decode(byte[] stream) {
    StreamDecoder decoder = new ChatCodec().stream();
    int events = 0;
    for (int at = 0; at < stream.length; at += 16384) {
      decoder.feed(new Chunk(stream, at, Math.min(16384, stream.length - at), at));
      while (decoder.next() instanceof Arrival.Event) {
        events++;
      }
    }
    return events;
  }

  private static ChatHead head(Random random) {
    return new ChatHead("chatcmpl-1", new ModelId("m"), 7, true, Optional.of(random));
  }

  private String stream(List<StreamEvent> events, ChatHead head) {
    ChatStreamEncoder encoder = server.encoder(head);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    events.forEach(event -> all.writeBytes(encoder.event(event)));
    return all.toString(UTF_8);
  }

  private static String quoted(String text) {
    return JsonBinding.mapper().writeValueAsString(text);
  }
}

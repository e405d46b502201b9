package dev.toolwire.wire.translation;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.MessageFold;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.OddContent;
import dev.toolwire.wire.StreamDecoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Makes up a conversation and records it over a wire: each answer is written by the server's side
/// and read by the client's, cut anywhere if it streams.
final class Recording {

  static final List<ToolSpec> TOOLS =
      List.of(
          new ToolSpec("top_song", "The song", JsonObject.parse("{\"type\":\"object\"}")),
          new ToolSpec("fs-write", "Writes", JsonObject.parse("{\"type\":\"object\"}")));

  private final Door door;
  private final Random random;
  private final OddContent odd;
  private final boolean streaming;
  private int calls;

  Recording(Door door, boolean streaming, Random random) {
    this.door = door;
    this.streaming = streaming;
    this.random = random;
    this.odd = new OddContent(random);
  }

  /// A conversation that waits for the model.
  Conversation conversation() {
    Conversation talk = Conversation.startingWith(text());
    for (int turns = 1 + random.nextInt(4); turns > 0; turns--) {
      Reply reply = recorded(answer());
      if (reply.message().isEmpty()) {
        continue;
      }
      Message said = reply.message().get();
      talk =
          said.toolUses().isEmpty()
              ? talk.with(said).say(question())
              : talk.exchange(said, said.toolUses().stream().map(this::result).toList());
      if (!said.toolUses().isEmpty() && random.nextInt(3) == 0) {
        talk = talk.say(text());
      }
    }
    return talk;
  }

  private List<ContentBlock> question() {
    return random.nextInt(3) == 0 ? List.of(new Text(text()), image()) : List.of(new Text(text()));
  }

  private Reply answer() {
    List<ContentBlock> content = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      content.add(new Reasoning(text(), random.nextInt(4) == 0 ? "" : "c2lnbmF0dXJl"));
    }
    boolean callsTools = random.nextBoolean();
    if (!callsTools || random.nextBoolean()) {
      content.add(new Text(text()));
    }
    if (callsTools) {
      for (int parallel = 1 + random.nextInt(3); parallel > 0; parallel--) {
        content.add(call(parallel));
      }
      if (random.nextInt(5) == 0) {
        content.add(new Text(text()));
      }
    }
    return new Reply(
        content,
        callsTools ? StopReason.Known.TOOL_USE : StopReason.Known.END_TURN,
        new Usage(random.nextInt(100), random.nextInt(100)));
  }

  private ToolUse call(int number) {
    String id =
        switch (random.nextInt(6)) {
          case 0 -> "functions.f:" + calls++;
          case 1 -> "call_" + "x".repeat(90) + calls++;
          case 2 -> "kall/ß " + calls++;
          // Some models count anew in every turn.
          case 3 -> "call_" + number;
          default -> "toolu_" + calls++;
        };
    String name =
        switch (random.nextInt(6)) {
          case 0 -> "fs-write";
          case 1 -> "mcp.made up!";
          default -> "top_song";
        };
    return new ToolUse(
        new ToolUseId(id), new ToolName(name), new ToolInput.Parsed(input()), JsonObject.EMPTY);
  }

  private JsonObject input() {
    return switch (random.nextInt(3)) {
      case 0 -> JsonObject.EMPTY;
      case 1 -> JsonObject.of("sign", text());
      default -> JsonObject.parse("{\"n\":[1,2.50,null,{\"a\":true}]}").with("text", text());
    };
  }

  private ToolResult result(ToolUse call) {
    if (random.nextInt(4) == 0) {
      return ToolResult.error(call.id(), text());
    }
    List<ResultBlock> content = new ArrayList<>();
    content.add(random.nextBoolean() ? new Text(text()) : new Json(input()));
    if (random.nextInt(4) == 0) {
      content.add(image());
    }
    return new ToolResult(call.id(), ToolResult.Status.SUCCESS, content);
  }

  private Image image() {
    return new Image("png", new MediaSource.Inline(odd.blob()));
  }

  private String text() {
    return "word " + odd.text() + ".";
  }

  private Reply recorded(Reply reply) {
    if (!streaming) {
      return door.client().reply(door.whole(reply));
    }
    Function<StreamEvent, byte[]> encoder = door.stream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    reply.events().forEach(event -> bytes.writeBytes(encoder.apply(event)));
    return decoded(bytes.toByteArray());
  }

  private Reply decoded(byte[] stream) {
    StreamDecoder decoder = door.client().stream();
    MessageFold fold = new MessageFold();
    int at = 0;
    while (at < stream.length) {
      int length = Math.min(1 + random.nextInt(40), stream.length - at);
      decoder.feed(new Chunk(stream, at, length, at));
      at += length;
      for (Arrival arrival = decoder.next();
          arrival instanceof Arrival.Event(StreamEvent event, _, _);
          arrival = decoder.next()) {
        fold.accept(event);
      }
    }
    decoder.end();
    return fold.reply();
  }
}

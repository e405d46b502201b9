package dev.toolwire.wire.translation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.wire.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Requests that are made of the one before them say what they would if they were written whole.
class ContinuedRequestTest {

  private static final List<Door> DOORS = List.of(Door.values());
  private static final int CONVERSATIONS = 100;

  @ParameterizedTest
  @EnumSource
  void requestsOfAConversationThatGrowsAreThoseOfOneWrittenWhole(Door door) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < CONVERSATIONS; i++) {
      Door origin = DOORS.get(random.nextInt(DOORS.size()));
      boolean streaming = random.nextBoolean();
      Conversation recorded = new Recording(origin, streaming, random).conversation();
      ToolChoice choice = random.nextInt(4) == 0 ? ToolChoice.NONE : ToolChoice.AUTO;

      for (Conversation part : growing(recorded.messages())) {
        ModelRequest request =
            ModelRequest.to(door.model(), part)
                .withSystem("Be brief.")
                .withTools(Recording.TOOLS)
                .withToolChoice(choice)
                .withStreaming(streaming);

        requireSame(door, request, "seed " + seed + ", conversation " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void newIdThatTheWireDoesNotTakeIsReplacedAsInARequestWrittenWhole(Door door) {
    Conversation talk = Conversation.startingWith("Count.");
    for (String id : List.of("a", "b", "functions.f:0", "a", "c")) {
      Message calls =
          new Message(Role.ASSISTANT, List.of(ToolUse.of(id, "top_song", JsonObject.EMPTY)));
      requireSame(door, ModelRequest.to(door.model(), talk).withTools(Recording.TOOLS), id);
      talk = talk.exchange(calls, List.of(ToolResult.success(new ToolUseId(id), new Text("9"))));
    }

    requireSame(door, ModelRequest.to(door.model(), talk).withTools(Recording.TOOLS), "end");
  }

  @ParameterizedTest
  @EnumSource
  void whatElseChangesOnTheWayIsSaid(Door door) {
    Conversation talk = Conversation.startingWith("Hello");
    ModelRequest first = ModelRequest.to(door.model(), talk).withTools(Recording.TOOLS);
    requireSame(door, first, "first");
    Conversation more = talk.with(Message.assistant("Well?")).say("Hello again");

    requireSame(door, first.withConversation(more).withSystem("Be brief."), "system");
    requireSame(door, first.withConversation(more).withTools(List.of()), "no tools");
    requireSame(door, first.withConversation(more).withStreaming(false), "unary");
    requireSame(door, first.withConversation(talk), "shorter again");
    requireSame(
        door,
        first.withConversation(
            more.with(new Message(Role.SYSTEM, more.messages().getFirst().content()))),
        "a system turn");
  }

  /// The conversation as it grew, each the continuation of the one before.
  private static List<Conversation> growing(List<Message> messages) {
    List<Conversation> parts = new ArrayList<>();
    Conversation part = Conversation.empty();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (message.toolUses().isEmpty()) {
        part = part.with(message);
      } else {
        Message answers = messages.get(++i);
        part = part.exchange(message, answers.toolResults());
        if (!part.messages().getLast().equals(answers)) {
          part = Conversation.of(messages.subList(0, i + 1));
        }
      }
      if (part.awaitsModel()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static void requireSame(Door door, ModelRequest request, String which) {
    Encoding continued = door.send(request);
    Encoding whole =
        door.send(request.withConversation(Conversation.of(request.conversation().messages())));

    assertThat(new String(continued.request().body(), UTF_8))
        .as(which)
        .isEqualTo(new String(whole.request().body(), UTF_8));
    assertThat(continued.losses()).as(which).isEqualTo(whole.losses());
    assertThat(continued.aliases()).as(which).isEqualTo(whole.aliases());
  }
}

package dev.toolwire.wire.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.Loss;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.Aliases;
import dev.toolwire.wire.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A conversation that was recorded over one wire goes out over another. What the other side reads
/// there is the same, or the losses name each difference.
class TranslationMatrixTest {

  private static final int ROUNDS = 200;

  static Stream<Arguments> everyOrderedPair() {
    return Arrays.stream(Door.values())
        .flatMap(from ->
            Arrays.stream(Door.values())
                .filter(to -> to != from)
                .flatMap(to ->
                    Stream.of(false, true).map(streaming -> Arguments.of(from, to, streaming))));
  }

  @ParameterizedTest(name = "{0} to {1}, streaming {2}")
  @MethodSource("everyOrderedPair")
  void conversationArrivesOrTheLossesNameEachDifference(Door from, Door to, boolean streaming) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int equal = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String which = "seed " + seed + ", conversation " + i;
      Conversation recorded = new Recording(from, streaming, random).conversation();
      Encoding sent =
          to.send(
              ModelRequest.to(to.model(), recorded)
                  .withTools(Recording.TOOLS)
                  .withStreaming(streaming));

      ModelRequest read = to.read(sent.request());

      assertThat(read.tools()).as(which).isEqualTo(Recording.TOOLS);
      assertThat(read.streaming()).as(which).isEqualTo(streaming);
      Conversation arrived = restored(read.conversation(), sent.aliases());
      requireNamed(recorded, arrived, named(sent.losses()), which);
      equal += arrived.equals(recorded) ? 1 : 0;
    }
    assertThat(equal).as("equal conversations, seed %d", seed).isGreaterThan(ROUNDS / 20);
  }

  /// What is only renamed has been given its name back.
  private static List<Loss> named(Losses losses) {
    return losses.all().stream().filter(loss -> loss.kind() != Loss.Kind.RENAMED).toList();
  }

  /// With the ids and names that the caller knows.
  private static Conversation restored(Conversation read, Aliases aliases) {
    List<Message> messages = new ArrayList<>();
    for (Message message : read.messages()) {
      List<ContentBlock> content =
          message.content().stream().map(block -> restored(block, aliases)).toList();
      messages.add(new Message(message.role(), content, message.extra()));
    }
    return Conversation.of(messages);
  }

  private static ContentBlock restored(ContentBlock block, Aliases aliases) {
    return switch (block) {
      case ToolUse(var id, var name, var input, var extra) ->
          new ToolUse(aliases.original(id), aliases.original(name), input, extra);
      case ToolResult(var id, var status, var content, var extra) ->
          new ToolResult(aliases.original(id), status, content, extra);
      default -> block;
    };
  }

  private static void requireNamed(
      Conversation recorded, Conversation arrived, List<Loss> losses, String which) {
    assertThat(arrived.messages()).as(which).hasSameSizeAs(recorded.messages());
    for (int i = 0; i < recorded.messages().size(); i++) {
      Message before = recorded.messages().get(i);
      Message after = arrived.messages().get(i);
      String path = "messages[" + i + "]";
      assertThat(after.role()).as(which).isEqualTo(before.role());
      List<Loss> here =
          losses.stream()
              .filter(loss -> loss.path().equals(path) || loss.path().startsWith(path + "."))
              .toList();
      if (here.isEmpty()) {
        assertThat(after).as("%s, %s", which, path).isEqualTo(before);
      } else {
        requireEachNamed(before, after, path, here, which);
      }
    }
  }

  /// Whatever block did not arrive is named, and whatever was not named stands in its order.
  private static void requireEachNamed(
      Message before, Message after, String path, List<Loss> losses, String which) {
    String what = which + ", " + path + ", " + losses;
    List<ContentBlock> unnamed = new ArrayList<>();
    for (int j = 0; j < before.content().size(); j++) {
      String at = path + ".content[" + j + "]";
      ContentBlock block = before.content().get(j);
      if (losses.stream().noneMatch(loss -> loss.path().startsWith(at))) {
        unnamed.add(block);
      } else if (block instanceof ToolResult result) {
        requireRest(result, answer(after, result), at, losses, what);
        requireKept(result, after, at, losses, what);
      }
    }
    if (losses.stream().anyMatch(loss -> loss.kind() == Loss.Kind.MOVED)) {
      assertThat(after.content().containsAll(unnamed)).as(what).isTrue();
    } else {
      requireInOrder(unnamed, after.content(), what);
    }
  }

  private static ToolResult answer(Message message, ToolResult result) {
    return message.toolResults().stream()
        .filter(other -> other.id().equals(result.id()))
        .findFirst()
        .orElseThrow();
  }

  /// What of a result was not named is there.
  private static void requireRest(
      ToolResult before, ToolResult after, String path, List<Loss> losses, String what) {
    List<ResultBlock> unnamed = new ArrayList<>();
    for (int k = 0; k < before.content().size(); k++) {
      String at = path + ".content[" + k + "]";
      if (losses.stream().noneMatch(loss -> loss.path().startsWith(at))) {
        unnamed.add(before.content().get(k));
      }
    }
    boolean said = losses.stream().noneMatch(loss -> loss.path().equals(path + ".status"));
    if (said) {
      assertThat(after.status()).as(what).isEqualTo(before.status());
      requireInOrder(unnamed, after.content(), what);
    }
  }

  /// What was moved is elsewhere in the message, what was rewritten is there as its text.
  private static void requireKept(
      ToolResult before, Message after, String path, List<Loss> losses, String what) {
    for (int k = 0; k < before.content().size(); k++) {
      String at = path + ".content[" + k + "]";
      ResultBlock block = before.content().get(k);
      for (Loss loss : losses) {
        if (loss.path().equals(at) && loss.kind() == Loss.Kind.MOVED) {
          assertThat(after.content()).as(what).contains((ContentBlock) block);
        }
        if (loss.path().equals(at) && loss.kind() == Loss.Kind.REWRITTEN) {
          assertThat(answer(after, before).content())
              .as(what)
              .contains(new Text(((Json) block).value().toString()));
        }
      }
    }
  }

  private static <T> void requireInOrder(List<T> some, List<T> all, String what) {
    int found = 0;
    for (T each : all) {
      if (found < some.size() && each.equals(some.get(found))) {
        found++;
      }
    }
    assertThat(found).as("%s: %s in %s", what, some, all).isEqualTo(some.size());
  }
}

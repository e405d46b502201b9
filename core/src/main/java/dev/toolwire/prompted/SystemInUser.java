package dev.toolwire.prompted;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.model.Loss;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Losses;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Gives a system prompt to models that take none: its words stand at the head of the first user
/// message, and say that they are not the user's.
///
/// @param profiles what is known about models
/// @param losses is told what could not be said as it stood
public record SystemInUser(
    Model inner, Function<? super ModelId, ModelProfile> profiles, LossPolicy losses)
    implements Model {

  @Override
  public ModelStream open(ModelRequest request) {
    if (request.system().isEmpty() || profiles.apply(request.model()).system()) {
      return inner.open(request);
    }
    losses.decide(request, losses(request.system()));
    return inner.open(moved(request));
  }

  private static Losses losses(List<SystemBlock> system) {
    return new Losses(
        IntStream.range(0, system.size()).mapToObj(at -> loss(at, system.get(at))).toList());
  }

  private static Loss loss(int at, SystemBlock block) {
    String path = "system[" + at + "]";
    return switch (block) {
      case Text _ ->
          new Loss(
              path,
              Loss.Kind.REWRITTEN,
              "the model takes no system prompt; the first user message tells it as such");
      case CachePoint _ ->
          new Loss(path, Loss.Kind.DROPPED, "a cache point; the model takes no system prompt");
      case Opaque(_, String type, _) ->
          new Loss(path, Loss.Kind.DROPPED, "a block of type " + type + " in the system prompt");
    };
  }

  private static ModelRequest moved(ModelRequest request) {
    String words =
        request.system().stream()
            .filter(Text.class::isInstance)
            .map(block -> ((Text) block).text())
            .collect(Collectors.joining("\n\n"));
    ModelRequest without = request.withSystem(List.of());
    return words.isBlank()
        ? without
        : without.withConversation(headed(words, request.conversation()));
  }

  private static Conversation headed(String words, Conversation conversation) {
    List<Message> messages = new ArrayList<>(conversation.messages());
    Message first = messages.getFirst();
    List<ContentBlock> content = new ArrayList<>();
    content.add(
        new Text(
            """
            [Instructions from the application, not from the user. They hold for the whole conversation.]

            %s

            [End of the instructions. What follows is from the user.]\
            """
                .formatted(words)));
    content.addAll(first.content());
    messages.set(0, new Message(first.role(), content, first.extra()));
    return Conversation.of(messages);
  }
}

package dev.toolwire.quirk;

import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.model.Loss.Kind;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelProfile.ForcedChoice;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import java.util.stream.Stream;

/// Says in words what may not be said as a tool choice.
///
/// The words leave a model more freedom than the choice does, so they are a loss; whoever needs the
/// call for certain forbids losses.
final class ForcedChoiceFit {

  private ForcedChoiceFit() {}

  static ModelRequest fit(ModelRequest request, Occasion occasion) {
    return switch (request.toolChoice()) {
      case ToolChoice.Auto _, ToolChoice.None _ -> request;
      case ToolChoice.Any any ->
          forced(request, any, "Call at least one of the tools in your next message.", occasion);
      case ToolChoice.Named named ->
          forced(
              request, named, "Call the tool " + named.name() + " in your next message.", occasion);
    };
  }

  private static ModelRequest forced(
      ModelRequest request, ToolChoice choice, String words, Occasion occasion) {
    ModelProfile profile = occasion.profile();
    if (!profile.takes(choice)) {
      boolean any = profile.takes(ToolChoice.ANY);
      String instead = any ? "it must call some tool" : "it may choose";
      occasion.lost(
          "toolChoice",
          Kind.CHANGED,
          "the model is not known to take " + name(choice) + "; " + instead + ", and is told");
      return told(request.withToolChoice(any ? ToolChoice.ANY : ToolChoice.AUTO), words, profile);
    }
    return whileThinking(request, words, occasion);
  }

  private static ModelRequest whileThinking(ModelRequest request, String words, Occasion occasion) {
    ForcedChoice forced = occasion.profile().forcedChoice();
    Thinking thinking = Thinking.in(request, occasion.route());
    if (forced == ForcedChoice.ALWAYS
        || thinking == Thinking.OFF
        || (thinking == Thinking.UNSAID && forced == ForcedChoice.UNLESS_THINKING)) {
      return request;
    }
    if (thinking == Thinking.UNSAID) {
      occasion.lost(
          "extra.thinking",
          Kind.CHANGED,
          "thinking is turned off, without which the model takes no forced call");
      return Thinking.off(request, occasion.route());
    }
    occasion.lost(
        "toolChoice",
        Kind.CHANGED,
        "the model takes no forced call while it thinks; it may choose, and is told");
    return told(request.withToolChoice(ToolChoice.AUTO), words, occasion.profile());
  }

  private static ModelRequest told(ModelRequest request, String words, ModelProfile profile) {
    if (!profile.system()) {
      return request.withConversation(request.conversation().say(words));
    }
    return request.withSystem(
        Stream.<SystemBlock>concat(request.system().stream(), Stream.of(new Text(words))).toList());
  }

  private static String name(ToolChoice choice) {
    return choice instanceof ToolChoice.Named(var name)
        ? "the choice of " + name
        : "the choice any";
  }
}

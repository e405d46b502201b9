package dev.toolwire.prompted;

import dev.toolwire.conversation.Message;
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
import dev.toolwire.model.ToolChoice;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextCallStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Gives tools to models that have none.
///
/// The system prompt tells the model which tools there are and how to ask for them in its text;
/// earlier calls and their results are told in words; what the model writes is read for calls, and
/// those come out as native ones do: a block each, with an id, and `tool_use` as the reason to
/// stop. What the model says around them stays text, and streams on at once.
///
/// The request that goes on to `inner` has no tools and no tool blocks.
///
/// @param forms how each model is asked for calls; empty for those that are left alone
/// @param losses is told that tools, calls and results go as text
public record PromptedTools(
    Model inner,
    Function<? super ModelId, Optional<ModelProfile.PromptedTools>> forms,
    LossPolicy losses)
    implements Model {

  /// Prompts every model, also those that take tools.
  ///
  /// @param profiles what is known about models
  public static PromptedTools always(
      Model inner, Function<? super ModelId, ModelProfile> profiles, LossPolicy losses) {
    return new PromptedTools(
        inner, model -> Optional.of(profiles.apply(model).promptedTools()), losses);
  }

  @Override
  public ModelStream open(ModelRequest request) {
    return forms
        .apply(request.model())
        .map(form -> open(request, PromptStyle.of(form)))
        .orElseGet(() -> inner.open(request));
  }

  private ModelStream open(ModelRequest request, PromptStyle style) {
    Losses lost = losses(request);
    if (!lost.isEmpty()) {
      losses.decide(request, lost);
    }
    ModelRequest plain =
        request
            .withTools(List.of())
            .withToolChoice(ToolChoice.AUTO)
            .withConversation(Retelling.of(request.conversation()));
    if (request.tools().isEmpty() || request.toolChoice() instanceof ToolChoice.None) {
      return inner.open(plain);
    }
    List<SystemBlock> system = new ArrayList<>(request.system());
    system.add(new Text(Instructions.of(style, request.tools(), request.toolChoice())));
    return TextCallStream.prompted(
        inner.open(plain.withSystem(system)),
        request,
        RescueTools.of(request.tools(), _ -> style.hasNoMarkers()),
        RescueConfig.of(Rescue.NORMAL, request).withDialect(style.format()));
  }

  /// A prompt in place of tools is how such a model is used, and says all that they say.
  private static Losses losses(ModelRequest request) {
    List<Loss> lost = new ArrayList<>();
    if (!request.tools().isEmpty()) {
      lost.add(
          new Loss(
              "tools", Loss.Kind.REWRITTEN, "the system prompt tells of them, and asks for text"));
    }
    List<Message> messages = request.conversation().messages();
    for (int i = 0; i < messages.size(); i++) {
      if (!Retelling.isPlain(messages.get(i))) {
        lost.add(
            new Loss("messages[" + i + "]", Loss.Kind.REWRITTEN, "calls and results go as text"));
      }
    }
    return new Losses(lost);
  }
}

package dev.toolwire.rescue;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.ToolSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A model whose calls in text come out as if it had made them natively.
///
/// Each rescued call is a toolUse block with its [Provenance] in `extra`; the prose around it stays
/// text, and the stop reason becomes `tool_use`. Nothing is rescued from an answer that has native
/// calls, from reasoning, or if the request wants structured output; a text that stands in the
/// request word for word is never more than a suggestion. Text streams on as it comes; should a
/// native call follow a rescued one, the [answer begins anew][TextCallStream] without the latter.
public final class RescueModel implements Model {

  private static final Set<String> STRUCTURED_OUTPUT =
      Set.of("response_format", "outputConfig", "output_config", "output_format");

  private record Declared(List<ToolSpec> specs, RescueTools tools) {}

  private final Model model;
  private final Rescue mode;
  private final Predicate<ToolName> harmless;
  private volatile @Nullable Declared latest;

  private RescueModel(Model model, Rescue mode, Predicate<ToolName> harmless) {
    this.model = model;
    this.mode = mode;
    this.harmless = harmless;
  }

  /// The model with its calls in text made native.
  ///
  /// @param tools those that will be run; only the idempotent ones are harmless
  public static Model around(Model model, Rescue mode, ToolSet tools) {
    Set<ToolName> harmless =
        tools.tools().stream()
            .filter(tool -> tool.traits().idempotent())
            .map(tool -> tool.spec().name())
            .collect(Collectors.toUnmodifiableSet());
    return new RescueModel(model, mode, harmless::contains);
  }

  @Override
  public ModelStream open(ModelRequest request) {
    ModelRequest plain = withoutProvenance(request);
    boolean off =
        mode == Rescue.OFF
            || request.tools().isEmpty()
            || request.toolChoice() instanceof ToolChoice.None
            || request.extra().names().stream().anyMatch(STRUCTURED_OUTPUT::contains);
    if (off) {
      return model.open(plain);
    }
    return TextCallStream.rescuing(
        model.open(plain), request, tools(request.tools()), RescueConfig.of(mode, request));
  }

  private RescueTools tools(List<ToolSpec> specs) {
    Declared known = latest;
    if (known == null || !known.specs().equals(specs)) {
      known = new Declared(specs, RescueTools.of(specs, harmless));
      latest = known;
    }
    return known.tools();
  }

  /// The request as a wire takes it: where a call came from is between us.
  private static ModelRequest withoutProvenance(ModelRequest request) {
    List<Message> messages = request.conversation().messages();
    List<Message> plain = messages.stream().map(RescueModel::withoutProvenance).toList();
    return plain.equals(messages) ? request : request.withConversation(Conversation.of(plain));
  }

  private static Message withoutProvenance(Message message) {
    boolean rescued =
        message.toolUses().stream().anyMatch(call -> Provenance.in(call.extra()).isPresent());
    return rescued
        ? new Message(
            message.role(),
            message.content().stream()
                .map(block -> block instanceof ToolUse call ? withoutProvenance(call) : block)
                .toList(),
            message.extra())
        : message;
  }

  /// The call as it is sent to a model.
  public static ToolUse withoutProvenance(ToolUse call) {
    return Provenance.in(call.extra()).isEmpty()
        ? call
        : new ToolUse(call.id(), call.name(), call.input(), JsonObject.EMPTY);
  }
}

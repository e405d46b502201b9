package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Which of the calls in a text become blocks.
///
/// @param prompted whether the model can call in no other way: then a call that cannot be run
///   becomes a block all the same, so that the model is told what is wrong with it; otherwise it
///   stays text
record CallBlocks(RescueTools tools, RescueConfig config, boolean prompted) {

  /// The blocks that tell what is called in `envelope`; none if all of it is text.
  List<CallBlock> of(Finding.Envelope envelope) {
    return envelope.calls().stream()
        .flatMap(call -> block(call, envelope.text()).stream())
        .toList();
  }

  private Optional<CallBlock> block(TextCall call, String text) {
    return switch (call) {
      case TextCall.Call found ->
          Optional.of(
              new CallBlock(
                  found.name(),
                  found.arguments().toString(),
                  found.id(),
                  Provenance.of(found).toExtra()));
      case TextCall.Suggested found when wasAskedFor(found) ->
          Optional.of(
              new CallBlock(
                  found.name(), found.arguments().toString(), "", Provenance.of(found).toExtra()));
      case TextCall.Unknown(String name, _, _) when tools.exact(name) == null -> fault(name, "{}");
      case TextCall.Broken(String name, _, _) -> fault(name, text);
      case TextCall.Suggested _, TextCall.Unknown _, TextCall.Repeated _, TextCall.Truncated _ ->
          Optional.empty();
    };
  }

  /// Whether a call that had to be mended stands in a form that a prompt asked for: then there is
  /// no doubt what it was meant to be.
  private boolean wasAskedFor(TextCall.Suggested call) {
    return prompted
        && call.format().kind() != Format.Kind.NEUTRAL
        && call.level().atLeast(Level.BARE);
  }

  private Optional<CallBlock> fault(String name, String input) {
    return prompted && !name.isEmpty()
        ? Optional.of(new CallBlock(name, input, "", JsonObject.EMPTY))
        : Optional.empty();
  }
}

package dev.toolwire.quirk;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.Alphabet;
import dev.toolwire.wire.Fitting;
import java.util.Optional;

/// Calls the calls of a history by ids of nine letters and digits: "Tool call id was … but must be
/// a-z, A-Z, 0-9, with a length of 9."
final class ToolUseIdFit {

  private static final Alphabet NINE = new Alphabet(9, 9, "");

  private ToolUseIdFit() {}

  static ModelRequest fit(ModelRequest request, Occasion occasion) {
    Fitting fitting = new Fitting(NINE, NINE);
    ModelRequest fitted =
        Turns.fit(
            request,
            block -> block instanceof ToolUse || block instanceof ToolResult,
            (path, block) -> Optional.of(fit(path + ".id", block, fitting)));
    fitting.losses().forEach(loss -> occasion.lost(loss.path(), loss.kind(), loss.detail()));
    return fitted;
  }

  private static ContentBlock fit(String path, ContentBlock block, Fitting fitting) {
    return switch (block) {
      case ToolUse call -> call.withId(fitting.id(path, call.id()));
      case ToolResult(var id, var status, var content, var extra) ->
          new ToolResult(fitting.id(path, id), status, content, extra);
      default -> block;
    };
  }
}

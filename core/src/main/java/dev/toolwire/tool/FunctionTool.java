package dev.toolwire.tool;

import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// A tool made of its parts.
record FunctionTool(ToolSpec spec, ToolTraits traits, ToolFunction<? super JsonObject> function)
    implements Tool {

  @Override
  public ToolOutcome run(ToolCall call) throws Exception {
    try {
      return outcome(function.apply(call.input()));
    } catch (InputMismatchException misfit) {
      return ToolOutcome.retry(misfit.advice());
    }
  }

  private static ToolOutcome outcome(@Nullable Object answer) {
    return switch (answer) {
      case null -> ToolOutcome.ok();
      case ToolOutcome outcome -> outcome;
      case ResultBlock block -> ToolOutcome.ok(block);
      case Collection<?> blocks when areBlocks(blocks) ->
          new ToolOutcome.Ok(blocks.stream().map(ResultBlock.class::cast).toList());
      case CharSequence text -> ToolOutcome.text(text.toString());
      default -> ToolOutcome.json(answer);
    };
  }

  private static boolean areBlocks(Collection<?> answer) {
    return !answer.isEmpty() && answer.stream().allMatch(ResultBlock.class::isInstance);
  }
}

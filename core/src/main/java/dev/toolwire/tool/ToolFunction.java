package dev.toolwire.tool;

import org.jspecify.annotations.Nullable;

/// What a tool does with its input, as a lambda.
///
/// It may answer with a [ToolOutcome], or with any value: text stays text, and so do
/// [blocks][dev.toolwire.conversation.ResultBlock] such as an image, one or a list of them; null
/// means done and nothing to say; everything else becomes JSON. What it throws counts as failed, as
/// in [Tool#run].
@FunctionalInterface
public interface ToolFunction<I> {
  @Nullable Object apply(I input) throws Exception;
}

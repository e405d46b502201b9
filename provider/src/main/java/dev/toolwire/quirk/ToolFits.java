package dev.toolwire.quirk;

import dev.toolwire.model.Loss.Kind;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Declares tools without what a model or its route refuses about them.
final class ToolFits {

  private ToolFits() {}

  static ModelRequest withoutStrict(ModelRequest request, Occasion occasion) {
    return without(
        request,
        ToolSpec::strict,
        tool ->
            new ToolSpec(
                tool.name(), tool.description(), tool.inputSchema(), false, tool.eagerInput()),
        path ->
            occasion.lost(
                path + ".strict",
                Kind.DROPPED,
                "the model does not take it; inputs are checked when they arrive"));
  }

  static ModelRequest withoutEagerInput(ModelRequest request, Occasion occasion) {
    return without(
        request,
        ToolSpec::eagerInput,
        tool ->
            new ToolSpec(tool.name(), tool.description(), tool.inputSchema(), tool.strict(), false),
        path ->
            occasion.lost(
                path + ".eagerInput",
                Kind.DROPPED,
                "there is no way to ask this model for input as it is generated"));
  }

  static ModelRequest unary(ModelRequest request, Occasion occasion) {
    if (!request.streaming() || request.tools().isEmpty()) {
      return request;
    }
    occasion.lost(
        "streaming",
        Kind.CHANGED,
        "the model takes no tools in a stream; the whole answer is asked for, and told as one");
    return request.withStreaming(false);
  }

  private static ModelRequest without(
      ModelRequest request,
      Predicate<ToolSpec> has,
      UnaryOperator<ToolSpec> less,
      java.util.function.Consumer<String> tell) {
    if (request.tools().stream().noneMatch(has)) {
      return request;
    }
    List<ToolSpec> tools = new ArrayList<>(request.tools());
    for (int i = 0; i < tools.size(); i++) {
      if (has.test(tools.get(i))) {
        tell.accept("tools[" + i + "]");
        tools.set(i, less.apply(tools.get(i)));
      }
    }
    return request.withTools(tools);
  }
}

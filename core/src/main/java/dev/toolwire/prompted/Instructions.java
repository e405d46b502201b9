package dev.toolwire.prompted;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import java.util.List;
import java.util.stream.Collectors;

/// What a model is told so that it can ask for tools in its text.
final class Instructions {

  private Instructions() {}

  static String of(PromptStyle style, List<ToolSpec> tools, ToolChoice choice) {
    return """
    You can use tools. You do not run them yourself: you write that you want to, and the program \
    between you and the user runs them and tells you their results. These are the tools, as JSON, \
    with a JSON Schema for the parameters of each:

    %s

    How to ask for tools:
    - %s
    %s
    - Use only these tools, with exactly these names, and only the parameters in their schemas.
    - Take one step after the other. Ask for all calls that you can make now, together; a call that \
    needs the result of another has to wait until you know that result. Write plain values only, \
    never an expression or a reference to another call.
    - After asking, stop and wait. The results come with the next message; never make one up.
    - If a tool reports an error, read it, correct the call, and ask again. After three errors give \
    up, and tell the user what does not work.
    - Once you know enough, answer the user in plain words, without asking for tools.%s\
    """
        .formatted(
            tools.stream().map(Instructions::json).collect(Collectors.joining("\n")),
            style.manner(),
            style.example(),
            obligation(choice));
  }

  private static String json(ToolSpec tool) {
    return JsonObject.of("name", tool.name())
        .with("description", tool.description())
        .with("parameters", tool.inputSchema())
        .toString();
  }

  private static String obligation(ToolChoice choice) {
    return switch (choice) {
      case ToolChoice.Auto _, ToolChoice.None _ -> "";
      case ToolChoice.Any _ ->
          "\n\nIn your next message you must ask for at least one tool; do not answer yet.";
      case ToolChoice.Named(var name) ->
          "\n\nIn your next message you must ask for the tool %s, and for no other; do not answer yet."
              .formatted(name);
    };
  }
}

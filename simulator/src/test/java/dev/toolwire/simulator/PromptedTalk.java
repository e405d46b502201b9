package dev.toolwire.simulator;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.simulator.Caller.Fails;
import dev.toolwire.simulator.Caller.TestTool;
import dev.toolwire.simulator.Caller.Works;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;

/// A conversation with a model that is told of its tools by a prompt: its calls are read out of its
/// text, and what they bring is told it as text.
///
/// @param calls every call, as `tool {input}`
/// @param replies what the model said, round by round
record PromptedTalk(List<String> calls, List<String> replies) {

  /// How the result of a call may be told.
  enum Telling {
    SENTENCES {
      @Override
      String of(TestTool tool, JsonNode input, Caller.ToolOutcome outcome) {
        return switch (outcome) {
          case Works(JsonObject value) ->
              "%s(%s) returned %s".formatted(toolName(tool), input, value);
          case Fails(String words) -> "%s(%s) failed: %s".formatted(toolName(tool), input, words);
        };
      }
    },
    OBJECTS {
      @Override
      String of(TestTool tool, JsonNode input, Caller.ToolOutcome outcome) {
        JsonObject told = JsonObject.of("name", toolName(tool));
        return switch (outcome) {
          case Works(JsonObject value) -> told.with("result", value.toNode()).toString();
          case Fails(String words) -> told.with("error", words).toString();
        };
      }
    },
    BLOCKS {
      @Override
      String of(TestTool tool, JsonNode input, Caller.ToolOutcome outcome) {
        return switch (outcome) {
          case Works(JsonObject value) ->
              "## Result of " + toolName(tool) + "\n" + value.toString().replace(":", ": ") + "\n";
          case Fails(String words) -> "## Error of " + toolName(tool) + "\n" + words + "\n";
        };
      }
    };

    abstract String of(TestTool tool, JsonNode input, Caller.ToolOutcome outcome);

    private static String toolName(TestTool tool) {
      return tool.spec().name().value();
    }
  }

  /// Talks until the model calls no more tools, but for ten rounds at most.
  ///
  /// @param instructed whether there is a system prompt; else the prompt leads the first message
  static PromptedTalk about(
      Caller caller,
      String model,
      String question,
      boolean instructed,
      Telling telling,
      TestTool... tools) {
    PromptedTalk talk = new PromptedTalk(new ArrayList<>(), new ArrayList<>());
    String prompt =
        "Tools, called by a line \"Tool Call:\" and an array:\n"
            + List.of(tools).stream()
                .map(tool -> tool.spec().name() + ": " + tool.spec().inputSchema())
                .collect(Collectors.joining("\n"));
    Conversation conversation =
        Conversation.startingWith(instructed ? question : prompt + "\n\n" + question);
    ModelRequest request = ModelRequest.to(new ModelId(model), conversation);
    request = instructed ? request.withSystem(prompt) : request;
    for (int round = 0; round < 10; round++) {
      Reply reply = caller.ask(request);
      talk.replies.add(reply.text());
      String told = talk.results(reply.text(), telling, tools);
      if (told.isEmpty()) {
        return talk;
      }
      request =
          request.withConversation(
              request
                  .conversation()
                  .with(new Message(Role.ASSISTANT, reply.content()))
                  .say(told + "\nIf a call ended with an error, correct it and try again."));
    }
    return talk;
  }

  private String results(String text, Telling telling, TestTool... tools) {
    StringBuilder told = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf("tool call:"); at >= 0; at = lower.indexOf("tool call:", at + 1)) {
      JsonNode array = first(text.substring(text.indexOf('[', at)));
      for (JsonNode call : array) {
        calls.add(call.path("name").asString() + " " + call.path("arguments"));
        told.append(result(call, telling, tools)).append('\n');
      }
    }
    return told.toString();
  }

  /// The value at the beginning of `text`, whatever follows.
  private static JsonNode first(String text) {
    return JsonBinding.mapper()
        .reader()
        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readTree(text);
  }

  private static String result(JsonNode call, Telling telling, TestTool... tools) {
    for (TestTool tool : tools) {
      if (tool.spec().name().value().equals(call.path("name").asString())) {
        JsonObject input = JsonObject.parse(call.path("arguments").toString());
        return telling.of(tool, call.path("arguments"), tool.work().apply(input));
      }
    }
    throw new AssertionError("the model calls a tool that there is not: " + call);
  }
}

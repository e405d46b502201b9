package dev.toolwire.conformance;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Ways to have a conversation with OpenAI's SDK, one answer at a time or chunk by chunk. It has no
/// loop of its own for Chat Completions.
enum OpenAiTalk {
  WHOLE {
    @Override
    Said about(OpenAIClient client, String model, String text) {
      return loop(model, text, params -> client.chat().completions().create(params));
    }
  },
  STREAMED {
    @Override
    Said about(OpenAIClient client, String model, String text) {
      return loop(model, text, params -> streamed(client, params));
    }
  };

  private static final int MOST_ROUNDS = 8;

  /// Asks until no tool is asked for.
  abstract Said about(OpenAIClient client, String model, String text);

  static ChatCompletionCreateParams question(String model, String text) {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder().model(model).addUserMessage(text);
    Tools.ALL.forEach(tool -> params.addTool(function(tool)));
    return params.build();
  }

  private static ChatCompletionFunctionTool function(Tools.Tool tool) {
    Map<String, Map<String, String>> properties =
        tool.strings().stream()
            .collect(Collectors.toMap(Function.identity(), _ -> Map.of("type", "string")));
    return ChatCompletionFunctionTool.builder()
        .function(
            FunctionDefinition.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(
                    FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(properties))
                        .putAdditionalProperty("required", JsonValue.from(tool.strings()))
                        .build())
                .build())
        .build();
  }

  /// What the chunks of a stream come to.
  static ChatCompletion streamed(OpenAIClient client, ChatCompletionCreateParams params) {
    ChatCompletionAccumulator completion = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(params)) {
      chunks.stream().forEach(completion::accumulate);
    }
    return completion.chatCompletion();
  }

  private static Said loop(
      String model, String text, Function<ChatCompletionCreateParams, ChatCompletion> ask) {
    List<Said.Turn> turns = new ArrayList<>();
    ChatCompletionCreateParams params = question(model, text);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ChatCompletion.Choice choice = ask.apply(params).choices().getFirst();
      turns.add(said(choice.message()));
      if (!choice.finishReason().equals(ChatCompletion.Choice.FinishReason.TOOL_CALLS)) {
        return new Said(turns);
      }
      ChatCompletionCreateParams.Builder next = params.toBuilder().addMessage(choice.message());
      turns.getLast().calls().forEach(call -> next.addMessage(run(call)));
      params = next.build();
    }
    throw new IllegalStateException("the model still asks for tools after " + MOST_ROUNDS);
  }

  /// The wire has no sign for a failure, so the words have to say it.
  private static ChatCompletionToolMessageParam run(Said.Call call) {
    Tools.Result result = Tools.run(call.name(), call.input());
    return ChatCompletionToolMessageParam.builder()
        .toolCallId(call.id())
        .content(result.failed() ? "Error: " + result.text() : result.text())
        .build();
  }

  private static Said.Turn said(ChatCompletionMessage message) {
    List<Said.Call> calls =
        message.toolCalls().orElse(List.of()).stream()
            .map(ChatCompletionMessageToolCall::asFunction)
            .map(OpenAiTalk::call)
            .toList();
    return new Said.Turn(message.content().orElse(""), calls);
  }

  private static Said.Call call(ChatCompletionMessageFunctionToolCall call) {
    return new Said.Call(call.id(), call.function().name(), call.function().arguments());
  }
}

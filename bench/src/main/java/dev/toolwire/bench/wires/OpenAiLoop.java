package dev.toolwire.bench.wires;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionTool;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import dev.toolwire.bench.loop.LoopContender;
import dev.toolwire.bench.loop.Peppers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// OpenAI's SDK as it comes, with a loop in its types.
final class OpenAiLoop implements LoopContender {

  private static final ChatCompletionStreamOptions WITH_USAGE =
      ChatCompletionStreamOptions.builder().includeUsage(true).build();

  private final OpenAIClient client;
  private final List<ChatCompletionTool> counting =
      List.of(
          tool(Peppers.COUNT, Peppers.COUNT_SAYS, Peppers.COUNT_SCHEMA),
          tool(Peppers.MULTIPLY, Peppers.MULTIPLY_SAYS, Peppers.MULTIPLY_SCHEMA));
  private final List<ChatCompletionTool> writing =
      List.of(tool(Peppers.WRITE, Peppers.WRITE_SAYS, Peppers.WRITE_SCHEMA));

  OpenAiLoop(URI base) {
    this.client = OpenAIOkHttpClient.builder().baseUrl(base + "/v1").apiKey(Wire.KEY).build();
  }

  private static ChatCompletionTool tool(String name, String says, String schema) {
    return ChatCompletionTool.ofFunction(
        ChatCompletionFunctionTool.builder()
            .function(
                FunctionDefinition.builder()
                    .name(name)
                    .description(says)
                    .parameters(parsed(schema, FunctionParameters.class))
                    .build())
            .build());
  }

  private static <T> T parsed(String json, Class<T> type) {
    try {
      return ObjectMappers.jsonMapper().readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  @Override
  public String ask(String model, boolean streaming) {
    List<ChatCompletionMessageParam> messages = new ArrayList<>();
    messages.add(
        ChatCompletionMessageParam.ofUser(
            ChatCompletionUserMessageParam.builder().content(Peppers.QUESTION).build()));
    while (true) {
      var request =
          ChatCompletionCreateParams.builder()
              .model(model)
              .messages(messages)
              .tools(model.equals(Wire.CHAT.longInputModel()) ? writing : counting);
      ChatCompletionAssistantMessageParam answer =
          streaming ? streamed(request.streamOptions(WITH_USAGE).build()) : whole(request.build());
      List<ChatCompletionMessageToolCall> calls = answer.toolCalls().orElse(List.of());
      if (calls.isEmpty()) {
        return answer.content().orElseThrow().asText();
      }
      messages.add(ChatCompletionMessageParam.ofAssistant(answer));
      calls.forEach(call -> messages.add(result(call.function().orElseThrow())));
    }
  }

  private ChatCompletionAssistantMessageParam whole(ChatCompletionCreateParams request) {
    return client.chat().completions().create(request).choices().getFirst().message().toParam();
  }

  private ChatCompletionAssistantMessageParam streamed(ChatCompletionCreateParams request) {
    OpenAiFold fold = new OpenAiFold();
    try (var response = client.chat().completions().createStreaming(request)) {
      response.stream().forEach(fold::accept);
    }
    return fold.message();
  }

  private static ChatCompletionMessageParam result(ChatCompletionMessageFunctionToolCall call) {
    JsonNode input = parsed(call.function().arguments(), JsonNode.class);
    return ChatCompletionMessageParam.ofTool(
        ChatCompletionToolMessageParam.builder()
            .toolCallId(call.id())
            .content(Peppers.run(call.function().name(), name -> input.path(name).asText()))
            .build());
  }

  @Override
  public void close() {
    client.close();
  }
}

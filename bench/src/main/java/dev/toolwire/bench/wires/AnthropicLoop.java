package dev.toolwire.bench.wires;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUnion;
import com.anthropic.models.messages.ToolUseBlockParam;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.toolwire.bench.loop.LoopContender;
import dev.toolwire.bench.loop.Peppers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Anthropic's SDK as it comes, with a loop in its types.
final class AnthropicLoop implements LoopContender {

  private static final int MAX_TOKENS = 4096;

  private final AnthropicClient client;
  private final List<ToolUnion> counting =
      List.of(
          tool(Peppers.COUNT, Peppers.COUNT_SAYS, Peppers.COUNT_SCHEMA),
          tool(Peppers.MULTIPLY, Peppers.MULTIPLY_SAYS, Peppers.MULTIPLY_SCHEMA));
  private final List<ToolUnion> writing =
      List.of(tool(Peppers.WRITE, Peppers.WRITE_SAYS, Peppers.WRITE_SCHEMA));

  AnthropicLoop(URI base) {
    this.client = AnthropicOkHttpClient.builder().baseUrl(base.toString()).apiKey(Wire.KEY).build();
  }

  private static ToolUnion tool(String name, String says, String schema) {
    return ToolUnion.ofTool(
        Tool.builder()
            .name(name)
            .description(says)
            .inputSchema(parsed(schema, Tool.InputSchema.class))
            .build());
  }

  /// JSON text as the SDK wants it.
  static <T> T parsed(String json, Class<T> type) {
    try {
      return ObjectMappers.jsonMapper().readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  @Override
  public String ask(String model, boolean streaming) {
    List<MessageParam> messages = new ArrayList<>();
    messages.add(MessageParam.ofUser(Peppers.QUESTION));
    while (true) {
      MessageCreateParams request =
          MessageCreateParams.builder()
              .model(model)
              .maxTokens(MAX_TOKENS)
              .messages(messages)
              .tools(model.equals(Wire.MESSAGES.longInputModel()) ? writing : counting)
              .build();
      List<ContentBlockParam> answer = streaming ? streamed(request) : whole(request);
      List<ContentBlockParam> results =
          answer.stream().flatMap(block -> block.toolUse().stream()).map(this::result).toList();
      if (results.isEmpty()) {
        return answer.getFirst().asText().text();
      }
      messages.add(MessageParam.ofAssistantOfContentBlockParams(answer));
      messages.add(MessageParam.ofUserOfContentBlockParams(results));
    }
  }

  private List<ContentBlockParam> whole(MessageCreateParams request) {
    return client.messages().create(request).content().stream().map(ContentBlock::toParam).toList();
  }

  private List<ContentBlockParam> streamed(MessageCreateParams request) {
    AnthropicFold fold = new AnthropicFold();
    try (var response = client.messages().createStreaming(request)) {
      response.stream().forEach(fold::accept);
    }
    return fold.content();
  }

  private ContentBlockParam result(ToolUseBlockParam call) {
    Map<String, JsonValue> input =
        call._input().asObject().orElseGet(() -> call.input()._additionalProperties());
    return ContentBlockParam.ofToolResult(
        ToolResultBlockParam.builder()
            .toolUseId(call.id())
            .content(Peppers.run(call.name(), name -> member(input, name)))
            .build());
  }

  private static String member(Map<String, JsonValue> input, String name) {
    return Objects.requireNonNull(input.get(name), name).asStringOrThrow();
  }

  @Override
  public void close() {
    client.close();
  }
}

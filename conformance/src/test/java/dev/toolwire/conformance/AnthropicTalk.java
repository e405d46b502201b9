package dev.toolwire.conformance;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.BetaMessageAccumulator;
import com.anthropic.helpers.BetaRunnableTool;
import com.anthropic.helpers.BetaToolRunner;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.beta.messages.BetaContentBlock;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaRawMessageStreamEvent;
import com.anthropic.models.beta.messages.BetaTool;
import com.anthropic.models.beta.messages.BetaToolResultBlockParam;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// Ways to have a conversation with Anthropic's SDK: programs that run the tools themselves, one
/// answer at a time or event by event, and the SDK's own loop.
enum AnthropicTalk {
  WHOLE {
    @Override
    Said about(AnthropicClient client, String model, String text) {
      return loop(model, text, params -> client.messages().create(params));
    }
  },
  STREAMED {
    @Override
    Said about(AnthropicClient client, String model, String text) {
      return loop(model, text, params -> streamed(client, params));
    }
  },
  TOOL_RUNNER {
    @Override
    Said about(AnthropicClient client, String model, String text) {
      List<BetaMessage> messages = new ArrayList<>();
      runner(client, model, text).forEach(messages::add);
      return new Said(messages.stream().map(AnthropicTalk::said).toList());
    }
  },
  TOOL_RUNNER_STREAMED {
    @Override
    Said about(AnthropicClient client, String model, String text) {
      List<BetaMessage> messages = new ArrayList<>();
      for (StreamResponse<BetaRawMessageStreamEvent> events :
          runner(client, model, text).streaming()) {
        BetaMessageAccumulator message = BetaMessageAccumulator.create();
        events.stream().forEach(message::accumulate);
        messages.add(message.message());
      }
      return new Said(messages.stream().map(AnthropicTalk::said).toList());
    }
  };

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_ROUNDS = 8;
  private static final long MAX_TOKENS = 64_000;
  private static final JsonValue STRING = JsonValue.from(Map.of("type", "string"));

  /// Asks until no tool is asked for.
  abstract Said about(AnthropicClient client, String model, String text);

  static MessageCreateParams question(String model, String text) {
    MessageCreateParams.Builder params =
        MessageCreateParams.builder().model(model).maxTokens(MAX_TOKENS).addUserMessage(text);
    Tools.ALL.forEach(tool ->
        params.addTool(
            Tool.builder()
                .name(tool.name())
                .description(tool.description())
                .inputSchema(schema(tool))
                .build()));
    return params.build();
  }

  /// What the events of a stream come to.
  static Message streamed(AnthropicClient client, MessageCreateParams params) {
    MessageAccumulator message = MessageAccumulator.create();
    try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params)) {
      events.stream().forEach(message::accumulate);
    }
    return message.message();
  }

  private static Said loop(String model, String text, Function<MessageCreateParams, Message> ask) {
    List<Said.Turn> turns = new ArrayList<>();
    MessageCreateParams params = question(model, text);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Message message = ask.apply(params);
      turns.add(said(message));
      if (!message.stopReason().equals(Optional.of(StopReason.TOOL_USE))) {
        return new Said(turns);
      }
      List<ContentBlockParam> results =
          turns.getLast().calls().stream().map(AnthropicTalk::run).toList();
      params =
          params.toBuilder()
              .addMessage(message)
              .addUserMessageOfContentBlockParams(results)
              .build();
    }
    throw new IllegalStateException("the model still asks for tools after " + MOST_ROUNDS);
  }

  private static ContentBlockParam run(Said.Call call) {
    Tools.Result result = Tools.run(call.name(), call.input());
    return ContentBlockParam.ofToolResult(
        ToolResultBlockParam.builder()
            .toolUseId(call.id())
            .content(result.text())
            .isError(result.failed())
            .build());
  }

  private static BetaToolRunner runner(AnthropicClient client, String model, String text) {
    var params =
        com.anthropic.models.beta.messages.MessageCreateParams.builder()
            .model(model)
            .maxTokens(MAX_TOKENS)
            .addUserMessage(text);
    Tools.ALL.forEach(tool -> params.addTool(runnable(tool)));
    return client.beta().messages().toolRunner(params.build());
  }

  private static BetaRunnableTool runnable(Tools.Tool tool) {
    BetaTool.InputSchema.Properties.Builder properties = BetaTool.InputSchema.Properties.builder();
    tool.strings().forEach(name -> properties.putAdditionalProperty(name, STRING));
    BetaTool declared =
        BetaTool.builder()
            .name(tool.name())
            .description(tool.description())
            .inputSchema(
                BetaTool.InputSchema.builder()
                    .properties(properties.build())
                    .required(tool.strings())
                    .build())
            .build();
    return BetaRunnableTool.of(
        declared,
        input -> BetaToolResultBlockParam.Content.ofString(Tools.run(tool.name(), input).text()));
  }

  private static Tool.InputSchema schema(Tools.Tool tool) {
    Tool.InputSchema.Properties.Builder properties = Tool.InputSchema.Properties.builder();
    tool.strings().forEach(name -> properties.putAdditionalProperty(name, STRING));
    return Tool.InputSchema.builder()
        .properties(properties.build())
        .required(tool.strings())
        .build();
  }

  private static Said.Turn said(Message message) {
    StringBuilder text = new StringBuilder();
    List<Said.Call> calls = new ArrayList<>();
    for (ContentBlock block : message.content()) {
      block.text().ifPresent(words -> text.append(words.text()));
      block
          .toolUse()
          .ifPresent(use -> calls.add(new Said.Call(use.id(), use.name(), json(use._input()))));
    }
    return new Said.Turn(text.toString(), calls);
  }

  private static Said.Turn said(BetaMessage message) {
    StringBuilder text = new StringBuilder();
    List<Said.Call> calls = new ArrayList<>();
    for (BetaContentBlock block : message.content()) {
      block.text().ifPresent(words -> text.append(words.text()));
      block
          .toolUse()
          .ifPresent(use -> calls.add(new Said.Call(use.id(), use.name(), json(use._input()))));
    }
    return new Said.Turn(text.toString(), calls);
  }

  private static String json(JsonValue input) {
    return JSON.writeValueAsString(input.convert(Object.class));
  }
}

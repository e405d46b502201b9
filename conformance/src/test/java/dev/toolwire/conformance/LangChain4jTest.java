package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// LangChain4j, whose own loop runs the tools.
class LangChain4jTest implements Conversations.WithHaiku<LangChain4jModel> {

  private static final Map<ToolSpecification, ToolExecutor> TOOLS =
      Tools.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(LangChain4jTest::specification, _ -> executor()));

  private final Door door = Door.open();
  private final MessageWindowChatMemory memory = MessageWindowChatMemory.withMaxMessages(100);

  @AfterEach
  void close() {
    door.close();
  }

  static LangChain4jModel[] ways() {
    return LangChain4jModel.values();
  }

  private static ToolSpecification specification(Tools.Tool tool) {
    JsonObjectSchema.Builder input = JsonObjectSchema.builder();
    tool.strings().forEach(input::addStringProperty);
    return ToolSpecification.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(input.required(tool.strings()).build())
        .build();
  }

  /// A tool that fails throws here; its words go to the model.
  private static ToolExecutor executor() {
    return (call, _) -> {
      Tools.Result result = Tools.run(call.name(), call.arguments());
      if (result.failed()) {
        throw new IllegalArgumentException(result.text());
      }
      return result.text();
    };
  }

  @Override
  public Said said(LangChain4jModel wire, String model, String question) {
    wire.assistant(this::services, door.uri(), model, Door.KEY).ask(question);
    return new Said(
        memory.messages().stream()
            .filter(AiMessage.class::isInstance)
            .map(AiMessage.class::cast)
            .map(LangChain4jTest::turn)
            .toList());
  }

  private <T> AiServices<T> services(Class<T> assistant) {
    return AiServices.builder(assistant).chatMemory(memory).tools(TOOLS);
  }

  private static Said.Turn turn(AiMessage message) {
    return new Said.Turn(
        Objects.requireNonNullElse(message.text(), ""),
        message.toolExecutionRequests().stream()
            .map(call -> new Said.Call(call.id(), call.name(), call.arguments()))
            .toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyRequestIsTaken(LangChain4jModel wire) {
    said(wire, DEFAULT_MODEL, PEPPERS);

    assertThat(door.statuses()).containsOnly(200);
  }

  @Test
  void anErrorOfAToolIsNotMarkedOverConverse() {
    said(LangChain4jModel.CONVERSE, DEFAULT_MODEL, SONG + "WXYZ?");

    assertThat(new String(door.requests().getLast().request().body(), UTF_8))
        .contains("\"toolResult\"", "Station WXYZ not found")
        .doesNotContain("\"status\"");
  }
}

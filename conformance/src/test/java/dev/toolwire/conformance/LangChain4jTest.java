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
import dev.toolwire.simulator.RecordedRequest;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// LangChain4j, whose own loop runs the tools.
class LangChain4jTest {

  private static final String KEY = "toolwire-test-key";
  private static final Map<ToolSpecification, ToolExecutor> TOOLS =
      Tools.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(LangChain4jTest::specification, _ -> executor()));

  private final Simulator simulator =
      Simulator.builder()
          .credentials(Login.KNOWN.accessKey(), Login.KNOWN.secret())
          .bearerKey(KEY)
          .build();
  private final SimulatorServer server = SimulatorServer.start(simulator, 0);
  private final MessageWindowChatMemory memory = MessageWindowChatMemory.withMaxMessages(100);

  @AfterEach
  void close() {
    server.close();
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

  private Said said(LangChain4jModel wire, String model, String question) {
    wire.assistant(this::services, server.baseUri(), model, KEY).ask(question);
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
  void theRadioPlaysElementalHotel(LangChain4jModel wire) {
    Conversations.assertRadio(said(wire, DEFAULT_MODEL, Conversations.SONG + "WZPZ?"));
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownStationIsAnErrorThatTheModelExplains(LangChain4jModel wire) {
    Conversations.assertUnknownStation(said(wire, DEFAULT_MODEL, Conversations.SONG + "WXYZ?"));
  }

  @ParameterizedTest
  @EnumSource
  void thePeppersAreCountedTogetherThenMultiplied(LangChain4jModel wire) {
    Conversations.assertPeppersTogether(said(wire, DEFAULT_MODEL, Talk.PEPPERS));
  }

  @ParameterizedTest
  @EnumSource
  void aModelThatTalksWhileItWorksIsHeard(LangChain4jModel wire) {
    Conversations.assertPeppersOneByOne(said(wire, Conversations.HAIKU + "--run-2", Talk.PEPPERS));
  }

  @ParameterizedTest
  @EnumSource
  void aLargeToolInputComesAndGoesBackWhole(LangChain4jModel wire) {
    Conversations.assertLargeInput(said(wire, DEFAULT_MODEL, Conversations.FILLER));
  }

  @ParameterizedTest
  @EnumSource
  void everyRequestIsTaken(LangChain4jModel wire) {
    said(wire, DEFAULT_MODEL, Talk.PEPPERS);

    assertThat(simulator.requests()).extracting(RecordedRequest::status).containsOnly(200);
  }

  @Test
  void anErrorOfAToolIsNotMarkedOverConverse() {
    said(LangChain4jModel.CONVERSE, DEFAULT_MODEL, Conversations.SONG + "WXYZ?");

    assertThat(new String(simulator.requests().getLast().request().body(), UTF_8))
        .contains("\"toolResult\"", "Station WXYZ not found")
        .doesNotContain("\"status\"");
  }
}

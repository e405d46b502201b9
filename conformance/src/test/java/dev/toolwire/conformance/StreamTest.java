package dev.toolwire.conformance;

import static dev.toolwire.simulator.Simulator.DEFAULT_MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput.EventType.CONTENT_BLOCK_DELTA;
import static software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput.EventType.CONTENT_BLOCK_START;
import static software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput.EventType.CONTENT_BLOCK_STOP;
import static software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput.EventType.MESSAGE_START;
import static software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput.EventType.MESSAGE_STOP;
import static software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput.EventType.METADATA;
import static software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput.EventType.UNKNOWN_TO_SDK_VERSION;

import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ModelStreamErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/// What a subscriber to the SDK's stream sees, over HTTP/2.
class StreamTest {

  private final Simulator simulator = Simulator.withBuiltInScripts();
  private final SimulatorServer server = SimulatorServer.start(simulator, 0);
  private final BedrockRuntimeAsyncClient client =
      SdkClient.netty(Protocol.HTTP2, server.baseUri(), Login.KNOWN);
  private final StreamedTurn turn = new StreamedTurn();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aCallBeginsAndEndsItsBlock() {
    ask("", "Which song is the most popular on WZPZ?");

    assertThat(new LinkedHashSet<>(turn.seen()))
        .containsExactly(
            MESSAGE_START,
            CONTENT_BLOCK_START,
            CONTENT_BLOCK_DELTA,
            CONTENT_BLOCK_STOP,
            MESSAGE_STOP,
            METADATA);
  }

  @Test
  void aTextOnlyEndsItsBlock() {
    ask("", "Hello!");

    assertThat(new LinkedHashSet<>(turn.seen()))
        .containsExactly(
            MESSAGE_START, CONTENT_BLOCK_DELTA, CONTENT_BLOCK_STOP, MESSAGE_STOP, METADATA);
  }

  @Test
  void aModelErrorInMidStreamIsTypedAndNotTriedAgain() {
    assertThatExceptionOfType(ModelStreamErrorException.class)
        .isThrownBy(() -> ask("--fault-modelStreamErrorException-after-2-events", "Hello!"))
        .withMessageContaining("invalid sequence as part of ToolUse");

    assertThat(turn.seen()).containsExactly(MESSAGE_START, CONTENT_BLOCK_DELTA);
    assertThat(simulator.requests()).hasSize(1);
  }

  @Test
  void aRefusalInMidStreamIsTyped() {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> ask("--fault-validationException-after-1-event", "Hello!"));

    assertThat(turn.seen()).containsExactly(MESSAGE_START);
  }

  @Test
  void throttlingInMidStreamBeginsTheStreamAgain() {
    assertThatExceptionOfType(ThrottlingException.class)
        .isThrownBy(() -> ask("--fault-throttlingException-after-1-event", "Hello!"))
        .withMessageContaining("Too many requests");

    assertThat(turn.seen()).hasSize(4).containsOnly(MESSAGE_START);
    assertThat(simulator.requests()).hasSize(4);
  }

  @Test
  void anUnknownEventDisturbsNothing() {
    ask("--fault-unknown-event-after-1-event", "Hello!");

    assertThat(turn.seen())
        .startsWith(MESSAGE_START, UNKNOWN_TO_SDK_VERSION, CONTENT_BLOCK_DELTA)
        .endsWith(MESSAGE_STOP, METADATA);
  }

  @Test
  void aFrameWithAWrongChecksumIsAnError() {
    assertThatExceptionOfType(SdkException.class)
        .isThrownBy(() -> ask("--fault-bad-crc-in-frame-2", "Hello!"))
        .withMessageContaining("Message checksum failure");

    assertThat(turn.seen()).doesNotContain(MESSAGE_STOP);
  }

  /// The SDK says nothing about a stream without its `messageStop`, whatever cut it: who does not
  /// look for that event takes half an answer for a whole one.
  @ParameterizedTest
  @ValueSource(strings = {"end-after-2-frames", "cut-after-2-frames"})
  void aCutStreamLooksComplete(String cut) {
    ask("--fault-" + cut, "Hello!");

    assertThat(turn.seen()).containsExactly(MESSAGE_START, CONTENT_BLOCK_DELTA);
    assertThat(simulator.requests()).hasSize(1);
  }

  /// Asks the model with this behind its name.
  private void ask(String wish, String question) {
    SdkClient.await(
        client.converseStream(
            StreamedTurn.request(Talk.question(DEFAULT_MODEL + wish, question)), turn.handler()));
  }
}

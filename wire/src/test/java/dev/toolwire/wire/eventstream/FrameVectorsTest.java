package dev.toolwire.wire.eventstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.wire.eventstream.MessageKind.Event;
import dev.toolwire.wire.eventstream.MessageKind.ModeledException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameVectorsTest {
  private static final byte[] EMPTY =
      Frames.hex(
          """
          00000010 | total length 16
          00000000 | no headers
          05c248eb | prelude CRC
          7d98c8ff | message CRC
          """);

  private static final byte[] MESSAGE_START =
      Frames.hex(
          """
          00000076                         | total length 118
          00000052                         | headers 82
          96d5fade                         | prelude CRC
          0b 3a6576656e742d74797065        | :event-type
          07 000c 6d6573736167655374617274 | string messageStart
          0d 3a636f6e74656e742d74797065    | :content-type
          07 0010 6170706c69636174696f6e2f6a736f6e | string application/json
          0d 3a6d6573736167652d74797065    | :message-type
          07 0005 6576656e74               | string event
          7b22726f6c65223a22617373697374616e74227d | {"role":"assistant"}
          6fa8c599                         | message CRC
          """);

  private static final byte[] TOOL_INPUT_DELTA =
      Frames.hex(
          """
          000000b4 00000057 756ab5ea       | total 180, headers 87, prelude CRC
          0b 3a6576656e742d74797065        | :event-type
          07 0011 636f6e74656e74426c6f636b44656c7461 | string contentBlockDelta
          0d 3a636f6e74656e742d74797065    | :content-type
          07 0010 6170706c69636174696f6e2f6a736f6e   | string application/json
          0d 3a6d6573736167652d74797065    | :message-type
          07 0005 6576656e74               | string event
          7b22636f6e74656e74426c6f636b496e646578223a302c   | {"contentBlockIndex":0,
          2264656c7461223a7b22746f6f6c557365223a           | "delta":{"toolUse":
          7b22696e707574223a227b5c22636974795c223a227d7d2c | {"input":"{\\"city\\":"}},
          2270223a2261626364227d           | "p":"abcd"}
          d7220b8b                         | message CRC
          """);

  private static final byte[] THROTTLED =
      Frames.hex(
          """
          00000088 00000061 de0175f4       | total 136, headers 97, prelude CRC
          0f 3a657863657074696f6e2d74797065 | :exception-type
          07 0013 7468726f74746c696e67457863657074696f6e | string throttlingException
          0d 3a636f6e74656e742d74797065    | :content-type
          07 0010 6170706c69636174696f6e2f6a736f6e       | string application/json
          0d 3a6d6573736167652d74797065    | :message-type
          07 0009 657863657074696f6e       | string exception
          7b226d657373616765223a22736c6f7720646f776e227d | {"message":"slow down"}
          832ee072                         | message CRC
          """);

  @Test
  void theEmptyFrameReadsAndWrites() {
    EventStreamMessage empty = new EventStreamMessage(List.of(), new byte[0]);

    assertThat(Deliveries.decode(EMPTY)).containsExactly(empty);
    assertThat(EventStreamEncoder.encode(empty)).isEqualTo(EMPTY);
  }

  @Test
  void messageStartReadsAndWrites() {
    assertReadsAndWrites(MESSAGE_START, new Event("messageStart"), "{\"role\":\"assistant\"}");
  }

  @Test
  void toolInputDeltaReadsAndWrites() {
    assertReadsAndWrites(
        TOOL_INPUT_DELTA,
        new Event("contentBlockDelta"),
        "{\"contentBlockIndex\":0,\"delta\":{\"toolUse\":{\"input\":\"{\\\"city\\\":\"}},\"p\":\"abcd\"}");
  }

  @Test
  void throttlingExceptionReadsAndWrites() {
    assertReadsAndWrites(
        THROTTLED, new ModeledException("throttlingException"), "{\"message\":\"slow down\"}");
  }

  @Test
  void framesBehindOneAnotherReadInTheirOrder() {
    List<EventStreamMessage> messages =
        Deliveries.decode(Frames.join(MESSAGE_START, EMPTY, TOOL_INPUT_DELTA, THROTTLED));

    assertThat(messages)
        .extracting(m -> m.kind().label())
        .containsExactly(
            "event messageStart",
            "unrecognized message",
            "event contentBlockDelta",
            "exception throttlingException");
  }

  @Test
  void theShortWaysWriteTheSameBytesAsWholeMessages() {
    EventStreamEncoder encoder = new EventStreamEncoder();
    byte[] role = "..{\"role\":\"assistant\"}..".getBytes(UTF_8);
    byte[] slow = "{\"message\":\"slow down\"}".getBytes(UTF_8);

    encoder.event("messageStart", role, 2, role.length - 4);
    encoder.exception("throttlingException", slow, 0, slow.length);

    assertThat(encoder.take()).isEqualTo(Frames.join(MESSAGE_START, THROTTLED));
  }

  private static void assertReadsAndWrites(byte[] frame, MessageKind kind, String json) {
    EventStreamMessage message = EventStreamMessage.of(kind, json.getBytes(UTF_8));

    assertThat(Deliveries.decode(frame)).containsExactly(message);
    assertThat(message.kind()).isEqualTo(kind);
    assertThat(EventStreamEncoder.encode(message)).isEqualTo(frame);
  }
}

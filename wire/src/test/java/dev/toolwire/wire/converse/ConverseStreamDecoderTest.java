package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Replies.ofConverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverseStreamDecoderTest {

  @Test
  void toolCallArrivesInPieces() {
    List<StreamEvent> events =
        Transcript.decode(
            """
            messageStart {"role":"assistant","p":"abc"}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"Let me "},"p":"abcdefgh"}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"look."},"p":"a"}
            contentBlockStop {"contentBlockIndex":0,"p":"abcdefghijklm"}
            contentBlockStart {"contentBlockIndex":1,"start":{"toolUse":{"toolUseId":"tooluse_x1","name":"top_song"}},"p":"ab"}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"toolUse":{"input":""}},"p":"ab"}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"toolUse":{"input":"{\\"sign\\": \\"WZ"}},"p":"ab"}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"toolUse":{"input":"PZ\\"}"}},"p":"ab"}
            contentBlockStop {"contentBlockIndex":1,"p":"abc"}
            messageStop {"stopReason":"tool_use","p":"abcd"}
            metadata {"usage":{"inputTokens":10,"outputTokens":7,"totalTokens":17},"metrics":{"latencyMs":412},"p":"ab"}
            """);

    assertThat(events)
        .containsExactly(
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.TextDelta(0, "Let me "),
            new StreamEvent.TextDelta(0, "look."),
            new StreamEvent.ContentBlockStop(0),
            new StreamEvent.ToolUseStart(
                1, new ToolUseId("tooluse_x1"), new ToolName("top_song"), JsonObject.EMPTY),
            new StreamEvent.ToolInputDelta(1, ""),
            new StreamEvent.ToolInputDelta(1, "{\"sign\": \"WZ"),
            new StreamEvent.ToolInputDelta(1, "PZ\"}"),
            new StreamEvent.ContentBlockStop(1),
            new StreamEvent.MessageStop(StopReason.Known.TOOL_USE, JsonObject.EMPTY),
            new StreamEvent.Metadata(new Usage(10, 7), Duration.ofMillis(412), JsonObject.EMPTY));
    assertThat(Reply.of(events).content())
        .containsExactly(
            new Text("Let me look."),
            ToolUse.of("tooluse_x1", "top_song", JsonObject.of("sign", "WZPZ")));
  }

  /// Vectors that botocore and the AWS SDKs for Java and JavaScript decode to the same.
  @Test
  void framesOfOthersAreRead() {
    byte[] stream =
        HexFormat.of()
            .parseHex(
                "000000760000005296d5fade0b3a6576656e742d7479706507000c6d657373616765537461727"
                    + "40d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d65"
                    + "73736167652d747970650700056576656e747b22726f6c65223a22617373697374616e74227"
                    + "d6fa8c599"
                    + "000000b400000057756ab5ea0b3a6576656e742d74797065070011636f6e74656e74426c6f6"
                    + "36b44656c74610d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a73"
                    + "6f6e0d3a6d6573736167652d747970650700056576656e747b22636f6e74656e74426c6f636"
                    + "b496e646578223a302c2264656c7461223a7b22746f6f6c557365223a7b22696e707574223a"
                    + "227b5c22636974795c223a227d7d2c2270223a2261626364227dd7220b8b"
                    + "0000008800000061de0175f40f3a657863657074696f6e2d747970650700137468726f74746"
                    + "c696e67457863657074696f6e0d3a636f6e74656e742d747970650700106170706c69636174"
                    + "696f6e2f6a736f6e0d3a6d6573736167652d74797065070009657863657074696f6e7b226d6"
                    + "57373616765223a22736c6f7720646f776e227d832ee072");
    StreamDecoder decoder = new ConverseCodec().stream();
    decoder.feed(new Chunk(stream, 0, stream.length, 0));

    assertThat(decoder.next())
        .isEqualTo(new Arrival.Event(new StreamEvent.MessageStart(Role.ASSISTANT), 0, 0));
    assertThat(decoder.next())
        .isEqualTo(new Arrival.Event(new StreamEvent.ToolInputDelta(0, "{\"city\":"), 0, 0));
    assertThatThrownBy(decoder::next).hasMessage("ThrottlingException (in the stream): slow down");
  }

  @Test
  void reasoningOpensWithItsFirstDeltaAndEndsWithASignature() {
    assertThat(
            Transcript.decode(
                """
                messageStart {"role":"assistant"}
                contentBlockDelta {"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"Hm."}}}
                contentBlockDelta {"contentBlockIndex":0,"delta":{"reasoningContent":{"signature":"c2ln"}}}
                contentBlockStop {"contentBlockIndex":0}
                contentBlockDelta {"contentBlockIndex":1,"delta":{"reasoningContent":{"redactedContent":"AAEC"}}}
                contentBlockStop {"contentBlockIndex":1}
                messageStop {"stopReason":"end_turn"}
                """))
        .containsExactly(
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.ReasoningDelta(0, "Hm."),
            new StreamEvent.SignatureDelta(0, "c2ln"),
            new StreamEvent.ContentBlockStop(0),
            new StreamEvent.RedactedDelta(1, Blob.of(new byte[] {0, 1, 2})),
            new StreamEvent.ContentBlockStop(1),
            new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY));
  }

  @Test
  void citationsStandBetweenTheTextOfTheirBlock() {
    assertThat(
            Transcript.decode(
                """
                contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"Oslo"}}
                contentBlockDelta {"contentBlockIndex":0,"delta":{"citation":{"title":"Atlas","location":{"web":{"url":"https://a.example"}}}}}
                contentBlockStop {"contentBlockIndex":0}
                messageStop {"stopReason":"end_turn"}
                """))
        .contains(
            new StreamEvent.CitationDelta(
                0,
                JsonObject.parse(
                    """
                    {"title":"Atlas","location":{"web":{"url":"https://a.example"}}}\
                    """)));
  }

  @Test
  void toolResultsAndImagesAreToldWholeWhenTheirBlockStops() {
    List<StreamEvent> events =
        Transcript.decode(
            """
            contentBlockStart {"contentBlockIndex":0,"start":{"toolResult":{"toolUseId":"srv1","type":"nova_grounding_result","status":"success"}}}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"toolResult":[{"text":"found"}]}}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"toolResult":[{"json":{"n":1}}]}}
            contentBlockStop {"contentBlockIndex":0}
            contentBlockStart {"contentBlockIndex":1,"start":{"image":{"format":"png"}}}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"image":{"source":{"bytes":"AAEC"}}}}
            contentBlockStop {"contentBlockIndex":1}
            messageStop {"stopReason":"end_turn"}
            """);

    assertThat(events)
        .containsExactly(
            new StreamEvent.Ping(),
            new StreamEvent.Ping(),
            new StreamEvent.Ping(),
            new StreamEvent.WholeBlock(
                0,
                new ToolResult(
                    new ToolUseId("srv1"),
                    ToolResult.Status.SUCCESS,
                    List.of(new Text("found"), new Json(JsonObject.of("n", 1))),
                    ofConverse("type", "nova_grounding_result"))),
            new StreamEvent.ContentBlockStop(0),
            new StreamEvent.Ping(),
            new StreamEvent.Ping(),
            new StreamEvent.WholeBlock(
                1, new Image("png", new MediaSource.Inline(Blob.of(new byte[] {0, 1, 2})))),
            new StreamEvent.ContentBlockStop(1),
            new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY));
  }

  @Test
  void whatIsNewPassesAsItCame() {
    List<StreamEvent> events =
        Transcript.decode(
            """
            messageStart {"role":"assistant"}
            weather {"sunny":true,"p":"abc"}
            contentBlockStart {"contentBlockIndex":0,"start":{"hologram":{"depth":3}}}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"hologram":"x"}}
            contentBlockStop {"contentBlockIndex":0}
            messageStop {"stopReason":"bored","mood":"grey"}
            metadata {"usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3,"cacheDetails":[]},"metrics":{"latencyMs":5},"serviceTier":{"type":"flex"}}
            """);

    assertThat(events)
        .containsExactly(
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.Unrecognized("weather", JsonObject.of("sunny", true)),
            new StreamEvent.Unrecognized(
                "contentBlockStart",
                JsonObject.parse(
                    "{\"contentBlockIndex\":0,\"start\":{\"hologram\":{\"depth\":3}}}")),
            new StreamEvent.Unrecognized(
                "contentBlockDelta",
                JsonObject.parse("{\"contentBlockIndex\":0,\"delta\":{\"hologram\":\"x\"}}")),
            new StreamEvent.Unrecognized("contentBlockStop", JsonObject.of("contentBlockIndex", 0)),
            new StreamEvent.MessageStop(
                new StopReason.Other("bored"), JsonObject.of("mood", "grey")),
            new StreamEvent.Metadata(
                new Usage(1, 2, 0, 0, JsonObject.of("cacheDetails", List.of())),
                Duration.ofMillis(5),
                JsonObject.parse("{\"serviceTier\":{\"type\":\"flex\"}}")));
    assertThat(Reply.of(events).content()).isEmpty();
  }

  @Test
  void newDeltaInAKnownBlockDoesNotKeepItOpen() {
    List<StreamEvent> events =
        Transcript.decode(
            """
            messageStart {"role":"assistant"}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"a"}}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"scent":"rose"}}
            contentBlockStop {"contentBlockIndex":0}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"image":{"source":{"bytes":"AAEC"}}}}
            contentBlockStop {"contentBlockIndex":1}
            messageStop {"stopReason":"end_turn"}
            """);

    assertThat(events).filteredOn(StreamEvent.Unrecognized.class::isInstance).hasSize(3);
    assertThat(events).contains(new StreamEvent.ContentBlockStop(0));
    assertThat(Reply.of(events).content()).containsExactly(new Text("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "internalServerException, InternalServerException, 500, INTERNAL",
    "modelStreamErrorException, ModelStreamErrorException, 424, MODEL_ERROR",
    "validationException, ValidationException, 400, VALIDATION",
    "throttlingException, ThrottlingException, 429, THROTTLED",
    "serviceUnavailableException, ServiceUnavailableException, 503, UNAVAILABLE",
    "modelTimeoutException, ModelTimeoutException, 408, TIMEOUT",
    "moonPhaseException, moonPhaseException, 500, UNKNOWN",
  })
  void exceptionInTheStreamIsTyped(String name, String type, int status, ErrorKind kind) {
    ProviderException thrown =
        catchThrowableOfType(
            ProviderException.class,
            () ->
                Transcript.decode(
                    """
                    messageStart {"role":"assistant"}
                    !%s {"message":"slow down"}
                    """
                        .formatted(name)));

    assertThat(thrown.fault())
        .isEqualTo(
            new ProviderException.Fault(kind, status, type, "slow down", "", true, Duration.ZERO));
  }

  @Test
  void errorOutsideTheModelKeepsItsCodeAndWords() {
    assertThatThrownBy(() -> Transcript.decode("?InternalFailure the lights went out"))
        .isInstanceOf(ProviderException.class)
        .hasMessage("InternalFailure (in the stream): the lights went out");
  }

  @Test
  void modelsOwnErrorIsPassedOn() {
    assertThatThrownBy(() ->
            Transcript.decode(
                """
                !modelStreamErrorException {"message":"bad","originalStatusCode":500,"originalMessage":"oops"}
                """))
        .hasMessageEndingWith("bad (original status 500: oops)");
  }

  @Test
  void streamWithoutMessageStopIsTruncated() {
    assertThatThrownBy(() ->
            Transcript.decode(
                """
                messageStart {"role":"assistant"}
                contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"Let"}}
                """))
        .isInstanceOf(TruncatedStreamException.class)
        .hasMessageContaining("before messageStop");
  }

  @Test
  void cutInsideAFrameIsTruncatedWhereverItFalls() {
    byte[] stream = Transcript.frames("messageStart {\"role\":\"assistant\"}");

    for (int length = 1; length < stream.length; length++) {
      byte[] cut = Arrays.copyOf(stream, length);
      assertThatThrownBy(() -> Transcript.decode(cut))
          .isInstanceOf(TruncatedStreamException.class)
          .hasMessageContaining("bytes into frame 1");
    }
  }

  @Test
  void failureIsFinal() {
    byte[] stream = Transcript.frames("!throttlingException {\"message\":\"slow down\"}");
    StreamDecoder decoder = new ConverseCodec().stream();
    decoder.feed(new Chunk(stream, 0, stream.length, 0));

    assertThatThrownBy(decoder::next).isInstanceOf(ProviderException.class);
    assertThatThrownBy(decoder::next).isInstanceOf(ProviderException.class);
    assertThatThrownBy(decoder::end).isInstanceOf(ProviderException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contentBlockDelta {\"contentBlockIndex\":0}",
        "contentBlockDelta {\"delta\":{\"text\":\"x\"}}",
        "contentBlockDelta {\"contentBlockIndex\":-1,\"delta\":{\"text\":\"x\"}}",
        "contentBlockDelta {\"contentBlockIndex\":0,\"delta\":{\"text\":\"x\",\"image\":{}}}",
        "contentBlockDelta {\"contentBlockIndex\":0,\"delta\":{\"text\":7}}",
        "contentBlockDelta {\"contentBlockIndex\":0,\"delta\":{\"text\":\"x\"}",
        "contentBlockDelta [1]",
        "contentBlockStart {\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"name\":\"f\"}}}",
        "messageStart {\"role\":\"ghost\"}",
        "messageStop {}",
        "metadata {\"usage\":{\"inputTokens\":\"many\"}}",
      })
  void eventThatIsNotWhatItsTypePromisesIsMalformed(String frame) {
    assertThatThrownBy(() -> Transcript.decode(frame))
        .isInstanceOf(MalformedWireException.class)
        .hasMessageStartingWith("the event " + frame.substring(0, frame.indexOf(' ')));
  }

  @Test
  void eventIsStampedWithTheArrivalOfItsFirstAndItsLastByte() {
    byte[] stream =
        Transcript.frames(
            """
            messageStart {"role":"assistant"}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"a"}}
            contentBlockStop {"contentBlockIndex":0}
            """);
    StreamDecoder decoder = new ConverseCodec().stream();

    decoder.feed(new Chunk(stream, 0, 50, 1_000));
    assertThat(decoder.next()).isEqualTo(Arrival.NOTHING);
    decoder.feed(new Chunk(stream, 50, 10, 2_000));
    assertThat(decoder.next()).isEqualTo(Arrival.NOTHING);
    decoder.feed(new Chunk(stream, 60, 100, 3_000));
    assertThat(stamps(decoder.next())).containsExactly(1_000L, 3_000L);
    assertThat(decoder.next()).isEqualTo(Arrival.NOTHING);
    decoder.feed(new Chunk(stream, 160, stream.length - 160, 4_000));
    assertThat(stamps(decoder.next())).containsExactly(3_000L, 4_000L);
    assertThat(stamps(decoder.next())).containsExactly(4_000L, 4_000L);
  }

  private static List<Long> stamps(Arrival arrival) {
    return arrival instanceof Arrival.Event(_, long first, long last)
        ? List.of(first, last)
        : List.of();
  }
}

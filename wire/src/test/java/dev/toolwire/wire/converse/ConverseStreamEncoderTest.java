package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Replies.ofConverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.eventstream.EventStreamDecoder;
import dev.toolwire.wire.eventstream.EventStreamFrame;
import dev.toolwire.wire.eventstream.MessageKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConverseStreamEncoderTest {

  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final Blob BYTES = Blob.of(new byte[] {0, 1, 2});

  private final ConverseStreamEncoder plain = new ConverseServerCodec().encoder(Padding.none());

  @Test
  void everyEventHasItsFrame() {
    assertThat(
            written(
                new StreamEvent.MessageStart(Role.ASSISTANT),
                new StreamEvent.TextDelta(0, "a\n\"b\""),
                new StreamEvent.ContentBlockStop(0),
                new StreamEvent.ReasoningDelta(1, "Hm."),
                new StreamEvent.SignatureDelta(1, "c2ln"),
                new StreamEvent.RedactedDelta(2, BYTES),
                new StreamEvent.ToolUseStart(
                    3,
                    new ToolUseId("t1"),
                    new ToolName("clock"),
                    ofConverse("type", "server_tool_use")),
                new StreamEvent.ToolInputDelta(3, "{\"zo"),
                new StreamEvent.CitationDelta(4, JsonObject.of("title", "Atlas")),
                new StreamEvent.Ping(),
                new StreamEvent.Unrecognized("weather", JsonObject.of("sunny", true)),
                new StreamEvent.MessageStop(
                    StopReason.Known.END_TURN,
                    JsonObject.parse("{\"additionalModelResponseFields\":{\"x\":1}}")),
                new StreamEvent.Metadata(
                    new Usage(10, 7, 3, 0, JsonObject.EMPTY),
                    Duration.ofMillis(412),
                    JsonObject.parse("{\"serviceTier\":{\"type\":\"flex\"}}"))))
        .isEqualTo(
            """
            messageStart {"role":"assistant"}
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"a\\n\\"b\\""}}
            contentBlockStop {"contentBlockIndex":0}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"reasoningContent":{"text":"Hm."}}}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"reasoningContent":{"signature":"c2ln"}}}
            contentBlockDelta {"contentBlockIndex":2,"delta":{"reasoningContent":{"redactedContent":"AAEC"}}}
            contentBlockStart {"contentBlockIndex":3,"start":{"toolUse":{"toolUseId":"t1","name":"clock","type":"server_tool_use"}}}
            contentBlockDelta {"contentBlockIndex":3,"delta":{"toolUse":{"input":"{\\"zo"}}}
            contentBlockDelta {"contentBlockIndex":4,"delta":{"citation":{"title":"Atlas"}}}
            weather {"sunny":true}
            messageStop {"stopReason":"end_turn","additionalModelResponseFields":{"x":1}}
            metadata {"usage":{"inputTokens":10,"outputTokens":7,"totalTokens":20,"cacheReadInputTokens":3},"metrics":{"latencyMs":412},"serviceTier":{"type":"flex"}}
            """);
  }

  @Test
  void blocksThatComeWholeAreToldInPieces() {
    assertThat(
            written(
                whole(0, new Text("a")),
                whole(1, ToolUse.of("t1", "clock", JsonObject.of("zone", "CET"))),
                whole(2, new Reasoning("Hm.", "c2ln")),
                whole(3, new RedactedReasoning(BYTES)),
                whole(4, new Citations(List.of("Oslo"), List.of(JsonObject.of("title", "Atlas")))),
                whole(
                    5,
                    new ToolResult(
                        new ToolUseId("t1"),
                        ToolResult.Status.ERROR,
                        List.of(new Text("no"), new Json(JsonObject.of("n", 1))),
                        ofConverse("type", "clock_result"))),
                whole(6, new Image("png", new MediaSource.Inline(BYTES)))))
        .isEqualTo(
            """
            contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"a"}}
            contentBlockStart {"contentBlockIndex":1,"start":{"toolUse":{"toolUseId":"t1","name":"clock"}}}
            contentBlockDelta {"contentBlockIndex":1,"delta":{"toolUse":{"input":"{\\"zone\\":\\"CET\\"}"}}}
            contentBlockDelta {"contentBlockIndex":2,"delta":{"reasoningContent":{"text":"Hm."}}}
            contentBlockDelta {"contentBlockIndex":2,"delta":{"reasoningContent":{"signature":"c2ln"}}}
            contentBlockDelta {"contentBlockIndex":3,"delta":{"reasoningContent":{"redactedContent":"AAEC"}}}
            contentBlockDelta {"contentBlockIndex":4,"delta":{"text":"Oslo"}}
            contentBlockDelta {"contentBlockIndex":4,"delta":{"citation":{"title":"Atlas"}}}
            contentBlockStart {"contentBlockIndex":5,"start":{"toolResult":{"toolUseId":"t1","status":"error","type":"clock_result"}}}
            contentBlockDelta {"contentBlockIndex":5,"delta":{"toolResult":[{"text":"no"},{"json":{"n":1}}]}}
            contentBlockStart {"contentBlockIndex":6,"start":{"image":{"format":"png"}}}
            contentBlockDelta {"contentBlockIndex":6,"delta":{"image":{"source":{"bytes":"AAEC"}}}}
            """);
  }

  static List<ContentBlock> unsayable() {
    return List.of(
        new Document("a", "txt", new MediaSource.PlainText("x")),
        new CachePoint(""),
        new Opaque("converse", "hologram", JsonObject.of("hologram", 1)),
        new Text("a", JsonObject.of("b", 1)),
        new ToolResult(
            new ToolUseId("t"),
            ToolResult.Status.SUCCESS,
            List.of(new Image("png", new MediaSource.Inline(BYTES)))));
  }

  @ParameterizedTest
  @MethodSource("unsayable")
  void blockThatAStreamCannotHoldIsRefused(ContentBlock block) {
    assertThatThrownBy(() -> plain.event(whole(0, block)))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessageEndingWith("has no form in a ConverseStream; answer this request with Converse");
    assertThat(written(new StreamEvent.ContentBlockStop(0)))
        .isEqualTo("contentBlockStop {\"contentBlockIndex\":0}\n");
  }

  @Test
  void halfABlockDoesNotComeOutWithTheNextEvent() {
    StreamEvent image = whole(0, new Image("png", new MediaSource.Url("https://a.example/b.png")));

    assertThatThrownBy(() -> plain.event(image)).isInstanceOf(UnsupportedOnWireException.class);
    assertThat(written(new StreamEvent.ContentBlockStop(0)))
        .isEqualTo("contentBlockStop {\"contentBlockIndex\":0}\n");
  }

  @Test
  void frameIsTheOneThatOthersDecode() {
    assertThat(HexFormat.of().formatHex(plain.event(new StreamEvent.MessageStart(Role.ASSISTANT))))
        .isEqualTo(
            "000000760000005296d5fade0b3a6576656e742d7479706507000c6d65737361676553746172740d3a"
                + "636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d657373616765"
                + "2d747970650700056576656e747b22726f6c65223a22617373697374616e74227d6fa8c599");
  }

  @Test
  void everyEventIsPaddedWithTheBeginningOfTheAlphabet() {
    ConverseStreamEncoder padded = new ConverseServerCodec().encoder(Padding.random(new Random(1)));
    Pattern padding = Pattern.compile("messageStart \\{\"role\":\"assistant\",\"p\":\"(.*)\"}\n");
    Set<Integer> lengths = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String frame = read(padded.event(new StreamEvent.MessageStart(Role.ASSISTANT)));
      Matcher matcher = padding.matcher(frame);
      assertThat(matcher.matches()).as(frame).isTrue();
      assertThat(ALPHABET).startsWith(matcher.group(1));
      lengths.add(matcher.group(1).length());
    }

    assertThat(lengths).hasSize(ALPHABET.length()).doesNotContain(0);
  }

  @Test
  void sameSeedGivesTheSameBytes() {
    ConverseStreamEncoder one = new ConverseServerCodec().encoder(Padding.random(new Random(5)));
    ConverseStreamEncoder two = new ConverseServerCodec().encoder(Padding.random(new Random(5)));

    assertThat(one.event(new StreamEvent.TextDelta(0, "a")))
        .isEqualTo(two.event(new StreamEvent.TextDelta(0, "a")));
  }

  @Test
  void failureInTheStreamHasASmallLetter() {
    Fault fault =
        new Fault(ErrorKind.THROTTLED, 429, "ThrottlingException", "slow", "", true, Duration.ZERO);

    assertThat(read(plain.exception(fault)))
        .isEqualTo("!throttlingException {\"message\":\"slow\"}\n");
    assertThat(read(plain.error("InternalFailure", "lights out")))
        .isEqualTo("?InternalFailure lights out \n");
  }

  private static StreamEvent whole(int index, ContentBlock block) {
    return new StreamEvent.WholeBlock(index, block);
  }

  private String written(StreamEvent... events) {
    StringBuilder all = new StringBuilder();
    for (StreamEvent event : events) {
      all.append(read(plain.event(event)));
    }
    return all.toString();
  }

  /// Frames as lines, in the manner of [Transcript].
  private static String read(byte[] frames) {
    EventStreamDecoder decoder = new EventStreamDecoder();
    decoder.feed(frames, 0, frames.length);
    List<String> lines = new ArrayList<>();
    while (decoder.next() instanceof EventStreamFrame frame) {
      String name =
          switch (frame.kind()) {
            case MessageKind.Event(String type) -> type;
            case MessageKind.ModeledException(String type) -> "!" + type;
            case MessageKind.UnmodeledError(String code, String words) -> "?" + code + " " + words;
            case MessageKind.Unrecognized _ -> "";
          };
      lines.add(name + " " + new String(frame.message().payload(), StandardCharsets.UTF_8) + "\n");
    }
    return String.join("", lines);
  }
}

package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesStreamDecoderTest {

  private static final String START =
      """
      message_start {"message":{"id":"msg_01","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":1}}}
      """;
  private static final String STOP =
      """
      message_delta {"delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":9}}
      message_stop {}
      """;
  private static final JsonObject HEAD = JsonObject.of("id", "msg_01").with("model", "m");

  @Test
  void textAndACallArriveInPieces() {
    List<StreamEvent> events =
        Transcript.decode(
            START
                + """
                ping {}
                content_block_start {"index":0,"content_block":{"type":"text","text":""}}
                content_block_delta {"index":0,"delta":{"type":"text_delta","text":"Let me "}}
                content_block_delta {"index":0,"delta":{"type":"text_delta","text":"lök."}}
                content_block_stop {"index":0}
                content_block_start {"index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"weather","input":{},"caller":{"type":"direct"}}}
                content_block_delta {"index":1,"delta":{"type":"input_json_delta","partial_json":""}}
                content_block_delta {"index":1,"delta":{"type":"input_json_delta","partial_json":"{\\"ci"}}
                content_block_delta {"index":1,"delta":{"type":"input_json_delta","partial_json":"ty\\":\\"Oslo\\"}"}}
                content_block_stop {"index":1}
                message_delta {"delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}}
                message_stop {}
                """);

    assertThat(events)
        .containsExactly(
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.Ping(),
            new StreamEvent.TextDelta(0, "Let me "),
            new StreamEvent.TextDelta(0, "lök."),
            new StreamEvent.ContentBlockStop(0),
            new StreamEvent.ToolUseStart(
                1,
                new ToolUseId("toolu_1"),
                new ToolName("weather"),
                JsonObject.parse("{\"caller\":{\"type\":\"direct\"},\"wire\":\"messages\"}")),
            new StreamEvent.ToolInputDelta(1, ""),
            new StreamEvent.ToolInputDelta(1, "{\"ci"),
            new StreamEvent.ToolInputDelta(1, "ty\":\"Oslo\"}"),
            new StreamEvent.ContentBlockStop(1),
            new StreamEvent.MessageStop(StopReason.Known.TOOL_USE, JsonObject.EMPTY),
            new StreamEvent.Metadata(new Usage(12, 9), Duration.ZERO, HEAD));
  }

  @Test
  void callWithoutPiecesHasTheInputOfItsStart() {
    Reply reply =
        reply(
            """
            content_block_start {"index":0,"content_block":{"type":"tool_use","id":"a","name":"f","input":{}}}
            content_block_stop {"index":0}
            content_block_start {"index":1,"content_block":{"type":"tool_use","id":"b","name":"f","input":{"n":1}}}
            content_block_delta {"index":1,"delta":{"type":"input_json_delta","partial_json":""}}
            content_block_stop {"index":1}
            """);

    assertThat(reply.toolUses())
        .extracting(ToolUse::input)
        .containsExactly(
            new ToolInput.Parsed(JsonObject.EMPTY), new ToolInput.Parsed(JsonObject.of("n", 1)));
  }

  @Test
  void inputThatIsNoJsonStaysAsItCame() {
    Reply reply =
        reply(
            """
            content_block_start {"index":0,"content_block":{"type":"tool_use","id":"a","name":"f","input":{}}}
            content_block_delta {"index":0,"delta":{"type":"input_json_delta","partial_json":"{\\"path\\": \\"a.tx"}}
            content_block_stop {"index":0}
            """);

    assertThat(reply.toolUses().getFirst().input())
        .isInstanceOfSatisfying(
            ToolInput.Malformed.class,
            input -> assertThat(input.text()).isEqualTo("{\"path\": \"a.tx"));
  }

  @Test
  void thinkingIsSignedAndRedactedThinkingComesWhole() {
    List<StreamEvent> events =
        Transcript.decode(
            START
                + """
                content_block_start {"index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}
                content_block_delta {"index":0,"delta":{"type":"thinking_delta","thinking":"Hm."}}
                content_block_delta {"index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}
                content_block_stop {"index":0}
                content_block_start {"index":1,"content_block":{"type":"thinking","thinking":"","signature":""}}
                content_block_delta {"index":1,"delta":{"type":"signature_delta","signature":"b25seQ=="}}
                content_block_stop {"index":1}
                content_block_start {"index":2,"content_block":{"type":"redacted_thinking","data":"AAEC"}}
                content_block_stop {"index":2}
                """
                + STOP);

    assertThat(events)
        .contains(
            new StreamEvent.ReasoningDelta(0, "Hm."),
            new StreamEvent.SignatureDelta(0, "c2ln"),
            new StreamEvent.SignatureDelta(1, "b25seQ=="),
            new StreamEvent.WholeBlock(2, new RedactedReasoning(Blob.of(new byte[] {0, 1, 2}))),
            new StreamEvent.ContentBlockStop(2));
    assertThat(Reply.of(events).content()).hasSize(3);
  }

  @Test
  void toolsOfTheServiceAreGatheredAndKeptInTheirPlace() {
    Reply reply =
        reply(
            """
            content_block_start {"index":0,"content_block":{"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{}}}
            content_block_delta {"index":0,"delta":{"type":"input_json_delta","partial_json":"{\\"query\\":"}}
            content_block_delta {"index":0,"delta":{"type":"input_json_delta","partial_json":"\\"pears\\"}"}}
            content_block_stop {"index":0}
            content_block_start {"index":1,"content_block":{"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","content":[{"type":"web_search_result","url":"https://a.example"}]}}
            content_block_stop {"index":1}
            content_block_start {"index":2,"content_block":{"type":"text","text":""}}
            content_block_delta {"index":2,"delta":{"type":"text_delta","text":"Pears."}}
            content_block_stop {"index":2}
            """);

    assertThat(reply.content())
        .containsExactly(
            new Opaque(
                "messages",
                "server_tool_use",
                JsonObject.parse(
                    """
                    {"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"pears"}}\
                    """)),
            new Opaque(
                "messages",
                "web_search_tool_result",
                JsonObject.parse(
                    """
                    {"type":"web_search_tool_result","tool_use_id":"srvtoolu_1",
                     "content":[{"type":"web_search_result","url":"https://a.example"}]}\
                    """)),
            new Text("Pears."));
  }

  @Test
  void whatIsNewPassesAsItCame() {
    List<StreamEvent> events =
        Transcript.decode(
            START
                + """
                weather {"sunny":true}
                content_block_start {"index":0,"content_block":{"type":"hologram","depth":3}}
                content_block_delta {"index":0,"delta":{"type":"light_delta","light":"x"}}
                content_block_stop {"index":0}
                message_delta {"delta":{"stop_reason":"bored","mood":"grey"},"usage":{"output_tokens":2,"iterations":[1]}}
                message_stop {}
                """);

    assertThat(events)
        .containsSubsequence(
            new StreamEvent.Unrecognized(
                "weather", JsonObject.parse("{\"type\":\"weather\",\"sunny\":true}")),
            new StreamEvent.Unrecognized(
                "content_block_delta",
                JsonObject.parse(
                    """
                    {"type":"content_block_delta","index":0,"delta":{"type":"light_delta","light":"x"}}\
                    """)),
            new StreamEvent.WholeBlock(
                0,
                new Opaque(
                    "messages",
                    "hologram",
                    JsonObject.parse("{\"type\":\"hologram\",\"depth\":3}"))),
            new StreamEvent.MessageStop(StopReason.of("bored"), JsonObject.EMPTY));
    Reply reply = Reply.of(events);
    assertThat(reply.extra()).isEqualTo(HEAD.with("mood", "grey"));
    assertThat(reply.usage())
        .isEqualTo(new Usage(12, 2, 0, 0, JsonObject.parse("{\"iterations\":[1]}")));
  }

  @Test
  void emptyTextIsLeftOut() {
    Reply reply =
        reply(
            """
            content_block_start {"index":0,"content_block":{"type":"text","text":""}}
            content_block_stop {"index":0}
            """);

    assertThat(reply.content()).isEmpty();
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.END_TURN);
  }

  @Test
  void costIsCumulativeAndMayBeToldMoreThanOnce() {
    List<StreamEvent> events =
        Transcript.decode(
            START
                + """
                message_delta {"delta":{},"usage":{"output_tokens":5,"cache_read_input_tokens":100}}
                message_delta {"delta":{"stop_reason":"stop_sequence","stop_sequence":"END"},"usage":{"input_tokens":null,"output_tokens":7}}
                message_stop {}
                """);

    Reply reply = Reply.of(events);
    assertThat(reply.usage()).isEqualTo(new Usage(12, 7, 100, 0, JsonObject.EMPTY));
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.STOP_SEQUENCE);
    assertThat(reply.extra()).isEqualTo(HEAD.with("stop_sequence", "END"));
  }

  @Test
  void citationsComeInTheNeutralWords() {
    Reply reply =
        reply(
            """
            content_block_start {"index":0,"content_block":{"type":"text","text":"","citations":[]}}
            content_block_delta {"index":0,"delta":{"type":"text_delta","text":"Green."}}
            content_block_delta {"index":0,"delta":{"type":"citations_delta","citation":{"type":"char_location","cited_text":"Grass is green.","document_index":0,"document_title":"Grass","start_char_index":0,"end_char_index":15,"file_id":null}}}
            content_block_stop {"index":0}
            """);

    assertThat(reply.content())
        .containsExactly(
            new Citations(
                List.of("Green."),
                List.of(
                    JsonObject.parse(
                        """
                        {"title":"Grass","sourceContent":[{"text":"Grass is green."}],
                         "location":{"documentChar":{"documentIndex":0,"start":0,"end":15}}}\
                        """))));
  }

  @Test
  void errorInTheStreamIsTyped() {
    StreamDecoder decoder = Transcript.decoder();
    byte[] stream =
        Transcript.lines(
            START
                + """
                error {"error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_7"}
                """);
    decoder.feed(new Chunk(stream, 0, stream.length, 0));
    decoder.next();

    assertThatThrownBy(decoder::next)
        .isInstanceOfSatisfying(
            ProviderException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.NOT_READY);
              assertThat(error.fault().inStream()).isTrue();
              assertThat(error.fault().status()).isEqualTo(529);
              assertThat(error.fault().requestId()).isEqualTo("req_7");
            });
    assertThatThrownBy(decoder::next).isInstanceOf(ProviderException.class);
    assertThatThrownBy(decoder::end).isInstanceOf(ProviderException.class);
  }

  @Test
  void streamWithoutMessageStopIsTruncated() {
    assertThat(truncation(START))
        .isEqualTo("the stream ended before message_stop; the answer is not complete, ask again");
    assertThat(truncation(START + "ping {}").replaceAll("\\d+", "N"))
        .isEqualTo("the stream ended before message_stop; the answer is not complete, ask again");
  }

  @Test
  void brokenOrderIsMalformed() {
    assertThat(malformed("content_block_stop {\"index\":3}"))
        .isEqualTo("content_block_stop for block 3, which is not open");
    assertThat(malformed("message_stop {}"))
        .isEqualTo("message_stop before a message_delta with a stop_reason");
    assertThat(malformed("content_block_delta {\"index\":-1,\"delta\":{}}"))
        .isEqualTo("the event content_block_delta: index: expected a number from 0, got none");
  }

  @Test
  void paddedAndUnusualDeltasReadTheSame() {
    byte[] stream =
        (new String(Transcript.lines(START), StandardCharsets.UTF_8)
                + "event: content_block_delta\r\n"
                + "data: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}      }\r\n\r\n"
                + "data: {\"delta\": {\"text\":\"\\u00e6\",\"type\":\"text_delta\"},"
                + "\"index\": 0, \"type\":\"content_block_delta\"}\n\n"
                + "event: content_block_stop\n"
                + "data: {\"type\":\"content_block_stop\",\"index\":0          }\n\n"
                + new String(Transcript.lines(STOP), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Reply.of(Transcript.decode(stream)).text()).isEqualTo("aæ");
  }

  @Test
  void eventsAreStampedWithTheirFirstAndLastByte() {
    byte[] stream = Transcript.lines(START);
    StreamDecoder decoder = Transcript.decoder();
    decoder.feed(new Chunk(stream, 0, 20, 7));
    assertThat(decoder.next()).isEqualTo(Arrival.NOTHING);
    decoder.feed(new Chunk(stream, 20, stream.length - 20, 9));

    assertThat(decoder.next())
        .isEqualTo(new Arrival.Event(new StreamEvent.MessageStart(Role.ASSISTANT), 7, 9));
  }

  private static Reply reply(String blocks) {
    return Reply.of(Transcript.decode(START + blocks + STOP));
  }

  private static String truncation(String transcript) {
    byte[] stream = Transcript.lines(transcript);
    StreamDecoder decoder = Transcript.decoder();
    decoder.feed(new Chunk(stream, 0, stream.length, 0));
    Transcript.drain(decoder, new ArrayList<>());
    return message(TruncatedStreamException.class, decoder::end);
  }

  private static String malformed(String event) {
    byte[] stream = Transcript.lines(START + event);
    StreamDecoder decoder = Transcript.decoder();
    decoder.feed(new Chunk(stream, 0, stream.length, 0));
    return message(
        MalformedWireException.class, () -> Transcript.drain(decoder, new ArrayList<>()));
  }

  private static String message(Class<? extends Exception> type, Runnable action) {
    Throwable[] thrown = new Throwable[1];
    assertThatThrownBy(action::run).isInstanceOf(type).satisfies(error -> thrown[0] = error);
    return String.valueOf(thrown[0].getMessage());
  }
}

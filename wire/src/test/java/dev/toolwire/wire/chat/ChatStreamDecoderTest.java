package dev.toolwire.wire.chat;

import static dev.toolwire.wire.chat.ChatTranscript.decode;
import static dev.toolwire.wire.chat.ChatTranscript.delta;
import static dev.toolwire.wire.chat.ChatTranscript.finish;
import static dev.toolwire.wire.chat.ChatTranscript.reply;
import static dev.toolwire.wire.chat.ChatTranscript.sse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatStreamDecoderTest {

  private static final String HEAD =
      "\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,"
          + "\"model\":\"gpt-x\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_1\",";

  @Test
  void answerOfOpenAiBecomesEvents() {
    List<StreamEvent> events =
        decode(
            """
            {HEAD"choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"a9"}
            {HEAD"choices":[{"index":0,"delta":{"content":"Let me"},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"b"}
            {HEAD"choices":[{"index":0,"delta":{"content":" look."},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"cdef"}
            {HEAD"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_9","type":"function","function":{"name":"top_song","arguments":""}}]},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":""}
            {HEAD"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"sign\\":"}}]},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"g"}
            {HEAD"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\\"WZPZ\\"}"}}]},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"hi"}
            {HEAD"choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"tool_calls"}],"usage":null,"obfuscation":"j"}
            {HEAD"choices":[],"usage":{"prompt_tokens":20,"completion_tokens":8,"total_tokens":28,"prompt_tokens_details":{"cached_tokens":5},"completion_tokens_details":{"reasoning_tokens":3}},"obfuscation":"k"}
            [DONE]
            """
                .replace("HEAD", HEAD));

    assertThat(events)
        .containsExactly(
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.Ping(),
            new StreamEvent.TextDelta(0, "Let me"),
            new StreamEvent.TextDelta(0, " look."),
            new StreamEvent.ContentBlockStop(0),
            new StreamEvent.ToolUseStart(
                1, new ToolUseId("call_9"), new ToolName("top_song"), JsonObject.EMPTY),
            new StreamEvent.ToolInputDelta(1, "{\"sign\":"),
            new StreamEvent.ToolInputDelta(1, "\"WZPZ\"}"),
            new StreamEvent.Ping(),
            new StreamEvent.Ping(),
            new StreamEvent.ContentBlockStop(1),
            new StreamEvent.MessageStop(StopReason.Known.TOOL_USE, JsonObject.EMPTY),
            new StreamEvent.Metadata(
                new Usage(
                    15,
                    8,
                    5,
                    0,
                    JsonObject.parse("{\"completion_tokens_details\":{\"reasoning_tokens\":3}}")),
                Duration.ZERO,
                JsonObject.parse(
                    "{\"id\":\"chatcmpl-1\",\"created\":1790000000,\"model\":\"gpt-x\","
                        + "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_1\"}")));
  }

  @Test
  void eventsCarryTheTimesAtWhichTheirChunkCame() {
    StreamDecoder decoder = new ChatCodec().stream();
    byte[] head = "data: {\"choices\":[{\"delta\":{\"con".getBytes(UTF_8);
    byte[] rest = "tent\":\"a\"}}]}\n\n".getBytes(UTF_8);
    decoder.feed(new Chunk(head, 0, head.length, 10));
    assertThat(decoder.next()).isEqualTo(Arrival.NOTHING);
    decoder.feed(new Chunk(rest, 0, rest.length, 20));

    assertThat(decoder.next())
        .isEqualTo(new Arrival.Event(new StreamEvent.MessageStart(Role.ASSISTANT), 10, 20));
    assertThat(decoder.next())
        .isEqualTo(new Arrival.Event(new StreamEvent.TextDelta(0, "a"), 10, 20));
  }

  @Test
  void commentsAndEmptyChunksAreSignsOfLife() {
    assertThat(
            decode(
                ": OPENROUTER PROCESSING\n"
                    + "{\"id\":\"c\"}\n"
                    + "{\"choices\":[]}\n"
                    + "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null,"
                    + "\"tool_calls\":[]}}],\"progress\":0.3}\n"
                    + finish("stop")))
        .startsWith(
            new StreamEvent.Ping(),
            new StreamEvent.MessageStart(Role.ASSISTANT),
            new StreamEvent.Ping(),
            new StreamEvent.Ping(),
            new StreamEvent.Ping());
  }

  @Test
  void reasoningHasTwoNamesAndOneMeaning() {
    for (String member : new String[] {"reasoning_content", "reasoning"}) {
      assertThat(
              reply(
                      delta("\"" + member + "\":\"Hm\",\"content\":null")
                          + delta("\"" + member + "\":\"m.\"")
                          + delta("\"" + member + "\":null,\"content\":\"Noon.\"")
                          + finish("stop"))
                  .content())
          .containsExactly(new Reasoning("Hmm.", ""), new Text("Noon."));
    }
    assertThat(
            reply(delta("\"reasoning_content\":\"Hm\",\"reasoning\":\"Hm\"") + finish("stop"))
                .content())
        .containsExactly(new Reasoning("Hm", ""));
  }

  @Test
  void reasoningDetailsAreKeptInOnePiece() {
    Reply reply =
        reply(
            delta(
                    "\"reasoning\":\"H\",\"reasoning_details\":[{\"type\":\"reasoning.text\","
                        + "\"text\":\"H\",\"index\":0}]")
                + delta(
                    "\"reasoning\":\"m\",\"reasoning_details\":[{\"type\":\"reasoning.text\","
                        + "\"text\":\"m\",\"signature\":\"s\",\"index\":0}]")
                + delta("\"content\":\"Noon.\"")
                + finish("stop"));

    assertThat(reply.content())
        .containsExactly(
            new Reasoning("Hm", ""),
            new Opaque(
                "chat",
                "reasoning_details",
                JsonObject.parse(
                    "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"Hm\","
                        + "\"index\":0,\"signature\":\"s\"}]}")),
            new Text("Noon."));
  }

  @Test
  void contentMayBePartsWithThinking() {
    assertThat(
            reply(
                    delta(
                            "\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\","
                                + "\"text\":\"Hm\"}]}]")
                        + delta("\"content\":[{\"type\":\"text\",\"text\":\"Noon\"}]")
                        + delta("\"content\":\".\"")
                        + finish("stop"))
                .content())
        .containsExactly(new Reasoning("Hm", ""), new Text("Noon."));
  }

  @Test
  void refusalIsTextThatSaysWhatItIs() {
    Reply reply =
        reply(delta("\"refusal\":\"I can\"") + delta("\"refusal\":\"not.\"") + finish("stop"));

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.REFUSAL);
    assertThat(reply.text()).isEqualTo("I cannot.");
    assertThat(reply.content())
        .containsExactly(
            new Text("I cannot.", JsonObject.parse("{\"type\":\"refusal\",\"wire\":\"chat\"}")));
  }

  @Test
  void annotationsAreCitationsAndAreKeptAsTheyStood() {
    String annotation =
        "{\"type\":\"url_citation\",\"url_citation\":{\"start_index\":0,\"end_index\":4,"
            + "\"url\":\"https://a.example\",\"title\":\"A\"}}";

    Reply reply =
        reply(
            delta("\"content\":\"Noon\"")
                + delta("\"annotations\":[" + annotation + "]")
                + finish("stop"));

    assertThat(reply.content())
        .containsExactly(
            new Citations(
                List.of("Noon"),
                List.of(
                    JsonObject.parse(
                        "{\"title\":\"A\",\"location\":{\"web\":{\"url\":\"https://a.example\"}}}"))));
    assertThat(reply.extra().member("annotations").orElseThrow())
        .hasToString("[" + annotation + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "stop, end_turn",
    "length, max_tokens",
    "max_tokens, max_tokens",
    "content_filter, content_filtered",
    "eos, end_turn",
    "end_turn, end_turn",
    "tool_calls, end_turn",
    "error, error",
    "brand_new, brand_new"
  })
  void finishReasonHasAMeaning(String word, String meaning) {
    assertThat(reply(delta("\"content\":\"Hi\"") + finish(word)).stopReason().value())
        .isEqualTo(meaning);
  }

  @Test
  void finishReasonMayBeMissingBeforeDone() {
    Reply reply = reply(delta("\"content\":\"Hi\"") + "[DONE]");

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.END_TURN);
  }

  @Test
  void usageMayComeWithAnyChunkAndTheLastCounts() {
    Reply reply =
        reply(
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":3,"
                + "\"completion_tokens\":1}}\n"
                + "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":"
                + "{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}\n"
                + "[DONE]");

    assertThat(reply.usage()).isEqualTo(new Usage(3, 2));
  }

  @Test
  void streamWithoutDoneIsCompleteIfAFinishReasonCame() {
    String finished = sse(delta("\"content\":\"Hi\"") + finish("stop").replace("[DONE]\n", ""));

    assertThat(Reply.of(ChatTranscript.events(finished, 7)).text()).isEqualTo("Hi");
    assertThat(Reply.of(ChatTranscript.events(finished.strip(), 7)).text()).isEqualTo("Hi");
  }

  @Test
  void doneMayLackItsBlankLine() {
    String stream = sse(delta("\"content\":\"Hi\"") + finish("stop")).strip();

    assertThat(Reply.of(ChatTranscript.events(stream, 5)).text()).isEqualTo("Hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\ndata: {\"choi",
        "data: [DONE]\n\n",
      })
  void streamThatEndsBeforeTheAnswerIsTruncated(String stream) {
    for (int step : new int[] {1, Integer.MAX_VALUE}) {
      assertThatExceptionOfType(TruncatedStreamException.class)
          .isThrownBy(() -> ChatTranscript.events(stream + "", step));
    }
  }

  @Test
  void callCutBeforeAnyFinishReasonIsNoCall() {
    String cut =
        ChatTranscript.calls(
                "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":\"}}")
            + "[DONE]";

    assertThatExceptionOfType(TruncatedStreamException.class).isThrownBy(() -> decode(cut));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}\n\n",
        "event: error\ndata: {\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}\n\n",
        "event: error\ndata: {\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}\n\n",
        "data: {\"error\":{\"message\":\"slow down\",\"code\":429,\"type\":\"rate_limit_exceeded\"},\"choices\":[]}\n\n",
      })
  void errorInTheStreamIsTheProvidersError(String error) {
    String stream = sse(delta("\"content\":\"Hi\"")) + error;

    for (int step : new int[] {1, Integer.MAX_VALUE}) {
      assertThatExceptionOfType(ProviderException.class)
          .isThrownBy(() -> ChatTranscript.events(stream, step))
          .satisfies(thrown -> {
            assertThat(thrown.kind()).isEqualTo(ErrorKind.THROTTLED);
            assertThat(thrown).hasMessage("rate_limit_exceeded (in the stream): slow down");
          });
    }
  }

  @Test
  void failureIsFinal() {
    StreamDecoder decoder = new ChatCodec().stream();
    byte[] stream = "data: nonsense\n\ndata: {}\n\n".getBytes(UTF_8);
    decoder.feed(new Chunk(stream, 0, stream.length, 0));

    assertThatExceptionOfType(MalformedWireException.class)
        .isThrownBy(decoder::next)
        .withMessageStartingWith("event 1 of 8 bytes is not JSON");
    assertThatExceptionOfType(MalformedWireException.class).isThrownBy(decoder::next);
    assertThatExceptionOfType(MalformedWireException.class).isThrownBy(decoder::end);
  }

  @Test
  void otherChoicesPassAsTheyCame() {
    assertThat(
            decode(
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}}]}\n"
                    + delta("\"content\":\"a\"")
                    + finish("stop")))
        .contains(
            new StreamEvent.Unrecognized(
                "choice", JsonObject.parse("{\"index\":1,\"delta\":{\"content\":\"b\"}}")),
            new StreamEvent.TextDelta(0, "a"));
  }

  @Test
  void answerIsTheFirstChoiceWhateverTheOthersDo() {
    String stream =
        """
        {"choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}
        {"choices":[{"index":1,"delta":{"role":"assistant","content":""}}]}
        {"choices":[{"index":1,"delta":{"tool_calls":[{"index":0,"id":"b","function":{"name":"f","arguments":"{"}}]}}]}
        {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}}]}
        {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}
        {"choices":[{"index":1,"delta":{},"finish_reason":"length"}]}
        {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":8,"total_tokens":11}}
        [DONE]
        """;

    Reply reply = reply(stream);

    assertThat(reply.content()).containsExactly(ToolUse.of("a", "f", JsonObject.EMPTY));
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
    assertThat(reply.usage().outputTokens()).isEqualTo(8);
    assertThat(decode(stream)).filteredOn(StreamEvent.Unrecognized.class::isInstance).hasSize(3);
  }

  /// Chunks of the others are no answer.
  @Test
  void otherChoicesDoNotEndTheFirst() {
    String cut =
        """
        {"choices":[{"index":0,"delta":{"content":"a"}}]}
        {"choices":[{"index":1,"delta":{},"finish_reason":"stop"}]}
        """;

    assertThatExceptionOfType(TruncatedStreamException.class)
        .isThrownBy(() -> decode(cut))
        .withMessageContaining("without a finish_reason");
  }

  @Test
  void privateMembersOfADeltaAreKept() {
    Reply reply = reply(delta("\"content\":\"a\",\"audio\":{\"id\":\"x\"}") + finish("stop"));

    assertThat(reply.extra().member("audio").orElseThrow()).hasToString("{\"id\":\"x\"}");
  }

  @Test
  void lengthWithinACallIsATruncatedCall() {
    Reply reply =
        reply(
            ChatTranscript.calls(
                    "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\"}}")
                + finish("length"));

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MAX_TOKENS);
    assertThat(reply.content())
        .singleElement()
        .extracting(block -> ((ToolUse) block).input())
        .isEqualTo(new dev.toolwire.conversation.ToolInput.Truncated("{\"a"));
  }
}

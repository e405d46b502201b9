package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TransportException;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventLineTest extends LoopTest {

  private static final ToolUse CALL = call("c1", "top_song", "sign", "WZPZ");
  private final LoopState state =
      new LoopState(
          question,
          new LoopState.Pending(List.of(CALL), List.of(CALL.id()), List.of()),
          new LoopState.Spent(2, 3, new Usage(61, 20), Duration.ofMillis(2500)));

  @Test
  void eventsOfTheLoopPrintAsAlignedLines() {
    assertThat(
            lines(
                new LoopEvent.RoundStarted(1, question),
                new LoopEvent.Silent(1, "fs_write", Duration.ofSeconds(12), 5312),
                new LoopEvent.CallRescued(
                    1, CALL.id(), CALL.name(), new Provenance("F5", "bare", List.of("name"))),
                new LoopEvent.ReplyReceived(1, calls(CALL)),
                new LoopEvent.InputRepaired(
                    1,
                    CALL,
                    JsonObject.EMPTY,
                    List.of(new InputChange("/n", InputChange.Kind.UNQUOTED, "\"1\"", "1"))),
                new LoopEvent.CallStarted(1, CALL),
                new LoopEvent.CallFinished(
                    12, CALL, ToolResult.error(CALL.id(), "no"), Duration.ofMillis(2)),
                new LoopEvent.CallDropped(1, CALL),
                new LoopEvent.ApprovalNeeded(1, CALL)))
        .isEqualTo(
            """
            #1   ask      scripted, 1 messages
            #1   silent   fs_write for 12.0 s after 5312 B
            #1   rescue   top_song(c1) from text: F5 bare name
            #1   reply    tool_use, 1 calls, 10+5 tokens
            #1   repair   top_song(c1) /n "1" -> 1
            #1   call     top_song(c1) {"sign":"WZPZ"}
            #12  result   top_song(c1) error in 2.0 ms
            #1   drop     top_song(c1)
            #1   approve  top_song(c1) {"sign":"WZPZ"}\
            """);
  }

  private static String lines(LoopEvent... events) {
    return Stream.of(events).map(LoopEvent::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void eventsOfTheModelPrintWhatTheyBringAndHowMuch() {
    assertThat(
            lines(
                streamed(new StreamEvent.MessageStart(Role.ASSISTANT)),
                streamed(
                    new StreamEvent.ToolUseStart(
                        7, new ToolUseId("c1"), new ToolName("top_song"), JsonObject.EMPTY)),
                streamed(new StreamEvent.ToolInputDelta(7, "{\"si")),
                streamed(new StreamEvent.TextDelta(0, "Hello")),
                streamed(new StreamEvent.ReasoningDelta(0, "Hm")),
                streamed(new StreamEvent.SignatureDelta(0, "abc")),
                streamed(new StreamEvent.RedactedDelta(0, Blob.of(new byte[9]))),
                streamed(new StreamEvent.CitationDelta(0, JsonObject.EMPTY)),
                streamed(new StreamEvent.WholeBlock(3, new CachePoint("5m"))),
                streamed(new StreamEvent.ContentBlockStop(7)),
                streamed(new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY)),
                streamed(new StreamEvent.Metadata(TOKENS, Duration.ZERO, JsonObject.EMPTY)),
                streamed(new StreamEvent.Ping()),
                streamed(new StreamEvent.Unrecognized("news", JsonObject.EMPTY))))
        .isEqualTo(
            """
            #1   event    messageStart
            #1   event    contentBlockStart  block=7 toolUse top_song(c1)
            #1   event    contentBlockDelta  block=7 input+4
            #1   event    contentBlockDelta  block=0 text+5
            #1   event    contentBlockDelta  block=0 reasoning+2
            #1   event    contentBlockDelta  block=0 signature+3
            #1   event    contentBlockDelta  block=0 redacted+9
            #1   event    contentBlockDelta  block=0 citation
            #1   event    contentBlock       block=3 CachePoint
            #1   event    contentBlockStop   block=7
            #1   event    messageStop        end_turn
            #1   event    metadata           10+5 tokens
            #1   event    ping
            #1   event    unrecognized       news\
            """);
  }

  private static LoopEvent streamed(StreamEvent event) {
    return new LoopEvent.ModelEvent(1, new Arrival.Event(event, 0, 0));
  }

  @Test
  void outcomesPrintHowTheRunEndedAndWhatItTook() {
    Reply refused = new Reply(List.of(new Text("No")), StopReason.Known.REFUSAL, TOKENS);
    assertThat(
            lines(
                new LoopEvent.Finished(new Outcome.Answered(says("Yes"), state)),
                new LoopEvent.Finished(
                    new Outcome.Limited(Limits.Name.SAME_RESULTS, List.of(), state)),
                new LoopEvent.Finished(new Outcome.Paused(state)),
                new LoopEvent.Finished(new Outcome.Stopped(refused, state)),
                new LoopEvent.Finished(
                    new Outcome.Failed(new TransportException("reset"), List.of(), state)),
                new LoopEvent.Finished(new Outcome.Cancelled(List.of(), state))))
        .isEqualTo(
            """
            #2   end      answered, 3 calls, 81 tokens in 2.5 s
            #2   end      limited by same results, 3 calls, 81 tokens in 2.5 s
            #2   end      paused for 1 decisions, 3 calls, 81 tokens in 2.5 s
            #2   end      stopped by refusal, 3 calls, 81 tokens in 2.5 s
            #2   end      failed: reset, 3 calls, 81 tokens in 2.5 s
            #2   end      cancelled, 3 calls, 81 tokens in 2.5 s\
            """);
  }

  @Test
  void longInputsAreCutAndLineEndsFlattened() {
    ToolUse call =
        new ToolUse(
            new ToolUseId("c"),
            new ToolName("t"),
            new ToolInput.Malformed("{\n" + "x".repeat(200), "?"));

    assertThat(new LoopEvent.CallStarted(1, call).toString())
        .isEqualTo("#1   call     t(c) malformed { " + "x".repeat(68) + "…");
  }
}

package dev.toolwire.wire.sse;

import static dev.toolwire.wire.sse.SseTranscript.chunk;
import static dev.toolwire.wire.sse.SseTranscript.message;
import static dev.toolwire.wire.sse.SseTranscript.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SseEndTest {

  @Test
  void anEndBehindABlankLineIsBetweenEvents() {
    assertThat(ended("data: a\n\n: comment\n").end()).isEqualTo(new SseEnd.BetweenEvents(1));
    assertThat(ended("").end()).isEqualTo(new SseEnd.BetweenEvents(0));
    assertThat(ended("data: a\n\n: cut comm").end()).isEqualTo(new SseEnd.BetweenEvents(1));
    assertThat(ended("data: a\r\n\r").end()).isEqualTo(new SseEnd.BetweenEvents(1));
  }

  @Test
  void anEndWithinAnEventSaysWhereItWasCut() {
    assertThat(ended("data: a\n\ndata: b\n").end()).isEqualTo(new SseEnd.MidEvent(2, 9, 8));
    assertThat(ended("data: a\n\ndata: b").end()).isEqualTo(new SseEnd.MidEvent(2, 9, 7));
    assertThat(ended("data: a\n\nd").end()).isEqualTo(new SseEnd.MidEvent(2, 9, 1));
    assertThat(new SseEnd.MidEvent(2, 9, 8).describe())
        .isEqualTo("stream ended 8 bytes into event 2, which begins at byte 9, retry the request");
  }

  @Test
  void anUnfinishedEventIsShownToWhoeverAsks() {
    assertThat(unfinished("event: e\ndata: a\n")).isEqualTo(said("e", "a"));
    assertThat(unfinished("data: [DONE]")).isEqualTo(message("[DONE]"));
    assertThat(unfinished("data: a\ndata: b")).isEqualTo(message("a\nb"));
    assertThat(unfinished("data: a\r")).isEqualTo(message("a"));
  }

  @Test
  void withoutDataThereIsNothingToShow() {
    for (String stream : new String[] {"", "event: e\n", "event: e", "dat", ": x", "data: a\n\n"}) {
      assertThat(ended(stream).unfinished()).as(stream).isEqualTo(Decoded.NEED_BYTES);
    }
  }

  @Test
  void anUnfinishedEventIsShownOnce() {
    SseDecoder decoder = ended("data: a");

    assertThat(decoder.unfinished()).isInstanceOf(SseEvent.class);
    assertThat(decoder.unfinished()).isEqualTo(Decoded.NEED_BYTES);
  }

  private static SseTranscript.Said unfinished(String stream) {
    SseTranscript.Said whole = SseTranscript.said((SseEvent) ended(stream).unfinished());
    SseDecoder byteByByte = new SseDecoder();
    byte[] bytes = stream.getBytes(UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      SseTranscript.feed(byteByByte, bytes, at, 1);
    }
    assertThat(SseTranscript.said((SseEvent) byteByByte.unfinished())).isEqualTo(whole);
    return whole;
  }

  private static SseDecoder ended(String stream) {
    SseDecoder decoder = new SseDecoder();
    decoder.feed(chunk(stream, 0));
    while (!(decoder.next() instanceof Decoded.NeedBytes)) {}
    return decoder;
  }
}

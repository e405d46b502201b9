package dev.toolwire.wire.sse;

import static dev.toolwire.wire.sse.SseTranscript.chunk;
import static dev.toolwire.wire.sse.SseTranscript.decode;
import static dev.toolwire.wire.sse.SseTranscript.message;
import static dev.toolwire.wire.sse.SseTranscript.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.sse.SseTranscript.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseDecoderTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void linesEndWithAnyOfTheThree(String end) {
    String stream =
        """
        event: ping
        data: {"type":"ping"}

        data: one
        data: two

        """;

    assertThat(decode(stream.replace("\n", end)))
        .containsExactly(said("ping", "{\"type\":\"ping\"}"), message("one\ntwo"));
  }

  @Test
  void lineEndsMayBeMixed() {
    assertThat(decode("data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\r\ndata: e\n\n"))
        .containsExactly(message("a\nb\nc"), message("d"), message("e"));
  }

  @Test
  void oneSpaceBehindTheColonIsNotPartOfTheValue() {
    assertThat(decode("data:a\n\ndata: b\n\ndata:  c\n\ndata:\td\n\n"))
        .containsExactly(message("a"), message("b"), message(" c"), message("\td"));
  }

  @Test
  void onlyTheFirstColonDivides() {
    assertThat(decode("data: {\"a\":1}\n\n")).containsExactly(message("{\"a\":1}"));
  }

  @Test
  void aFieldWithoutAColonIsEmpty() {
    assertThat(decode("data\n\ndata\ndata\n\ndata:\n\nevent\ndata: x\n\n"))
        .containsExactly(message(""), message("\n"), message(""), message("x"));
  }

  @Test
  void anEventWithoutDataIsNotShownAndItsTypeIsForgotten() {
    assertThat(decode("event: lost\n\ndata: kept\n\n")).containsExactly(message("kept"));
  }

  @Test
  void theLastTypeOfAnEventCounts() {
    assertThat(decode("event: a\nevent: b\ndata: x\n\ndata: y\n\n"))
        .containsExactly(said("b", "x"), message("y"));
  }

  @Test
  void commentsAndUnknownFieldsSayNothing() {
    assertThat(
            decode(": OPENROUTER PROCESSING\n\n:\ndata: a\n: in between\nfoo: bar\n Data: b\n\n"))
        .containsExactly(message("a"));
  }

  @Test
  void fieldNamesAreComparedExactly() {
    assertThat(decode("DATA: a\ndatax: b\ndat: c\ndata : d\ndata: e\n\n"))
        .containsExactly(message("e"));
  }

  @Test
  void anIdStaysUntilTheNextAndOneWithANulDoesNotCount() {
    assertThat(decode("id: 7\ndata: a\n\ndata: b\n\nid: 8\0\ndata: c\n\nid\ndata: d\n\n"))
        .containsExactly(
            new Said("message", "a", "7"),
            new Said("message", "b", "7"),
            new Said("message", "c", "7"),
            new Said("message", "d", ""));
  }

  @Test
  void retryIsTakenIfItIsAllDigits() {
    SseDecoder decoder = new SseDecoder();
    assertThat(decoder.retry()).isEmpty();

    decoder.feed(chunk("retry: 1500\nretry: 2s\nretry: -1\nretry:\n\n", 0));

    assertThat(decoder.next()).isEqualTo(Decoded.NEED_BYTES);
    assertThat(decoder.retry()).contains(Duration.ofMillis(1500));
  }

  @Test
  void aByteOrderMarkCountsOnlyAtTheBeginning() {
    assertThat(decode("\uFEFFdata: a\n\n\uFEFFdata: b\n\ndata: c\n\n"))
        .containsExactly(message("a"), message("c"));
    assertThat(decode("\uFEFF\uFEFFdata: a\n\n")).isEmpty();
    assertThat(decode("\uFEFF\n\ndata: a\n\n")).containsExactly(message("a"));
  }

  @Test
  void charactersMayBeCutBetweenTheirBytes() {
    assertThat(decode("event: ünï\ndata: 8 Störche 🦩\ndata: naïve\n\n"))
        .containsExactly(said("ünï", "8 Störche 🦩\nnaïve"));
  }

  @Test
  void whatIsNotUtf8IsReplacedInTheTextAndKeptInTheBytes() {
    byte[] stream = "data: a?b\n\n".getBytes(UTF_8);
    stream[7] = (byte) 0xff;

    assertThat(decode(stream)).containsExactly(message("a\uFFFDb"));
    SseEvent event = event(stream);
    assertThat(event.array()[event.dataOffset() + 1]).isEqualTo((byte) 0xff);
  }

  @Test
  void dataInOneLineIsShownInPlace() {
    byte[] stream = "data: abc\n\n".getBytes(UTF_8);

    SseEvent event = event(stream);

    assertThat(event.array()).isSameAs(stream);
    assertThat(event.dataOffset()).isEqualTo(6);
    assertThat(event.dataLength()).isEqualTo(3);
  }

  @Test
  void anEventEndsWithItsBlankLineAndWaitsForNothingBehindIt() {
    SseDecoder decoder = new SseDecoder();

    decoder.feed(chunk("data: a\r\n\r", 0));

    assertThat(decoder.next()).isInstanceOf(SseEvent.class);
    assertThat(decoder.next()).isEqualTo(Decoded.NEED_BYTES);
    decoder.feed(chunk("\ndata: b\r\n\r\n", 0));
    assertThat(((SseEvent) decoder.next()).data()).isEqualTo("b");
  }

  @Test
  void anEventKnowsItsPlaceAndWhenItCame() {
    SseDecoder decoder = new SseDecoder();
    decoder.feed(chunk("data: a\n\n: comment\nda", 10));
    assertPlace(decoder.next(), 1, 0, 10, 10);
    assertThat(decoder.next()).isEqualTo(new Decoded.Comment(10, 10));
    assertThat(decoder.next()).isEqualTo(Decoded.NEED_BYTES);

    decoder.feed(chunk("ta: b\n", 20));
    assertThat(decoder.next()).isEqualTo(Decoded.NEED_BYTES);
    decoder.feed(chunk("\n", 30));
    assertPlace(decoder.next(), 2, 19, 10, 30);
    assertThat(decoder.next()).isEqualTo(Decoded.NEED_BYTES);

    decoder.feed(chunk("data: c\n\n", 40));
    assertPlace(decoder.next(), 3, 28, 40, 40);
  }

  @Test
  void theRestOfACrLfIsNotPartOfTheNextEvent() {
    SseDecoder decoder = new SseDecoder();
    decoder.feed(chunk("data: a\r\n\r", 10));
    decoder.next();
    decoder.next();
    decoder.feed(chunk("\n", 20));
    assertThat(decoder.next()).isEqualTo(Decoded.NEED_BYTES);

    decoder.feed(chunk("data: b\r\r", 30));

    assertPlace(decoder.next(), 2, 11, 30, 30);
  }

  @Test
  void anEventPrintsAsOneAlignedLine() {
    SseDecoder decoder = new SseDecoder();
    decoder.feed(chunk("event: ping\ndata: {}\n\n", 0));

    assertThat(decoder.next()).hasToString("<< #1          22B event ping");
  }

  @Test
  void feedingOrEndingBeforeAllIsReadIsRefused() {
    SseDecoder decoder = new SseDecoder();
    decoder.feed(chunk("data: a\n\n", 0));

    assertThatIllegalStateException()
        .isThrownBy(() -> decoder.feed(chunk("x", 0)))
        .withMessage("feed called with 9 fed bytes unread; call next until it answers NeedBytes");
    assertThatIllegalStateException().isThrownBy(decoder::end);
    assertThatIllegalStateException().isThrownBy(decoder::unfinished);
  }

  static LongStream seeds() {
    return LongStream.of(1, 2, 3, System.nanoTime());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomCutsGiveTheSameEvents(long seed) {
    Random random = new Random(seed);
    byte[] stream = randomStream(random).getBytes(UTF_8);
    List<Said> whole = decode(stream);

    SseDecoder decoder = new SseDecoder();
    List<Said> cut = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(random.nextInt(40), stream.length - at);
      cut.addAll(SseTranscript.feed(decoder, stream, at, length));
      at += length;
    }

    assertThat(cut).isEqualTo(whole).isNotEmpty();
  }

  private static String randomStream(Random random) {
    String[] pieces = {
      "data", "event", "id", "retry", ": ", ":", " ", "\n", "\r", "\r\n", "\n\n", "é", "🦩", "\0",
      "12"
    };
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      stream.append(pieces[random.nextInt(pieces.length)]);
    }
    return stream.append("\n\ndata: last\n\n").toString();
  }

  private static void assertPlace(
      Decoded decoded, long number, long startsAt, long firstNanos, long lastNanos) {
    SseEvent event = (SseEvent) decoded;
    assertThat(event.number()).isEqualTo(number);
    assertThat(event.startsAt()).isEqualTo(startsAt);
    assertThat(event.firstByteNanos()).isEqualTo(firstNanos);
    assertThat(event.lastByteNanos()).isEqualTo(lastNanos);
  }

  private static SseEvent event(byte[] stream) {
    SseDecoder decoder = new SseDecoder();
    decoder.feed(new Chunk(stream, 0, stream.length, 0));
    return (SseEvent) decoder.next();
  }
}

package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaScannerTest {

  private static final int ROUNDS = 20_000;
  private static final List<String> PIECES =
      List.of(
          "a",
          "Ærø",
          "\\n",
          "\\\"",
          "\\\\",
          "\\/",
          "\\t",
          "\\u0041",
          "\\ud83d\\ude00",
          "😀",
          "\\x",
          "\u0001",
          "\uFFFD",
          " ",
          "}",
          "{\"a\":",
          "0123456789abcdef");

  private final DeltaScanner scanner = new DeltaScanner();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contentBlockIndex\":3,\"delta\":{\"text\":\"a\\n\\\"b\\\" æ\"},\"p\":\"abc\"}",
        "{\"delta\":{\"text\":\"a\\n\\\"b\\\" æ\"},\"contentBlockIndex\":3}",
        "{\"p\":\"\",\"contentBlockIndex\":3,\"delta\":{\"text\":\"a\\n\\\"b\\\" æ\"}}",
      })
  void commonShapeIsReadInAnyOrder(String payload) {
    assertThat(scan(payload)).hasValue(new StreamEvent.TextDelta(3, "a\n\"b\" æ"));
  }

  @Test
  void toolInputAndReasoningAreCommonToo() {
    assertThat(scan("{\"contentBlockIndex\":0,\"delta\":{\"toolUse\":{\"input\":\"{\"}}}"))
        .hasValue(new StreamEvent.ToolInputDelta(0, "{"));
    assertThat(scan("{\"contentBlockIndex\":0,\"delta\":{\"reasoningContent\":{\"text\":\"Hm\"}}}"))
        .hasValue(new StreamEvent.ReasoningDelta(0, "Hm"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contentBlockIndex\": 0,\"delta\":{\"text\":\"a\"}}",
        "{\"contentBlockIndex\":00,\"delta\":{\"text\":\"a\"}}",
        "{\"contentBlockIndex\":9999999999,\"delta\":{\"text\":\"a\"}}",
        "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"\\u0041\"}}",
        "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"\uFFFD\"}}",
        "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"},\"new\":1}",
        "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"}} ",
        "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\"",
        "{\"delta\":{\"text\":\"a\"}}",
        "{\"contentBlockIndex\":0}",
        "",
      })
  void anythingElseIsLeftToTheParser(String payload) {
    assertThat(scan(payload)).isEmpty();
  }

  @Test
  void textWithEscapesMayBeAsLongAsTheBuffer() {
    String head = "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"";
    String fits = "\\n" + "x".repeat(JsonScanner.MAX_ESCAPED_BYTES - 5);

    assertThat(scan(head + fits + "\"}}")).isPresent();
    assertThat(scan(head + fits + "x\"}}")).isEmpty();
  }

  @Test
  void whatTheScannerReadsTheParserReadsTheSame() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int scanned = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String payload = payload(random);
      Optional<StreamEvent> common = scan(payload);
      if (common.isPresent()) {
        scanned++;
        assertThat(common).as("seed %d: %s", seed, payload).isEqualTo(parsed(payload));
      }
    }
    assertThat(scanned).as("seed %d", seed).isBetween(ROUNDS / 20, ROUNDS);
  }

  @Test
  void bytesThatAreNotUtf8AreLeftToTheParser() {
    byte[] payload = bytes("{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a?\"}}");
    payload[payload.length - 4] = (byte) 0xC3;

    assertThat(scanner.scan(payload, 0, payload.length)).isNull();
  }

  private static String payload(Random random) {
    List<String> members = new ArrayList<>();
    members.add("\"contentBlockIndex\":" + random.nextInt(-1, 12));
    String text = "\"" + text(random) + "\"";
    members.add(
        switch (random.nextInt(4)) {
          case 0 -> "\"delta\":{\"text\":" + text + "}";
          case 1 -> "\"delta\":{\"toolUse\":{\"input\":" + text + "}}";
          case 2 -> "\"delta\":{\"reasoningContent\":{\"text\":" + text + "}}";
          default -> "\"delta\":{\"reasoningContent\":{\"signature\":" + text + "}}";
        });
    if (random.nextBoolean()) {
      members.add("\"p\":\"" + (random.nextInt(8) == 0 ? text(random) : "abc") + "\"");
    }
    if (random.nextInt(10) == 0) {
      members.add(members.get(random.nextInt(members.size())));
    }
    Collections.shuffle(members, random);
    String whole = "{" + String.join(random.nextInt(10) == 0 ? ", " : ",", members) + "}";
    return random.nextInt(10) == 0 ? damaged(whole, random) : whole;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      // Most pieces are harmless, so that enough payloads stay common.
      text.append(PIECES.get(random.nextInt(random.nextInt(4) == 0 ? PIECES.size() : 7)));
    }
    return text.toString();
  }

  private static String damaged(String whole, Random random) {
    int at = random.nextInt(whole.length());
    return whole.substring(0, at) + "\"{}[],:0 \\".charAt(random.nextInt(9)) + whole.substring(at);
  }

  /// The event as the general parser reads it; empty if it refuses.
  private static Optional<StreamEvent> parsed(String payload) {
    byte[] spaced = bytes(" " + payload);
    try {
      return Optional.of(new EventReader().read("contentBlockDelta", spaced, 0, spaced.length));
    } catch (MalformedWireException refused) {
      return Optional.empty();
    }
  }

  private Optional<StreamEvent> scan(String payload) {
    byte[] padded = bytes("xy" + payload + "z");
    return Optional.ofNullable(scanner.scan(padded, 2, padded.length - 3));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

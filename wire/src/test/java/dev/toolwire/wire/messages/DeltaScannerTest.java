package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.StreamEvent;
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
          "😀",
          "{\\\"a\\\":",
          " ",
          "}",
          "\\u0041",
          "\\x",
          "\u0001",
          "\uFFFD");

  private final DeltaScanner scanner = new DeltaScanner();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"content_block_delta\",\"index\":3,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\\n\"}}",
        "{\"index\":3,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\\n\"},\"type\":\"content_block_delta\"}",
        "{\"type\":\"content_block_delta\",\"index\":3,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\\n\"}     }",
      })
  void commonShapeIsReadInAnyOrderAndPadded(String data) {
    assertThat(scan(data)).hasValue(new StreamEvent.TextDelta(3, "a\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"x\"}}",
        "{\"type\":\"content_block_stop\",\"index\":0}",
        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}}",
        "{\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}}",
        "{\"type\":\"content_block_delta\", \"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}}",
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"},\"new\":1}",
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}",
        "",
      })
  void anythingElseIsLeftToTheParser(String data) {
    assertThat(scan(data)).isEmpty();
  }

  @Test
  void whatTheScannerReadsTheParserReadsTheSame() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int scanned = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String data = data(random);
      Optional<StreamEvent> common = scan(data);
      if (common.isPresent()) {
        scanned++;
        assertThat(common).as("seed %d: %s", seed, data).isEqualTo(parsed(data));
      }
    }
    assertThat(scanned).as("seed %d", seed).isBetween(ROUNDS / 20, ROUNDS);
  }

  private static String data(Random random) {
    List<String> members = new ArrayList<>();
    members.add("\"type\":\"content_block_delta\"");
    members.add("\"index\":" + random.nextInt(-1, 12));
    String text = "\"" + text(random) + "\"";
    members.add(
        "\"delta\":"
            + switch (random.nextInt(3)) {
              case 0 -> "{\"type\":\"text_delta\",\"text\":" + text + "}";
              case 1 -> "{\"type\":\"input_json_delta\",\"partial_json\":" + text + "}";
              default -> "{\"type\":\"thinking_delta\",\"thinking\":" + text + "}";
            });
    Collections.shuffle(members, random);
    String whole =
        "{" + String.join(",", members) + " ".repeat(Math.max(0, random.nextInt(-4, 4))) + "}";
    int at = random.nextInt(whole.length());
    return random.nextInt(10) == 0
        ? whole.substring(0, at) + "\"{}[],:0 \\".charAt(random.nextInt(9)) + whole.substring(at)
        : whole;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      // Most pieces are harmless, so that enough of the data stays common.
      text.append(PIECES.get(random.nextInt(random.nextInt(4) == 0 ? PIECES.size() : 8)));
    }
    return text.toString();
  }

  /// The event as the general parser reads it; empty if it refuses.
  private static Optional<StreamEvent> parsed(String data) {
    byte[] spaced = bytes(" " + data);
    MessageEvents events = new MessageEvents();
    try {
      events.read("content_block_delta", spaced, 0, spaced.length);
      return Optional.ofNullable(events.next());
    } catch (MalformedWireException refused) {
      return Optional.empty();
    }
  }

  private Optional<StreamEvent> scan(String data) {
    byte[] padded = bytes("xy" + data + "z");
    return Optional.ofNullable(scanner.scan(padded, 2, padded.length - 3));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

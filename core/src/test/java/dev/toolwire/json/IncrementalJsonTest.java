package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonOutcome.Complete;
import dev.toolwire.json.JsonOutcome.Empty;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IncrementalJsonTest {
  private static final JsonMapper JACKSON = JsonBinding.mapper();
  private static final int GENERATED_DOCUMENTS = 300;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "null",
        "true",
        "false",
        " \t\r\n[ ]\n ",
        "{\"a\":{\"b\":[1,{\"c\":null}]},\"d\":[]}",
        "{\"\":\"\"}",
        "[0,-0,12,-12,1.5,-0.0,1e5,1E+5,1e-5,0e0,0.0e-0]",
        "[2147483647,2147483648,-2147483648,-2147483649]",
        "[999999999999999999,1000000000000000000,-999999999999999999,-1000000000000000000]",
        "[9223372036854775807,9223372036854775808,-9223372036854775808,-9223372036854775809]",
        "[1.50,-0.00,1e2147483647,1e-2147483647]",
        "[1e400,-1e400,1e-400,1.7976931348623157e308,123456789012345678901234567890.5]",
        "7",
        "-0",
        "1.25e2",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00e9\\u00E9\\u20ac\"",
        "\"é € 漢 😀 \u007f \u2028\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00x\"",
        "\"\\ud83d\\ud83d\\ude00\"",
        "{\"é😀\\n\":1}",
        "{\"a\":1,\"b\":2,\"a\":{\"x\":3}}",
        "{\"a\":\"long\",\"a\":\"s\"}",
        "[[[[[[[[1]]]]]],[[2]]]]"
      })
  void readsWhatJacksonReadsHoweverItIsCut(String document) {
    for (Delivery delivery : Delivery.values()) {
      assertThat(delivery.read(document, 1))
          .as("%s", delivery)
          .isEqualTo(new Complete(JACKSON.readTree(document)));
    }
  }

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void readsWhatJacksonReadsInGeneratedDocuments(Delivery delivery) {
    for (long seed = 0; seed < GENERATED_DOCUMENTS; seed++) {
      String document = new RandomJson(new SplittableRandom(seed)).document();

      assertThat(delivery.read(document, seed))
          .as("seed %d: %s", seed, document)
          .isEqualTo(new Complete(JACKSON.readTree(document)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t "})
  void noValueIsEmpty(String document) {
    for (Delivery delivery : Delivery.values()) {
      assertThat(delivery.read(document, 1)).as("%s", delivery).isEqualTo(new Empty());
    }
  }

  @Test
  void rawLoneSurrogatesInTextAreKept() {
    assertThat(IncrementalJson.read("\"\ud83d-\ude00\""))
        .isEqualTo(new Complete(JACKSON.readTree("\"\ud83d-\ude00\"")));
  }

  @Test
  void stringsLongerThanTheWindowsAreWhole() {
    String document = "{\"text\":\"" + "é😀\\u00e9x".repeat(1_000) + "\"}";

    for (Delivery delivery : Delivery.values()) {
      assertThat(delivery.read(document, 1))
          .as("%s", delivery)
          .isEqualTo(new Complete(JACKSON.readTree(document)));
    }
  }

  @Test
  void textAndBytesMayAlternateBetweenCharacters() {
    var json = new IncrementalJson();

    json.feed("[\"a");
    json.feed(ByteBuffer.wrap(new byte[] {(byte) 0xc3, (byte) 0xa9}));
    json.feed("b\"]");

    assertThat(json.finish()).isEqualTo(new Complete(JACKSON.readTree("[\"aéb\"]")));
  }

  @Test
  void textAfterACutUtf8SequenceIsTheCallersError() {
    var json = new IncrementalJson();
    json.feed(ByteBuffer.wrap(new byte[] {'"', (byte) 0xc3}));

    assertThatThrownBy(() -> json.feed("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "text was fed after bytes that end inside a UTF-8 sequence; feed its other bytes first");
  }

  @Test
  void finishingTwiceSaysTheSameAndEndsTheInput() {
    var json = new IncrementalJson();
    json.feed("12");

    assertThat(json.finish()).isSameAs(json.finish());
    assertThatThrownBy(() -> json.feed("3"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the input was finished; use a new reader for a new document");
  }
}

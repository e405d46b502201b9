package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.toolwire.json.JsonOutcome.Complete;
import dev.toolwire.json.JsonOutcome.Empty;
import dev.toolwire.json.JsonOutcome.Malformed;
import dev.toolwire.json.JsonOutcome.Truncated;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class IncrementalJsonFaultTest {
  private static final JsonMapper JACKSON = JsonBinding.mapper();
  private static final int DAMAGED_DOCUMENTS = 3_000;

  static Stream<Arguments> malformedDocuments() {
    return Stream.of(
        arguments("}", "expected a value but found '}', at character 0 at the root"),
        arguments("+1", "expected a value but found '+', at character 0 at the root"),
        arguments(".5", "expected a value but found '.', at character 0 at the root"),
        arguments("NaN", "expected a value but found 'N', at character 0 at the root"),
        arguments("\ufeff1", "expected a value but found U+FEFF, at character 0 at the root"),
        arguments("\u00a01", "expected a value but found U+00A0, at character 0 at the root"),
        arguments("// x\n1", "expected a value but found '/', at character 0 at the root"),
        arguments("[,1]", "expected a value or ']' but found ',', at character 1 at the root"),
        arguments("[1,]", "expected a value but found ']', at character 3 at /1"),
        arguments(
            "[1 2]",
            "expected ',' or ']' after an element but found '2', at character 3 at the root"),
        arguments(
            "[1}",
            "expected ',' or ']' after an element but found '}', at character 2 at the root"),
        arguments(
            "{,}",
            "expected a member name in double quotes or '}' but found ',', at character 1 at the root"),
        arguments(
            "{'a':1}",
            "expected a member name in double quotes or '}' but found ''', at character 1 at the root"),
        arguments(
            "{\"a\":1,}",
            "expected a member name in double quotes but found '}', at character 7 at the root"),
        arguments(
            "{\"a\"}", "expected ':' after a member name but found '}', at character 4 at /a"),
        arguments("{\"a\":}", "expected a value but found '}', at character 5 at /a"),
        arguments(
            "{\"a\":1]",
            "expected ',' or '}' after a member but found ']', at character 6 at the root"),
        arguments(
            "{\"a\":[1,{\"b\":tru}]}",
            "expected the literal true but found '}', at character 16 at /a/1/b"),
        arguments("nuLl", "expected the literal null but found 'L', at character 2 at the root"),
        arguments(
            "truee",
            "expected nothing after the document's value but found 'e', at character 4 at the root"),
        arguments(
            "1 2",
            "expected nothing after the document's value but found '2', at character 2 at the root"),
        arguments(
            "[1]]",
            "expected nothing after the document's value but found ']', at character 3 at the root"),
        arguments(
            "1\u0000",
            "expected nothing after the document's value but found U+0000, at character 1 at the root"),
        arguments(
            "01",
            "expected no digit after a leading zero but found '1', at character 1 at the root"),
        arguments(
            "[-01]", "expected no digit after a leading zero but found '1', at character 3 at /0"),
        arguments("[-]", "expected a digit in a number but found ']', at character 2 at /0"),
        arguments(
            "[1e2147483648]",
            "a number has an exponent beyond that of any decimal, at character 13 at /0"),
        arguments(
            "1e2147483648",
            "a number has an exponent beyond that of any decimal, at character 12 at the root"),
        arguments("1.e1", "expected a digit in a number but found 'e', at character 2 at the root"),
        arguments("[1e+]", "expected a digit in a number but found ']', at character 4 at /0"),
        arguments(
            "\"a\nb\"",
            "expected control characters in a string to be escaped but found U+000A, at character 2 at the root"),
        arguments(
            "{\"a\tb\":1}",
            "expected control characters in a string to be escaped but found U+0009, at character 3 at the root"),
        arguments(
            "[\"\\x\"]",
            "expected one of \"\\/bfnrtu after a backslash but found 'x', at character 3 at /0"),
        arguments(
            "{\"\\ud83d\":1}",
            "a member name has half a surrogate pair as an escape, at character 8 at the root"),
        arguments(
            "{\"\\ud83da\":1}",
            "a member name has half a surrogate pair as an escape, at character 8 at the root"),
        arguments(
            "{\"\\ud83d\\n\":1}",
            "a member name has half a surrogate pair as an escape, at character 9 at the root"),
        arguments(
            "{\"\\ud83d\\ud83d\":1}",
            "a member name has half a surrogate pair as an escape, at character 13 at the root"),
        arguments(
            "{\"\\ude00\":1}",
            "a member name has half a surrogate pair as an escape, at character 7 at the root"),
        arguments(
            "[\"\\u00g0\"]",
            "expected four hexadecimal digits after \\u but found 'g', at character 6 at /0"),
        arguments(
            "[\"\\u00\uff11\"]",
            "expected four hexadecimal digits after \\u but found U+FF11, at character 6 at /0"));
  }

  @ParameterizedTest
  @MethodSource("malformedDocuments")
  void malformedInputIsSaidInOneSentenceHoweverItIsCut(String document, String message) {
    for (Delivery delivery : Delivery.values()) {
      assertThat(delivery.read(document, 1))
          .as("%s", delivery)
          .isInstanceOfSatisfying(
              Malformed.class, fault -> assertThat(fault.message()).isEqualTo(message));
    }
    assertThatThrownBy(() -> JACKSON.readTree(document))
        .isInstanceOfAny(JacksonException.class, NumberFormatException.class);
  }

  @Test
  void aFaultIsKnownAtOnceAndStays() {
    var json = new IncrementalJson();

    json.feed("[1,");
    assertThat(json.malformed()).isEmpty();
    json.feed("x");
    var fault = json.malformed().orElseThrow();
    json.feed("2]");

    assertThat(fault.offset()).isEqualTo(3);
    assertThat(fault.path()).isEqualTo(JsonPath.root().element(1));
    assertThat(json.finish()).isSameAs(fault);
    assertThat(json.partial()).hasToString("Optional[[1]]");
  }

  @ParameterizedTest
  @CsvSource({
    "22 c0 80 22, 1", // overlong
    "22 e0 80 80 22, 1",
    "22 ed a0 80 22, 1", // a surrogate
    "22 61 f4 90 80 80 22, 2", // beyond U+10FFFF
    "22 61 c3 22, 2", // a cut sequence
    "22 61 80 22, 2", // a stray byte
    "22 61 ff 22, 2",
    "7b 7d c3, 2", // a cut sequence at the end, outside of a string
  })
  void bytesThatAreNotUtf8AreMalformed(String hex, int offset) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    var whole = new IncrementalJson();
    var cut = new IncrementalJson();

    whole.feed(ByteBuffer.wrap(bytes));
    for (byte b : bytes) {
      cut.feed(ByteBuffer.wrap(new byte[] {b}));
    }

    assertThat(whole.finish())
        .isEqualTo(new Malformed("a byte sequence is not UTF-8", offset, JsonPath.root()))
        .isEqualTo(cut.finish());
  }

  /// Jackson reads bytes here: its reader of characters takes some letters beyond U+00FF for
  /// hexadecimal digits.
  @Test
  void damagedDocumentsAreReadExactlyWhenJacksonReadsThem() {
    for (long seed = 0; seed < DAMAGED_DOCUMENTS; seed++) {
      var random = new SplittableRandom(seed);
      String document = damaged(new RandomJson(random).document(), random);

      assertThat(valueOf(IncrementalJson.read(document)))
          .as("seed %d: %s", seed, document)
          .isEqualTo(jacksonValueOf(document.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// Puts a character that means something in JSON at a random place, over up to two others.
  private static String damaged(String document, RandomGenerator random) {
    int[] junk = "{}[]\",:\\ 019-+.eEtrufalsn/'\n\u0001é".codePoints().toArray();
    int[] characters = document.codePoints().toArray();
    int at = random.nextInt(characters.length);
    int rest = Math.min(characters.length, at + random.nextInt(3));
    return new StringBuilder()
        .append(new String(characters, 0, at))
        .appendCodePoint(junk[random.nextInt(junk.length)])
        .append(new String(characters, rest, characters.length - rest))
        .toString();
  }

  private static Optional<JsonNode> valueOf(JsonOutcome outcome) {
    return switch (outcome) {
      case Complete(var value) -> Optional.of(value);
      case Empty() -> Optional.of(MissingNode.getInstance());
      case Truncated _, Malformed _ -> Optional.empty();
    };
  }

  private static Optional<JsonNode> jacksonValueOf(byte[] document) {
    try {
      return Optional.of(JACKSON.readTree(document));
    } catch (JacksonException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}

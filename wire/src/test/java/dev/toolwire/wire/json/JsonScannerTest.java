package dev.toolwire.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts are read eight bytes at a time, so each case stands at every place of two such words and
/// of what is left behind them.
class JsonScannerTest {

  private static final int PLACES = 24;
  private static final String PLAIN = "a ~[æ😀\u007F!#]^0}{:,|\u0080xyz";

  private final JsonScanner scanner = new JsonScanner();

  @Test
  void textEndsAtItsQuoteWhereverThatIs() {
    for (int place = 0; place < PLACES; place++) {
      String plain = PLAIN.repeat(2);
      String text = plain.substring(0, plain.offsetByCodePoints(0, place));

      over(text + "\",\"more\":\"and more\"}");

      assertThat(scanner.text()).isEqualTo(text);
      assertThat(scanner.position()).isEqualTo(text.getBytes(UTF_8).length + 1);
    }
  }

  @Test
  void escapesAreReadWhereverTheyAre() {
    for (int place = 0; place < PLACES; place++) {
      String before = "~".repeat(place);

      over(before + "\\n\\\\ and \\\"so on\\\"\"");

      assertThat(scanner.text()).isEqualTo(before + "\n\\ and \"so on\"");
      assertThat(scanner.isAtEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0001", "\n", "\u001F"})
  void controlCharacterEndsTheMatter(String control) {
    for (int place = 0; place < PLACES; place++) {
      String text = "~".repeat(place) + control + "\"";

      over(text);
      assertThat(scanner.text()).isNull();
      over(text);
      assertThat(scanner.skipText()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\n", "æ", "😀"})
  void onlyPlainTextIsSkipped(String other) {
    for (int place = 0; place < PLACES; place++) {
      over(" ~\u007F".repeat(place) + "\"");
      assertThat(scanner.skipText()).isTrue();
      assertThat(scanner.isAtEnd()).isTrue();

      over("~".repeat(place) + other + "\"");
      assertThat(scanner.skipText()).isFalse();
    }
  }

  @Test
  void textIsNotLookedForBehindTheEndOfItsDocument() {
    for (int place = 0; place < PLACES; place++) {
      byte[] array = ("~".repeat(place) + "\"").getBytes(UTF_8);

      scanner.over(array, 0, place);

      assertThat(scanner.text()).isNull();
    }
  }

  private void over(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    scanner.over(bytes, 0, bytes.length);
  }
}

package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonEvent.ArrayOpened;
import dev.toolwire.json.JsonEvent.Completed;
import dev.toolwire.json.JsonEvent.ObjectOpened;
import dev.toolwire.json.JsonEvent.StringGrew;
import dev.toolwire.json.JsonOutcome.Complete;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncrementalJsonEventTest {
  private static final JsonMapper JACKSON = JsonBinding.mapper();
  private static final int GENERATED_DOCUMENTS = 300;

  private final List<String> told = new ArrayList<>();
  private final IncrementalJson json = new IncrementalJson(event -> told.add(line(event)));

  @Test
  void valuesAreToldAsTheyCompleteAndStringsAsTheyArrive() {
    assertThat(after("{\"pa")).containsExactly("object ''");
    assertThat(after("th\":\"/et")).containsExactly("grew '/path' /et");
    assertThat(after("c\",\"n\":[1,2"))
        .containsExactly("grew '/path' c", "done '/path' \"/etc\"", "array '/n'", "done '/n/0' 1");
    assertThat(after("0,true")).containsExactly("done '/n/1' 20", "done '/n/2' true");
    assertThat(after("]}"))
        .containsExactly("done '/n' [1,20,true]", "done '' {\"path\":\"/etc\",\"n\":[1,20,true]}");
  }

  @Test
  void aStringOfOneFragmentIsOnePieceAndAnEmptyOneIsNone() {
    assertThat(after("[\"ab\",\"\"]"))
        .containsExactly(
            "array ''",
            "grew '/0' ab",
            "done '/0' \"ab\"",
            "done '/1' \"\"",
            "done '' [\"ab\",\"\"]");
  }

  @Test
  void aNumberAtTheRootIsToldByTheEndOfTheInput() {
    assertThat(after("12")).isEmpty();

    json.finish();

    assertThat(told).containsExactly("done '' 12");
  }

  @Test
  void aPieceNeverEndsInsideASurrogatePair() {
    assertThat(after("\"a\ud83d")).containsExactly("grew '' a");
    assertThat(after("\ude00\\ud83d")).containsExactly("grew '' 😀");
    assertThat(after("\\u")).isEmpty();
    assertThat(after("de00")).containsExactly("grew '' 😀");
    assertThat(after("\\ud83d\"")).containsExactly("grew '' \ud83d", "done '' \"a😀😀\ud83d\"");
  }

  @Test
  void whatCameBeforeAFaultIsToldHoweverItWasCut() {
    assertThat(after("[\"ab\u0000")).containsExactly("array ''", "grew '/0' ab");
    assertThat(after("cd\"]")).isEmpty();
  }

  @Test
  void theTreeSoFarHoldsTheOpenStringButNoOpenNumberOrLiteral() {
    assertThat(json.partial()).isEmpty();
    assertThat(shownAfter("{")).isEqualTo("{}");
    assertThat(shownAfter("\"a\"")).isEqualTo("{}");
    assertThat(shownAfter(":\"")).isEqualTo("{\"a\":\"\"}");
    assertThat(shownAfter("x\\")).isEqualTo("{\"a\":\"x\"}");
    assertThat(shownAfter("ny")).isEqualTo("{\"a\":\"x\\ny\"}");
    assertThat(shownAfter("\",\"b\":[12")).isEqualTo("{\"a\":\"x\\ny\",\"b\":[]}");
    assertThat(shownAfter(",nul")).isEqualTo("{\"a\":\"x\\ny\",\"b\":[12]}");
    assertThat(shownAfter("l,\"c")).isEqualTo("{\"a\":\"x\\ny\",\"b\":[12,null,\"c\"]}");
    assertThat(shownAfter("\"]}")).isEqualTo("{\"a\":\"x\\ny\",\"b\":[12,null,\"c\"]}");
  }

  @Test
  void theTreeSoFarBecomesTheValue() {
    json.feed("{\"a\":\"x");
    JsonNode live = json.partial().orElseThrow();

    json.feed("y\"}");

    assertThat(json.finish()).isEqualTo(new Complete(JACKSON.readTree("{\"a\":\"xy\"}")));
    assertThat(json.partial()).containsSame(live);
  }

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void theEventsOfAGeneratedDocumentRebuildIt(Delivery delivery) {
    for (long seed = 0; seed < GENERATED_DOCUMENTS; seed++) {
      String document = new RandomJson(new SplittableRandom(seed)).document();
      List<JsonEvent> whole = new ArrayList<>();
      List<JsonEvent> cut = new ArrayList<>();

      Delivery.WHOLE_TEXT.read(document, seed, whole::add);
      delivery.read(document, seed, cut::add);

      assertThat(joined(cut)).as("seed %d: %s", seed, document).isEqualTo(joined(whole));
    }
  }

  /// The events with the pieces of each string made one.
  private static List<JsonEvent> joined(List<JsonEvent> events) {
    List<JsonEvent> joined = new ArrayList<>();
    for (JsonEvent event : events) {
      if (event instanceof StringGrew(var path, var piece)
          && !joined.isEmpty()
          && joined.getLast() instanceof StringGrew(_, var before)) {
        joined.set(joined.size() - 1, new StringGrew(path, before + piece));
      } else {
        joined.add(event);
      }
    }
    return joined;
  }

  private List<String> after(String fragment) {
    told.clear();
    json.feed(fragment);
    return told;
  }

  private String shownAfter(String fragment) {
    json.feed(fragment);
    return json.partial().map(JsonNode::toString).orElse("");
  }

  private static String line(JsonEvent event) {
    return switch (event) {
      case ObjectOpened(var path) -> "object '" + path + "'";
      case ArrayOpened(var path) -> "array '" + path + "'";
      case StringGrew(var path, var piece) -> "grew '" + path + "' " + piece;
      case Completed(var path, var value) ->
          "done '" + path + "' " + (value.isString() ? '"' + value.stringValue() + '"' : value);
    };
  }
}

package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

class GrowingStringTest {
  private final IncrementalJson json = new IncrementalJson();

  @Test
  void aViewStaysAsItWasWhenTheStringGrows() {
    CharSequence before = fed("\"one").soFar();
    CharSequence after = fed(" two").soFar();

    assertThat(before).hasToString("one").hasSize(3);
    assertThat(after).hasToString("one two");
    assertThat(after.subSequence(4, 7)).hasToString("two");
    assertThat(after.subSequence(4, 7).charAt(0)).isEqualTo('t');
    assertThatThrownBy(() -> before.charAt(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> before.subSequence(2, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aViewOutlivesTheStringAndTheNextOne() {
    json.feed("[\"one");
    var growing = (GrowingString) json.partial().orElseThrow().get(0);
    CharSequence view = growing.soFar();

    json.feed("\",\"another\"]");

    assertThat(view).hasToString("one");
    assertThat(growing.stringValue()).isEqualTo("one");
    assertThat(json.partial()).hasToString("Optional[[\"one\",\"another\"]]");
  }

  @Test
  void itIsAStringToJackson() {
    JsonNode growing = fed("\"a\\\"b");

    assertThat(growing.isString()).isTrue();
    assertThat(growing.stringValue()).isEqualTo("a\"b");
    assertThat(growing.stringValueOpt()).contains("a\"b");
    assertThat(growing.asString()).isEqualTo("a\"b");
    assertThat(growing.asString("other")).isEqualTo("a\"b");
    assertThat(growing).hasToString("\"a\\\"b\"");
  }

  @Test
  void aDeepCopyKeepsTheMoment() {
    json.feed("{\"a\":\"one");
    JsonNode kept = json.partial().orElseThrow().deepCopy();

    json.feed(" two\"}");

    assertThat(kept).hasToString("{\"a\":\"one\"}");
    assertThat(kept.get("a")).isInstanceOf(StringNode.class);
  }

  private GrowingString fed(String fragment) {
    json.feed(fragment);
    return (GrowingString) json.partial().orElseThrow();
  }
}

package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonOutcome.Complete;
import dev.toolwire.json.JsonOutcome.Malformed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class IncrementalJsonLimitTest {
  private static final JsonMapper JACKSON = JsonBinding.mapper();

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void nestingAsDeepAsTheLimitIsReadAndOneDeeperIsNot(Delivery delivery) {
    int depth = JsonLimits.DEFAULT_DEPTH;
    String deep = "[".repeat(depth) + "]".repeat(depth);

    assertThat(delivery.read(deep, 1)).isEqualTo(new Complete(JACKSON.readTree(deep)));
    assertThat(delivery.read("[" + deep + "]", 1))
        .isInstanceOfSatisfying(
            Malformed.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo("containers are nested deeper than 500 levels");
              assertThat(fault.offset()).isEqualTo(depth);
            });
  }

  @Test
  void objectsAndArraysCountAlikeForTheDepth() {
    var limits = new JsonLimits(2, JsonLimits.DEFAULT_LENGTH);

    assertThat(read("{\"a\":[{}", limits, Delivery.WHOLE_TEXT))
        .isInstanceOfSatisfying(
            Malformed.class,
            fault ->
                assertThat(fault.message())
                    .isEqualTo("containers are nested deeper than 2 levels, at character 6 at /a"));
    assertThat(read("{\"a\":[],\"b\":[]}", limits, Delivery.WHOLE_TEXT))
        .isInstanceOf(Complete.class);
  }

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void aDocumentAsLongAsTheLimitIsReadAndOneLongerIsNot(Delivery delivery) {
    var limits = new JsonLimits(JsonLimits.DEFAULT_DEPTH, 2_000);
    String fits = "\"" + "x".repeat(1_998) + "\"";

    assertThat(read(fits, limits, delivery)).isInstanceOf(Complete.class);
    assertThat(read(fits + " ", limits, delivery))
        .isEqualTo(
            new Malformed("the document is longer than 2000 characters", 2_000, JsonPath.root()));
  }

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void aNumberAsLongAsTheLimitIsReadAndOneLongerIsNot(Delivery delivery) {
    String fits = "[" + "9".repeat(1_000) + "]";

    assertThat(delivery.read(fits, 1)).isEqualTo(new Complete(JACKSON.readTree(fits)));
    assertThat(delivery.read("[" + "9".repeat(1_001) + "]", 1))
        .isEqualTo(
            new Malformed(
                "a number is longer than 1000 characters", 1_001, JsonPath.root().element(0)));
  }

  @ParameterizedTest
  @EnumSource(Delivery.class)
  void aNameAsLongAsTheLimitIsReadAndOneLongerIsNot(Delivery delivery) {
    String fits = "{\"" + "n".repeat(49_999) + "\\n\":1}";
    String plain = "{\"" + "n".repeat(50_001) + "\":1}";
    String escaped = "{\"" + "n".repeat(50_000) + "\\n\":1}";

    assertThat(delivery.read(fits, 1)).isEqualTo(new Complete(JACKSON.readTree(fits)));
    assertThat(delivery.read(plain, 1))
        .isEqualTo(
            new Malformed(
                "a member name is longer than 50000 characters", 50_002, JsonPath.root()));
    assertThat(delivery.read(escaped, 1))
        .isEqualTo(
            new Malformed(
                "a member name is longer than 50000 characters", 50_003, JsonPath.root()));
  }

  @Test
  void limitsBelowOneAreRefused() {
    assertThatThrownBy(() -> new JsonLimits(0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limits must be at least 1, got depth 0 and length 10");
    assertThatThrownBy(() -> new JsonLimits(10, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonOutcome read(String document, JsonLimits limits, Delivery delivery) {
    var json = new IncrementalJson(_ -> {}, limits);
    delivery.feed(document, json, new SplittableRandom(1));
    return json.finish();
  }
}

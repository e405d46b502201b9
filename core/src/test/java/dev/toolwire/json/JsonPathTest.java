package dev.toolwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

class JsonPathTest {
  @Test
  void printsAsAJsonPointer() {
    assertThat(JsonPath.root()).hasToString("");
    assertThat(JsonPath.root().member("items").element(3).member("name"))
        .hasToString("/items/3/name");
    assertThat(JsonPath.root().member("").member("a/b~c")).hasToString("//a~1b~0c");
  }

  @Test
  void jacksonFindsTheSameValueByIt() {
    var tree = JsonMapper.shared().readTree("{\"a/b\":[{\"~\":7}]}");
    JsonPath path = JsonPath.root().member("a/b").element(0).member("~");

    assertThat(tree.at(JsonPointer.compile(path.toString())).intValue()).isEqualTo(7);
  }

  @Test
  void equalPathsAreEqual() {
    assertThat(JsonPath.root().member("a").element(0))
        .isEqualTo(JsonPath.root().member("a").element(0))
        .isNotEqualTo(JsonPath.root().member("a").member("0"));
  }

  @Test
  void aNegativeIndexIsRefused() {
    assertThatThrownBy(() -> JsonPath.root().element(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("element index -1 is negative");
  }
}

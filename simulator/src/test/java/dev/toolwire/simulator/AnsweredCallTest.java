package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AnsweredCallTest {

  private static final JsonObject NINE = JsonObject.of("count", 9);

  @Test
  void anObjectIsAnObjectWhetherItComesAsJsonOrAsText() {
    assertThat(value(new Json(NINE))).isEqualTo(NINE.toNode());
    assertThat(value(new Text("{\"count\":9}"))).isEqualTo(NINE.toNode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "", "{count: 9}", "{\"count\":9} and so on", "[9]"})
  void anyOtherTextIsText(String text) {
    assertThat(value(new Text(text)).asString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error: station not found", "Error:station not found"})
  void aTextThatBeginsAsAnErrorIsOneWithoutItsStatus(String text) {
    ToolUse call = ToolUse.of("t1", "top_song", JsonObject.EMPTY);
    AnsweredCall told = new AnsweredCall(call, ToolResult.success(call.id(), new Text(text)));

    assertThat(told.failed()).isTrue();
    assertThat(told.text()).isEqualTo("station not found");
  }

  @Test
  void aTextThatOnlyMentionsAnErrorIsNone() {
    ToolUse call = ToolUse.of("t1", "top_song", JsonObject.EMPTY);

    assertThat(
            new AnsweredCall(call, ToolResult.success(call.id(), new Text("no error: fine")))
                .failed())
        .isFalse();
  }

  private static JsonNode value(ResultBlock result) {
    ToolUse call = ToolUse.of("t1", "CountLettersTool", JsonObject.EMPTY);
    return new AnsweredCall(call, ToolResult.success(call.id(), result)).value();
  }
}

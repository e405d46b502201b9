package dev.toolwire.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.Checked.Ready;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolInputCheck;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolSet;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolboxTest {

  private static final Toolbox BOX =
      Toolbox.of(
          InstantSource.fixed(Instant.parse("2026-11-20T12:05:09Z")),
          () -> ZoneId.of("Europe/Oslo"));

  @Test
  void harmlessToolsAreAlwaysThere() {
    assertThat(BOX.all().names())
        .extracting(ToolName::value)
        .containsExactly("CountLettersTool", "CurrentTimeTool", "CalculatorTool", "top_song");
  }

  @Test
  void filesNeedARoot(@TempDir Path root) throws IOException {
    assertThat(BOX.writingUnder(root).all().names()).contains(new ToolName("fs_write"));
    assertThatThrownBy(() -> BOX.writingUnder(root.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void someToolsAreChosenByName() {
    ToolSet some = BOX.only(List.of("top_song", "CalculatorTool"));

    assertThat(some.names())
        .extracting(ToolName::value)
        .containsExactly("top_song", "CalculatorTool");
    assertThatThrownBy(() -> BOX.only(List.of("fs_write")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no tool \"fs_write\", expected one of"
                + " [CountLettersTool, CurrentTimeTool, CalculatorTool, top_song]");
  }

  @Test
  void everyToolTellsAModelWhatItIsAndWhatItTakes(@TempDir Path root) throws IOException {
    assertThat(BOX.writingUnder(root).all().specs())
        .allSatisfy(spec -> {
          assertThat(spec.description()).hasSizeGreaterThan(100).doesNotContain("\n");
          assertThat(spec.inputSchema().toNode().path("properties").valueStream())
              .allMatch(member -> member.has("description"));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "Peter piper picked a peck of pickled peppers, P, 9",
    "Peter piper picked a peck of pickled peppers, e, 8",
    "Straße, R, 1",
    "none here, z, 0",
    "Ünder, ü, 1",
    "😀 and 😀, 😀, 2"
  })
  void lettersAreCountedInEitherCase(String word, String letter, int count) throws Exception {
    assertThat(run("CountLettersTool", JsonObject.of("word", word).with("letter", letter)))
        .isEqualTo(json("{\"count\":" + count + "}"));
  }

  @Test
  void timeIsToldInPlainLanguage() throws Exception {
    assertThat(run("CurrentTimeTool", JsonObject.EMPTY))
        .isEqualTo(ToolOutcome.text("Friday, 20 November 2026, 13:05:09 (Europe/Oslo, UTC+01:00)"));
  }

  @Test
  void songOfTheKnownStationIsTold() throws Exception {
    assertThat(run("top_song", JsonObject.of("sign", "WZPZ")))
        .isEqualTo(json("{\"song\":\"Elemental Hotel\",\"artist\":\"8 Storey Hike\"}"));
    assertThat(run("top_song", JsonObject.of("sign", "WKRP\n")))
        .isEqualTo(ToolOutcome.failed("station not found: \"WKRP\uFFFD\""));
  }

  @Test
  void calculatorAnswersOrAdvises() throws Exception {
    assertThat(run("CalculatorTool", JsonObject.of("expr", "9 * 8")))
        .isEqualTo(json("{\"result\":72}"));
    assertThat(run("CalculatorTool", JsonObject.of("expr", "1/3")))
        .isEqualTo(json("{\"result\":0.3333333333333333333333333333333333,\"rounded\":true}"));
    assertThat(run("CalculatorTool", JsonObject.of("expr", "# count first\n4*6")))
        .isEqualTo(
            ToolOutcome.retry(
                "not an arithmetic expression, at character 1: got \"# count first\uFFFD4*6\","
                    + " expected a number or \"(\". Send numbers, + - * / % ^ and parentheses"
                    + " only."));
  }

  private static ToolOutcome json(String json) {
    return ToolOutcome.ok(new Json(JsonObject.parse(json)));
  }

  /// As a loop would: checked first.
  private static ToolOutcome run(String name, JsonObject input) throws Exception {
    Tool tool = BOX.only(List.of(name)).tools().getFirst();
    Ready ready = (Ready) ToolInputCheck.of(tool.spec()).check(new ToolInput.Parsed(input));
    return tool.run(new ToolCall(new ToolUseId("u"), tool.spec().name(), ready.input()));
  }
}

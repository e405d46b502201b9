package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.CALCULATOR;
import static dev.toolwire.simulator.Caller.COUNT_LETTERS;
import static dev.toolwire.simulator.Caller.FS_WRITE;
import static dev.toolwire.simulator.Caller.PEPPERS;
import static dev.toolwire.simulator.Caller.TOP_SONG;
import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInScriptsTest {

  private static final String HAIKU = "us.anthropic.claude-3-haiku-20240307-v1:0";

  private final Caller caller = Caller.of(Simulator.withBuiltInScripts());

  @Test
  void theScriptsOfAModelAreThoseThatSpeakForIt() {
    for (Script script : Script.builtIn()) {
      for (String pattern : script.models()) {
        ModelId model = new ModelId(pattern.replace("*", "-1"));

        assertThat(BuiltInScripts.INSTANCE.of(model))
            .containsExactlyElementsOf(Repertoire.of(Script.builtIn()).of(model))
            .contains(script);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theDefaultModelCountsBothLettersAtOnceThenMultiplies(boolean streaming) {
    List<Reply> replies =
        caller.converse(peppers(Simulator.DEFAULT_MODEL).withStreaming(streaming), peppersTools());

    assertThat(calls(replies.get(0)))
        .containsExactly(
            "CountLettersTool {\"word\":\"Peter piper picked a peck of pickled peppers\",\"letter\":\"P\"}",
            "CountLettersTool {\"word\":\"Peter piper picked a peck of pickled peppers\",\"letter\":\"E\"}");
    assertThat(replies.get(0).text()).isEmpty();
    assertThat(replies.get(0).stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
    assertThat(calls(replies.get(1))).containsExactly("CalculatorTool {\"expr\":\"9 * 8\"}");
    assertThat(replies.get(2).text()).contains("9 times").contains("72").contains("😄");
    assertThat(replies.get(2).stopReason()).isEqualTo(StopReason.Known.END_TURN);
  }

  @Test
  void haikuCallsOneToolARound() {
    List<Reply> replies = caller.converse(peppers(HAIKU), peppersTools());

    assertThat(replies).hasSize(4);
    assertThat(replies.subList(0, 3))
        .allSatisfy(reply -> {
          assertThat(reply.toolUses()).hasSize(1);
          assertThat(reply.text()).isEmpty();
        });
    assertThat(calls(replies.get(2))).containsExactly("CalculatorTool {\"expr\":\"9 * 8\"}");
    assertThat(replies.get(3).text()).contains("72");
  }

  @Test
  void inItsSecondRunHaikuTalksBeforeItCalls() {
    List<Reply> byHeader =
        caller.withHeader("x-toolwire-run", "2").converse(peppers(HAIKU), peppersTools());
    List<Reply> byName = caller.converse(peppers(HAIKU + "--run-2"), peppersTools());

    assertThat(byHeader).hasSize(4);
    assertThat(byHeader.subList(0, 3)).allSatisfy(reply -> assertThat(reply.text()).isNotEmpty());
    assertThat(byName)
        .extracting(Reply::text)
        .isEqualTo(byHeader.stream().map(Reply::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the most popular song on WZPZ?",
        "Which song is the most popular on WZPZ?",
        "Tell me the top song of radio station WZPZ"
      })
  void theRadioAnswersWithItsTopSong(String question) {
    List<Reply> replies =
        caller.converse(question(Simulator.DEFAULT_MODEL, question, TOP_SONG), TOP_SONG);

    assertThat(calls(replies.get(0))).containsExactly("top_song {\"sign\":\"WZPZ\"}");
    assertThat(replies.get(1).text())
        .isEqualTo("Listeners of WZPZ like \"Elemental Hotel\" by 8 Storey Hike best.");
  }

  @Test
  void anUnknownStationIsAnErrorThatTheModelRecoversFrom() {
    List<Reply> replies =
        caller.converse(
            question(Simulator.DEFAULT_MODEL, "What is the top song on WXYZ?", TOP_SONG), TOP_SONG);

    assertThat(replies.getLast().text()).contains("WXYZ").contains("station not found");
  }

  @Test
  void aFileIsFilledWithAsManyCharactersAsAskedFor() {
    ModelRequest request =
        question(
            Simulator.DEFAULT_MODEL, "Write 2,000 characters of filler to notes/a.txt.", FS_WRITE);

    List<Reply> replies = caller.converse(request, FS_WRITE);

    ToolInput input = replies.get(0).toolUses().getFirst().input();
    assertThat(input)
        .isInstanceOfSatisfying(
            ToolInput.Parsed.class,
            parsed -> {
              assertThat(parsed.value().text("path")).contains("notes/a.txt");
              assertThat(parsed.value().text("file_text").orElseThrow()).hasSize(2000);
            });
    assertThat(replies.get(1).text()).contains("2,000 characters");
  }

  @Test
  void aSumIsCalculated() {
    List<Reply> replies =
        caller.converse(
            question(Simulator.DEFAULT_MODEL, "How much is 9 * 8?", CALCULATOR), CALCULATOR);

    assertThat(calls(replies.get(0))).containsExactly("CalculatorTool {\"expr\":\"9 * 8\"}");
    assertThat(replies.get(1).text()).isEqualTo("9 * 8 is 72.");
  }

  @Test
  void aGreetingIsReturned() {
    assertThat(caller.ask(question(Simulator.DEFAULT_MODEL, "Say hello.")).text())
        .startsWith("Hello! ");
  }

  @Test
  void aQuestionThatNoScriptKnowsGetsAnHonestAnswer() {
    Reply reply = caller.ask(question(Simulator.DEFAULT_MODEL, "What is the meaning of life?"));

    assertThat(reply.text())
        .contains("I am a script on Toolwire's embedded simulator")
        .contains("how to count letters")
        .contains("AWS_REGION");
  }

  @Test
  void aToolThatIsNotOfferedIsNotCalled() {
    Reply reply = caller.ask(question(Simulator.DEFAULT_MODEL, PEPPERS, CALCULATOR));

    assertThat(reply.toolUses()).isEmpty();
    assertThat(reply.text()).contains("CountLettersTool, but the request does not offer it");
  }

  @Test
  void aModelWithoutAScriptSaysWhichModelsHaveOne() {
    Reply reply = caller.ask(question("nobody.knows-me-v1:0", "Hello"));

    assertThat(reply.text())
        .contains("no script for the model nobody.knows-me-v1:0")
        .containsOnlyOnce("gpt-4o*")
        .contains("toolwire.scripted-v1:0");
  }

  private static Caller.TestTool[] peppersTools() {
    return new Caller.TestTool[] {COUNT_LETTERS, CALCULATOR};
  }

  private static ModelRequest peppers(String model) {
    return question(model, PEPPERS, peppersTools());
  }

  private static List<String> calls(Reply reply) {
    return reply.toolUses().stream().map(BuiltInScriptsTest::line).toList();
  }

  static String line(ToolUse call) {
    return call.name()
        + " "
        + (call.input() instanceof ToolInput.Parsed(var value) ? value : call.input());
  }
}

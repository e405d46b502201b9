package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.CALCULATOR;
import static dev.toolwire.simulator.Caller.COUNT_LETTERS;
import static dev.toolwire.simulator.Caller.PEPPERS;
import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.simulator.PromptedTalk.Telling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Six models count and multiply, each in its own way: what the built-in scripts play, run by run.
class SixModelsTest {

  private static final String GPT_4O = "gpt-4o";
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
  private static final String MISTRAL = "mistral.mistral-large-2402-v1:0";
  private static final String COMMAND_R = "cohere.command-r-plus-v1:0";
  private static final String LLAMA = "meta.llama3-70b-instruct-v1:0";
  private static final String TITAN = "amazon.titan-text-premier-v1:0";

  private static final String PHRASE = "Peter piper picked a peck of pickled peppers";
  private static final String COUNT_P = count("P");
  private static final String COUNT_E = count("E");

  private final Simulator simulator = Simulator.withBuiltInScripts();
  private final Caller caller = Caller.of(simulator);

  @ParameterizedTest
  @CsvSource({"1,true", "1,false", "2,true", "2,false", "3,true", "3,false"})
  void gpt4oCountsBothLettersInOneMessageInEachOfItsThreeRuns(int run, boolean streaming) {
    List<Reply> replies = run(GPT_4O, run, streaming);

    assertThat(replies).hasSize(3);
    assertThat(replies.get(0).text()).isEmpty();
    assertThat(calls(replies.get(0))).containsExactly(COUNT_P, COUNT_E);
    assertThat(replies.get(0).stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
    assertThat(calls(replies.get(1))).containsExactly("CalculatorTool {\"expr\":\"9 * 8\"}");
    assertThat(replies.get(2).text())
        .contains("72")
        .containsPattern("\\p{IsEmoji_Presentation}|🌶");
  }

  @Test
  void gpt4oSaysItInOtherWordsEachTime() {
    List<String> answers =
        List.of(1, 2, 3).stream().map(run -> run(GPT_4O, run, true).getLast().text()).toList();

    assertThat(answers).doesNotHaveDuplicates();
  }

  @Test
  void gpt4oKnowsTheRadioToo() {
    ModelRequest request = question(GPT_4O, "Which song is on top on WZPZ?", Caller.TOP_SONG);

    assertThat(caller.converse(request, Caller.TOP_SONG).getLast().text())
        .contains("Elemental Hotel");
  }

  @ParameterizedTest
  @CsvSource({"1,true", "1,false", "2,true", "2,false"})
  void haikuCallsOneToolARoundAndTalksBeforeItInItsSecondRun(int run, boolean streaming) {
    List<Reply> replies = run(HAIKU, run, streaming);

    assertThat(replies.stream().flatMap(reply -> calls(reply).stream()))
        .containsExactly(COUNT_P, COUNT_E, "CalculatorTool {\"expr\":\"9 * 8\"}");
    assertThat(replies).hasSize(4);
    assertThat(replies.subList(0, 3))
        .allSatisfy(reply -> assertThat(reply.text().isEmpty()).isEqualTo(run == 1));
    assertThat(replies.getLast().text()).contains("72");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | __["CountLettersTool", {"word": "%s", "letter": "E"}]
          2 | omitempty [{"name": "CountLettersTool", "arguments": {"word": "%s", "letter": "E"}}]
          """)
  void mistralLosesItsSecondCallInTheText(int run, String leak) {
    List<Reply> replies = run(MISTRAL, run, false);

    assertThat(replies).hasSize(2);
    assertThat(calls(replies.get(0))).containsExactly(COUNT_P);
    assertThat(replies.get(1).toolUses()).isEmpty();
    assertThat(replies.get(1).stopReason()).isEqualTo(StopReason.Known.END_TURN);
    assertThat(replies.get(1).text())
        .matches("(?s)[A-Z].*\\.\n\n.*")
        .endsWith(leak.formatted(PHRASE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void mistralGoesOnWhenItsCallIsRescued(int run) {
    Caller inRun = inRun(run);
    ModelRequest request = peppers(MISTRAL).withStreaming(false);
    Reply native1 = inRun.ask(request);
    Conversation counted = answered(request.conversation(), native1.content(), 9);
    Reply leaked = inRun.ask(request.withConversation(counted));
    ToolUse rescued =
        ToolUse.of(
            "rescued1", "CountLettersTool", JsonObject.of("word", PHRASE).with("letter", "E"));
    Conversation both = answered(counted, List.of(leaked.content().getFirst(), rescued), 8);

    List<Reply> rest = inRun.converse(request.withConversation(both), CALCULATOR);

    assertThat(calls(rest.get(0))).containsExactly("CalculatorTool {\"expr\":\"9 * 8\"}");
    assertThat(rest.get(1).text()).contains("72");
  }

  @ParameterizedTest
  @CsvSource({"1,4*6,true", "1,4*6,false", "2,4*7,true", "2,4*7,false"})
  void commandRGuessesTheProductAndGivesUpInBadManners(int run, String guess, boolean streaming) {
    List<Reply> replies = run(COMMAND_R, run, streaming);

    assertThat(replies).hasSize(2);
    assertThat(replies.get(0).text()).isNotBlank();
    assertThat(calls(replies.get(0)).subList(0, 2)).containsExactly(COUNT_P, COUNT_E);
    assertThat(calls(replies.get(0)).get(2))
        .matches(".*\"# [a-z ]+\\\\n" + guess.replace("*", "\\*") + "\".*");
    assertThat(replies.get(1).toolUses()).isEmpty();
    assertThat(replies.get(1).text()).doesNotContain("72");
  }

  @ParameterizedTest
  @EnumSource(Telling.class)
  void llamaCountsBothLettersThenMultipliesInEachOfItsThreeRuns(Telling telling) {
    for (int run = 1; run <= 3; run++) {
      PromptedTalk talk = prompted(LLAMA, run, telling);

      assertThat(talk.calls()).containsExactly(COUNT_P, COUNT_E, product("9*8"));
      assertThat(talk.replies()).hasSize(3);
      assertThat(talk.replies().get(0)).containsPattern("(?m)\\A.+\n\nTool Call:\n\\[.*]\n\n.+\\z");
      assertThat(talk.replies().get(1))
          .containsPattern("(?i)\\A.+ tool call:\n\\[.*] \\P{ASCII}+\\z");
      assertThat(talk.replies().get(2)).contains("72");
    }
  }

  @ParameterizedTest
  @EnumSource(Telling.class)
  void titanTakesStepsThatReferToEachOtherInItsFirstRun(Telling telling) {
    PromptedTalk talk = prompted(TITAN, 1, telling);

    assertThat(talk.calls())
        .containsExactly(
            COUNT_P,
            COUNT_E,
            product("resultOf(CountLettersTool, P) * resultOf(CountLettersTool, E)"),
            product("9*8"));
    assertThat(talk.replies().get(0).split("Tool Call:")).hasSize(4);
    assertThat(talk.replies().getLast()).contains("72");
  }

  @ParameterizedTest
  @EnumSource(Telling.class)
  void titanApologisesAndThenTalksALotInItsSecondRun(Telling telling) {
    PromptedTalk talk = prompted(TITAN, 2, telling);

    assertThat(talk.calls())
        .containsExactly(COUNT_P, COUNT_E, product("2*result_1*result_2"), product("9*8"));
    assertThat(talk.replies()).hasSize(3);
    assertThat(talk.replies().get(1)).contains("sorry");
    assertThat(talk.replies().get(2)).contains("72").hasSizeGreaterThan(1200);
  }

  @ParameterizedTest
  @EnumSource(Telling.class)
  void titanAsksTheUserToBeMoreSpecificInItsThirdRun(Telling telling) {
    PromptedTalk talk = prompted(TITAN, 3, telling);

    assertThat(talk.calls()).containsExactly(COUNT_P, COUNT_E, product("2*result_1*result_2"));
    assertThat(talk.replies()).hasSize(2);
    assertThat(talk.replies().getLast()).contains("more specific").doesNotContain("72");
  }

  @ParameterizedTest
  @EnumSource(Telling.class)
  void titanNeedsThreeCalculationsInItsFourthRun(Telling telling) {
    PromptedTalk talk = prompted(TITAN, 4, telling);

    assertThat(talk.calls())
        .containsExactly(
            COUNT_P, COUNT_E, product("Ps times Es"), product("9 (P) * 8 (E)"), product("9*8"));
    assertThat(talk.replies()).hasSize(4);
    assertThat(talk.replies().getLast()).contains("72");
  }

  @Test
  void withoutAPromptForToolsAPromptedModelSaysThatItIsAScript() {
    assertThat(caller.ask(question(LLAMA, PEPPERS)).text()).contains("I am a script");
  }

  @Test
  void theServiceRefusesWhatTheModelsDoNotTake() {
    assertRefused(peppers(LLAMA), "This model doesn't support tool use.");
    assertRefused(peppers(TITAN), "This model doesn't support tool use.");
    assertRefused(
        question(TITAN, PEPPERS).withSystem("Be cheeky."), "doesn't support system messages");
    assertRefused(peppers(MISTRAL), "This model doesn't support tool use in streaming mode.");
  }

  private void assertRefused(ModelRequest request, String words) {
    assertThatThrownBy(() -> caller.ask(request))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(words);
  }

  private List<Reply> run(String model, int run, boolean streaming) {
    Caller asking = model.equals(GPT_4O) ? Caller.over(TestWire.CHAT, simulator) : caller;
    return asking
        .withHeader("x-toolwire-run", Integer.toString(run))
        .converse(peppers(model).withStreaming(streaming), COUNT_LETTERS, CALCULATOR);
  }

  private PromptedTalk prompted(String model, int run, Telling telling) {
    return PromptedTalk.about(
        inRun(run), model, PEPPERS, model.equals(LLAMA), telling, COUNT_LETTERS, CALCULATOR);
  }

  private Caller inRun(int run) {
    return caller.withHeader("x-toolwire-run", Integer.toString(run));
  }

  private static ModelRequest peppers(String model) {
    return question(model, PEPPERS, COUNT_LETTERS, CALCULATOR);
  }

  private static Conversation answered(
      Conversation before, List<? extends ContentBlock> said, int count) {
    Message calls = new Message(Role.ASSISTANT, List.copyOf(said));
    return before.exchange(
        calls,
        List.of(
            ToolResult.success(
                calls.toolUses().getFirst().id(), new Json(JsonObject.of("count", count)))));
  }

  private static List<String> calls(Reply reply) {
    return reply.toolUses().stream().map(BuiltInScriptsTest::line).toList();
  }

  private static String count(String letter) {
    return "CountLettersTool {\"word\":\"%s\",\"letter\":\"%s\"}".formatted(PHRASE, letter);
  }

  private static String product(String expression) {
    return "CalculatorTool {\"expr\":\"%s\"}".formatted(expression);
  }
}

package dev.toolwire.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The request that a model without tools is sent.
class PromptedRequestTest {

  static final ToolSpec COUNT =
      new ToolSpec(
          "CountLettersTool",
          "Counts a letter in a phrase.",
          JsonObject.parse(
              """
              {"type": "object", "properties": {"word": {"type": "string"}, "letter": {"type": "string"}}}
              """));
  static final ToolSpec CALCULATE =
      new ToolSpec(
          "CalculatorTool",
          "Evaluates basic arithmetic.",
          JsonObject.parse(
              """
              {"type": "object", "properties": {"expr": {"type": "string"}}}
              """));
  private static final ModelId LLAMA = new ModelId("meta.llama3-70b-instruct-v1:0");
  private static final ToolUseId ONE = new ToolUseId("one");
  private static final ToolUseId TWO = new ToolUseId("two");

  private final Heard model = new Heard().says("Fine.");
  private Losses losses = Losses.NONE;

  private void ask(ModelProfile.PromptedTools form, ModelRequest request) {
    new PromptedTools(model, _ -> Optional.of(form), (_, lost) -> losses = lost)
        .open(request)
        .reply();
  }

  private static ModelRequest question() {
    return ModelRequest.to(LLAMA, Conversation.startingWith("How many Ps?"))
        .withSystem("Be cheeky.")
        .withTools(List.of(COUNT, CALCULATE));
  }

  @Test
  void theSystemPromptTellsTheToolsAndHowToAskForThem() {
    ask(ModelProfile.PromptedTools.JSON_ARRAY, question());

    assertThat(model.request().tools()).isEmpty();
    assertThat(model.request().toolChoice()).isEqualTo(ToolChoice.AUTO);
    assertThat(model.system())
        .isEqualTo(
            """
            Be cheeky.
            ---
            You can use tools. You do not run them yourself: you write that you want to, and the program \
            between you and the user runs them and tells you their results. These are the tools, as JSON, \
            with a JSON Schema for the parameters of each:

            {"name":"CountLettersTool","description":"Counts a letter in a phrase.","parameters":\
            {"type":"object","properties":{"word":{"type":"string"},"letter":{"type":"string"}}}}
            {"name":"CalculatorTool","description":"Evaluates basic arithmetic.","parameters":\
            {"type":"object","properties":{"expr":{"type":"string"}}}}

            How to ask for tools:
            - Begin a line with "Tool Call:" and go on, on the same line, with one JSON array that holds \
            an object for each call: its "name", and its "arguments" as an object. Like this:
            Tool Call: [{"name": "<tool>", "arguments": {"<parameter>": "<value>"}}]
            - Use only these tools, with exactly these names, and only the parameters in their schemas.
            - Take one step after the other. Ask for all calls that you can make now, together; a call \
            that needs the result of another has to wait until you know that result. Write plain values \
            only, never an expression or a reference to another call.
            - After asking, stop and wait. The results come with the next message; never make one up.
            - If a tool reports an error, read it, correct the call, and ask again. After three errors \
            give up, and tell the user what does not work.
            - Once you know enough, answer the user in plain words, without asking for tools.\
            """);
  }

  @Test
  void eachStyleShowsItsOwnForm() {
    ask(ModelProfile.PromptedTools.HERMES_TAGS, question());
    assertThat(model.system())
        .contains(
            """
            <tool_call>
            {"name": "<tool>", "arguments": {"<parameter>": "<value>"}}
            </tool_call>
            """);

    model.says("Fine.");
    ask(ModelProfile.PromptedTools.PYTHON_CALLS, question());
    assertThat(model.system()).contains("[<tool>(<parameter>=\"<value>\")]\n");
  }

  @Test
  void aForcedChoiceIsToldInWords() {
    ask(ModelProfile.PromptedTools.JSON_ARRAY, question().withToolChoice(ToolChoice.ANY));
    assertThat(model.system())
        .endsWith("In your next message you must ask for at least one tool; do not answer yet.");

    model.says("Fine.");
    ToolChoice calculator = new ToolChoice.Named(CALCULATE.name());
    ask(ModelProfile.PromptedTools.JSON_ARRAY, question().withToolChoice(calculator));
    assertThat(model.system())
        .endsWith(
            "In your next message you must ask for the tool CalculatorTool, and for no other; do"
                + " not answer yet.");
  }

  @Test
  void withTheChoiceOfNoToolNothingIsToldOfTools() {
    ask(ModelProfile.PromptedTools.JSON_ARRAY, question().withToolChoice(ToolChoice.NONE));

    assertThat(model.system()).isEqualTo("Be cheeky.");
    assertThat(model.request().tools()).isEmpty();
  }

  @Test
  void callsAndResultsAreToldInTheUsersWords() {
    JsonObject p = JsonObject.of("word", "Peter Piper").with("letter", "P");
    Conversation conversation =
        Conversation.startingWith("How many Ps?")
            .exchange(
                new Message(
                    Role.ASSISTANT,
                    List.of(
                        new Text("Let me count."),
                        new ToolUse(ONE, COUNT.name(), new ToolInput.Parsed(p)),
                        new ToolUse(
                            TWO, new ToolName("now"), new ToolInput.Parsed(JsonObject.EMPTY)))),
                List.of(
                    ToolResult.success(ONE, new Json(JsonObject.of("count", 3))),
                    ToolResult.error(TWO, "there is no tool now")));

    ask(ModelProfile.PromptedTools.JSON_ARRAY, question().withConversation(conversation));

    assertThat(Heard.told(model.request().conversation()))
        .isEqualTo(
            """
            USER:
            How many Ps?
            ASSISTANT:
            Let me count.
            ---
            (Waiting for the results of: CountLettersTool, now.)
            USER:
            Result 1, from the tool CountLettersTool with {"word":"Peter Piper","letter":"P"}:
            {"count":3}

            Error 2, from the tool now with no arguments:
            there is no tool now\
            """);
  }

  @Test
  void picturesOfAResultFollowItsWords() {
    Image chart = new Image("png", new MediaSource.Inline(Blob.of(new byte[] {1})));
    Conversation conversation =
        Conversation.startingWith("Draw it.")
            .exchange(
                new Message(Role.ASSISTANT, List.of(ToolUse.of("one", "draw", JsonObject.EMPTY))),
                List.of(ToolResult.success(ONE, chart)));

    ask(ModelProfile.PromptedTools.JSON_ARRAY, question().withConversation(conversation));

    assertThat(model.request().conversation().messages().getLast().content())
        .containsExactly(
            new Text("Result 1, from the tool draw with no arguments:\n(the picture below)"),
            chart);
  }

  @Test
  void aConversationWithToolsIsToldInWordsEvenIfThereAreNoneAnyMore() {
    Conversation conversation =
        Conversation.startingWith("What time is it?")
            .exchange(
                new Message(Role.ASSISTANT, List.of(ToolUse.of("one", "now", JsonObject.EMPTY))),
                List.of(ToolResult.success(ONE, new Text("noon"))))
            .with(Message.assistant("It is noon."))
            .say("Thanks.");

    ask(
        ModelProfile.PromptedTools.JSON_ARRAY,
        question().withTools(List.of()).withConversation(conversation));

    assertThat(Heard.told(model.request().conversation())).doesNotContain("toolUse", "<Tool");
    assertThat(model.system()).isEqualTo("Be cheeky.");
  }

  @Test
  void whatGoesAsTextIsTold() {
    Conversation conversation =
        Conversation.startingWith("What time is it?")
            .exchange(
                new Message(Role.ASSISTANT, List.of(ToolUse.of("one", "now", JsonObject.EMPTY))),
                List.of(ToolResult.success(ONE, new Text("noon"))));

    ask(ModelProfile.PromptedTools.JSON_ARRAY, question().withConversation(conversation));

    assertThat(losses)
        .hasToString(
            """
            tools: rewritten: the system prompt tells of them, and asks for text
            messages[1]: rewritten: calls and results go as text
            messages[2]: rewritten: calls and results go as text\
            """);
  }

  @Test
  void aModelThatIsNotToBePromptedIsLeftAlone() {
    new PromptedTools(model, _ -> Optional.empty(), LossPolicy.forbid()).open(question()).reply();

    assertThat(model.request()).isEqualTo(question());
  }

  @Test
  void anyModelCanBePrompted() {
    PromptedTools step =
        PromptedTools.always(model, ModelCatalogue.builtIn()::profile, LossPolicy.log());

    step.open(
            ModelRequest.to(
                    new ModelId("anthropic.claude-3-haiku-20240307-v1:0"),
                    question().conversation())
                .withTools(List.of(COUNT)))
        .reply();

    assertThat(model.request().tools()).isEmpty();
    assertThat(model.system()).contains("CountLettersTool");
  }
}

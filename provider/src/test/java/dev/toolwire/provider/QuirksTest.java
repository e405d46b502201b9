package dev.toolwire.provider;

import static dev.toolwire.provider.QuirkyModel.HELLO;
import static dev.toolwire.provider.QuirkyModel.SCHEMA;
import static dev.toolwire.provider.QuirkyModel.WITH_TOOL;
import static dev.toolwire.provider.QuirkyModel.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.UnsupportedOnWireException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent to models with peculiarities, as bytes on the wire, what comes back, and what is
/// said about the difference.
class QuirksTest {

  private final QuirkyModel model = new QuirkyModel();

  @Test
  void modelWithoutPeculiaritiesIsSentWhatWasSaid() {
    model.open(
        "\"toolChoices\":[\"any\",\"named\"]",
        WITH_TOOL
            .withToolChoice(ToolChoice.ANY)
            .withInference(InferenceConfig.DEFAULTS.withTemperature(0.5)));

    assertThat(model.sent())
        .isEqualTo(
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"}]}],\
            "inferenceConfig":{"temperature":0.5},\
            "toolConfig":{"tools":[{"toolSpec":{"name":"top-song","inputSchema":{"json":{"type":"object"}}}}],\
            "toolChoice":{"any":{}}}}\
            """);
    assertThat(model.lost).isEmpty();
  }

  @Test
  void forcedChoiceThatIsNotTakenIsSaidInWords() {
    model.open(
        "\"toolChoices\":[\"auto\"]",
        WITH_TOOL.withToolChoice(new ToolChoice.Named(new ToolName("top-song"))));

    assertThat(model.sent())
        .contains("\"system\":[{\"text\":\"Call the tool top-song in your next message.\"}]")
        .doesNotContain("toolChoice");
    assertThat(model.lost)
        .containsExactly(
            "toolChoice: changed: the model is not known to take the choice of top-song; it may"
                + " choose, and is told");
  }

  @Test
  void modelThatCanBeForcedToSomeToolIsToldWhich() {
    model.open(
        "\"toolChoices\":[\"auto\",\"any\"]",
        WITH_TOOL.withToolChoice(new ToolChoice.Named(new ToolName("top-song"))));

    assertThat(model.sent())
        .contains("Call the tool top-song in your next message.")
        .contains("\"toolChoice\":{\"any\":{}}");
  }

  @Test
  void modelWithoutSystemPromptIsToldByTheUser() {
    model.open("\"system\":false", WITH_TOOL.withToolChoice(ToolChoice.ANY));

    assertThat(model.sent())
        .contains(
            "\"content\":[{\"text\":\"Hi\"},"
                + "{\"text\":\"Call at least one of the tools in your next message.\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unlessThinking |          | any  | ",
        "unlessThinking | disabled | any  | ",
        "unlessThinking | enabled  | auto | toolChoice",
        "unlessThinking | adaptive | auto | toolChoice",
        "thinkingOff    | disabled | any  | ",
        "thinkingOff    |          | any  | extra.thinking",
        "thinkingOff    | enabled  | auto | toolChoice",
        "always         | enabled  | any  | "
      })
  void forcedChoiceAndThinkingDoNotAlwaysGoTogether(
      String forced, String thinking, String choice, String path) {
    ModelRequest request = WITH_TOOL.withToolChoice(ToolChoice.ANY);
    model.open(
        "\"toolChoices\":[\"auto\",\"any\",\"named\"],\"forcedChoice\":\"" + forced + "\"",
        thinking == null
            ? request
            : request.withExtra(
                JsonObject.parse(
                    "{\"additionalModelRequestFields\":{\"top_k\":5,\"thinking\":{\"type\":\""
                        + thinking
                        + "\"}}}")));

    JsonObject body = JsonObject.parse(model.sent());
    assertThat(body.toNode().at("/toolConfig/toolChoice/any").isMissingNode())
        .isEqualTo(choice.equals("auto"));
    assertThat(body.names().contains("system")).isEqualTo(choice.equals("auto"));
    assertThat(model.lost)
        .hasSize(path == null ? 0 : 1)
        .allMatch(line -> line.startsWith(path + ": "));
    if ("extra.thinking".equals(path)) {
      assertThat(model.sent()).contains("\"thinking\":{\"type\":\"disabled\"}");
    }
  }

  @Test
  void forcedChoiceIsRefusedWhereLossesAreForbidden() {
    assertThatThrownBy(() ->
            model
                .model("\"toolChoices\":[]", LossPolicy.forbid())
                .open(WITH_TOOL.withToolChoice(ToolChoice.ANY)))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessageEndingWith(
            "toolChoice: changed: the model is not known to take the choice any; it may choose, and"
                + " is told");
    assertThat(model.requests).isEmpty();
  }

  @Test
  void modelThatIsToldOfToolsByAPromptLosesNothing() {
    model
        .model("\"tools\":false,\"system\":false", LossPolicy.forbid())
        .open(WITH_TOOL.withConversation(asked("call1", new Text("song"))));

    assertThat(model.sent()).contains("top-song").doesNotContain("toolConfig", "toolUse");
  }

  @Test
  void samplingThatIsRefusedIsLeftOut() {
    model.open(
        "\"sampling\":false",
        HELLO.withInference(
            InferenceConfig.DEFAULTS.withMaxTokens(9).withTemperature(0.5).withTopP(0.9)));

    assertThat(model.sent())
        .isEqualTo(
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"maxTokens":9}}\
            """);
    assertThat(model.lost)
        .containsExactly(
            "inference.temperature: dropped: 0.5 is left out: the model takes no sampling"
                + " parameters",
            "inference.topP: dropped: 0.9 is left out: the model takes no sampling parameters");
  }

  @Test
  void stopSequencesThatAreRefusedAreLeftOut() {
    model.open(
        "\"stopSequences\":false",
        HELLO.withInference(InferenceConfig.DEFAULTS.withStopSequences(List.of("END"))));

    assertThat(model.sent()).doesNotContain("END");
    assertThat(model.lost)
        .singleElement()
        .asString()
        .startsWith("inference.stopSequences: dropped: ");
  }

  @Test
  void strictAndEagerToolsAreDeclaredAsOthersAre() {
    ToolSpec tool = new ToolSpec(new ToolName("save"), "", SCHEMA, true, true);

    model.open("\"strictTools\":false", HELLO.withTools(List.of(tool)));

    assertThat(model.sent())
        .contains("{\"name\":\"save\",\"inputSchema\":{\"json\":{\"type\":\"object\"}}}");
    assertThat(model.lost)
        .containsExactly(
            "tools[0].strict: dropped: the model does not take it; inputs are checked when they"
                + " arrive",
            "tools[0].eagerInput: dropped: there is no way to ask this model for input as it is"
                + " generated");
  }

  @Test
  void eagerInputIsAskedForByTheBetaOfTheWholeRequest() {
    ToolSpec tool = new ToolSpec(new ToolName("save"), "", SCHEMA, false, true);

    model.open("\"eagerInput\":\"request\"", HELLO.withTools(List.of(tool)));

    assertThat(model.sent())
        .contains("\"anthropic_beta\":[\"fine-grained-tool-streaming-2025-05-14\"]");
    assertThat(model.lost).isEmpty();
  }

  @Test
  void systemMessageInTheMiddleBecomesTextOfTheUser() {
    Conversation conversation =
        Conversation.startingWith("Hi")
            .with(new Message(Role.SYSTEM, List.of(new Text("Be brief."))))
            .with(new Message(Role.USER, List.of(new Text("Go on."))));

    model.open("\"systemTurns\":false", HELLO.withConversation(conversation));

    assertThat(model.sent())
        .isEqualTo(
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"},{"text":"Be brief."},{"text":"Go on."}]}]}\
            """);
    assertThat(model.lost)
        .containsExactly(
            "messages[1]: moved: the model takes no system message here; its text ends the user"
                + " message before it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "always | signed,unsigned | ",
        "signed | signed          | messages[1].content[1]",
        "never  |                 | messages[1].content[0] messages[1].content[1]"
      })
  void reasoningIsShownAgainOnlyAsTheModelWantsIt(String rule, String shown, String paths) {
    Conversation conversation =
        Conversation.startingWith("Hi")
            .with(
                new Message(
                    Role.ASSISTANT,
                    List.of(
                        new Reasoning("signed", "sig"),
                        new Reasoning("unsigned", ""),
                        new Text("Yes"))))
            .say("Go on.");

    model.open("\"reasoning\":\"" + rule + "\"", HELLO.withConversation(conversation));

    assertThat(
            JsonObject.parse(model.sent())
                .toNode()
                .at("/messages/1/content")
                .valueStream()
                .map(block -> block.at("/reasoningContent/reasoningText/text").asString(""))
                .filter(text -> !text.isEmpty()))
        .containsExactlyElementsOf(shown == null ? List.of() : List.of(shown.split(",")));
    assertThat(model.lost.stream().map(line -> line.substring(0, line.indexOf(':'))))
        .containsExactlyElementsOf(paths == null ? List.of() : List.of(paths.split(" ")));
  }

  @Test
  void toolNamesOfAnotherAlphabetAreReplacedAndPutBack() {
    Reply reply =
        model.open(
            "\"toolNameMarks\":\"_\",\"toolChoices\":[\"auto\",\"any\",\"named\"]",
            WITH_TOOL
                .withConversation(asked("call1", new Text("song")))
                .withToolChoice(new ToolChoice.Named(new ToolName("top-song"))));

    assertThat(model.sent())
        .contains("\"toolUse\":{\"toolUseId\":\"call1\",\"name\":\"top_song\"")
        .contains("\"toolSpec\":{\"name\":\"top_song\"")
        .contains("\"toolChoice\":{\"tool\":{\"name\":\"top_song\"}}")
        .doesNotContain("top-song");
    assertThat(reply.toolUses())
        .extracting(ToolUse::name)
        .containsExactly(new ToolName("top-song"));
    assertThat(model.lost)
        .containsExactly("tools[0].name: renamed: \"top-song\" is sent as \"top_song\"");
  }

  @Test
  void toolNamesThatWouldFallTogetherAreTold() {
    Reply reply =
        model.open(
            "\"toolNameMarks\":\"_\"",
            HELLO.withTools(
                List.of(
                    new ToolSpec("top-song", "", SCHEMA), new ToolSpec("top_song", "", SCHEMA))));

    assertThat(model.sent()).contains("\"name\":\"top_song_2\"").contains("\"name\":\"top_song\"");
    assertThat(reply.toolUses())
        .extracting(ToolUse::name)
        .containsExactly(new ToolName("top_song"));
  }

  @Test
  void modelThatTakesNoToolsInAStreamIsAskedForTheWholeAnswer() {
    Reply reply = model.open("\"streamingTools\":false", WITH_TOOL.withStreaming(true));

    assertThat(model.requests.getFirst().uri().getPath()).endsWith("/converse");
    assertThat(reply.toolUses()).hasSize(1);
    assertThat(model.lost).singleElement().asString().startsWith("streaming: changed: ");
  }

  @Test
  void withoutToolsItIsStreamedAllTheSame() {
    assertThatThrownBy(() -> model.open("\"streamingTools\":false", HELLO.withStreaming(true)));

    assertThat(model.requests.getFirst().uri().getPath()).endsWith("/converse-stream");
  }
}

package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent to models with peculiarities, as bytes on the wire, what comes back, and what is
/// said about the difference.
class QuirksTest {

  private static final ModelId MODEL = new ModelId("quirky");
  private static final JsonObject SCHEMA = JsonObject.of("type", "object");
  private static final ModelRequest HELLO =
      ModelRequest.to(MODEL, Conversation.startingWith("Hi")).withStreaming(false);
  private static final ModelRequest WITH_TOOL =
      HELLO.withTools(List.of(new ToolSpec("top-song", "", SCHEMA)));
  private static final String TOOL_USE =
      "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"toolUse\":"
          + "{\"toolUseId\":\"a1B2c3D4e\",\"name\":\"top_song\",\"input\":{}}}]}},"
          + "\"stopReason\":\"tool_use\",\"usage\":{\"inputTokens\":3,\"outputTokens\":2,"
          + "\"totalTokens\":5},\"metrics\":{\"latencyMs\":0}}";

  private final List<WireRequest> sent = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();

  @Test
  void modelWithoutPeculiaritiesIsSentWhatWasSaid() {
    open(
        "\"toolChoices\":[\"any\",\"named\"]",
        WITH_TOOL
            .withToolChoice(ToolChoice.ANY)
            .withInference(InferenceConfig.DEFAULTS.withTemperature(0.5)));

    assertThat(sent())
        .isEqualTo(
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"}]}],\
            "inferenceConfig":{"temperature":0.5},\
            "toolConfig":{"tools":[{"toolSpec":{"name":"top-song","inputSchema":{"json":{"type":"object"}}}}],\
            "toolChoice":{"any":{}}}}\
            """);
    assertThat(lost).isEmpty();
  }

  @Test
  void forcedChoiceThatIsNotTakenIsSaidInWords() {
    open(
        "\"toolChoices\":[\"auto\"]",
        WITH_TOOL.withToolChoice(new ToolChoice.Named(new ToolName("top-song"))));

    assertThat(sent())
        .contains("\"system\":[{\"text\":\"Call the tool top-song in your next message.\"}]")
        .doesNotContain("toolChoice");
    assertThat(lost)
        .containsExactly(
            "toolChoice: changed: the model is not known to take the choice of top-song; it may"
                + " choose, and is told");
  }

  @Test
  void modelThatCanBeForcedToSomeToolIsToldWhich() {
    open(
        "\"toolChoices\":[\"auto\",\"any\"]",
        WITH_TOOL.withToolChoice(new ToolChoice.Named(new ToolName("top-song"))));

    assertThat(sent())
        .contains("Call the tool top-song in your next message.")
        .contains("\"toolChoice\":{\"any\":{}}");
  }

  @Test
  void modelWithoutSystemPromptIsToldByTheUser() {
    open("\"system\":false", WITH_TOOL.withToolChoice(ToolChoice.ANY));

    assertThat(sent())
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
    open(
        "\"toolChoices\":[\"auto\",\"any\",\"named\"],\"forcedChoice\":\"" + forced + "\"",
        thinking == null
            ? request
            : request.withExtra(
                JsonObject.parse(
                    "{\"additionalModelRequestFields\":{\"top_k\":5,\"thinking\":{\"type\":\""
                        + thinking
                        + "\"}}}")));

    JsonObject body = JsonObject.parse(sent());
    assertThat(body.toNode().at("/toolConfig/toolChoice/any").isMissingNode())
        .isEqualTo(choice.equals("auto"));
    assertThat(body.names().contains("system")).isEqualTo(choice.equals("auto"));
    assertThat(lost).hasSize(path == null ? 0 : 1).allMatch(line -> line.startsWith(path + ": "));
    if ("extra.thinking".equals(path)) {
      assertThat(sent()).contains("\"thinking\":{\"type\":\"disabled\"}");
    }
  }

  @Test
  void forcedChoiceIsRefusedWhereLossesAreForbidden() {
    assertThatThrownBy(() ->
            model("\"toolChoices\":[]", LossPolicy.FORBID)
                .open(WITH_TOOL.withToolChoice(ToolChoice.ANY)))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessageEndingWith(
            "toolChoice: changed: the model is not known to take the choice any; it may choose, and"
                + " is told");
    assertThat(sent).isEmpty();
  }

  @Test
  void samplingThatIsRefusedIsLeftOut() {
    open(
        "\"sampling\":false",
        HELLO.withInference(
            InferenceConfig.DEFAULTS.withMaxTokens(9).withTemperature(0.5).withTopP(0.9)));

    assertThat(sent())
        .isEqualTo(
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"maxTokens":9}}\
            """);
    assertThat(lost)
        .containsExactly(
            "inference.temperature: dropped: 0.5 is left out: the model takes no sampling"
                + " parameters",
            "inference.topP: dropped: 0.9 is left out: the model takes no sampling parameters");
  }

  @Test
  void stopSequencesThatAreRefusedAreLeftOut() {
    open(
        "\"stopSequences\":false",
        HELLO.withInference(InferenceConfig.DEFAULTS.withStopSequences(List.of("END"))));

    assertThat(sent()).doesNotContain("END");
    assertThat(lost).singleElement().asString().startsWith("inference.stopSequences: dropped: ");
  }

  @Test
  void strictAndEagerToolsAreDeclaredAsOthersAre() {
    ToolSpec tool = new ToolSpec(new ToolName("save"), "", SCHEMA, true, true);

    open("\"strictTools\":false", HELLO.withTools(List.of(tool)));

    assertThat(sent())
        .contains("{\"name\":\"save\",\"inputSchema\":{\"json\":{\"type\":\"object\"}}}");
    assertThat(lost)
        .containsExactly(
            "tools[0].strict: dropped: the model does not take it; inputs are checked when they"
                + " arrive",
            "tools[0].eagerInput: dropped: there is no way to ask this model for input as it is"
                + " generated");
  }

  @Test
  void eagerInputIsAskedForByTheBetaOfTheWholeRequest() {
    ToolSpec tool = new ToolSpec(new ToolName("save"), "", SCHEMA, false, true);

    open("\"eagerInput\":\"request\"", HELLO.withTools(List.of(tool)));

    assertThat(sent()).contains("\"anthropic_beta\":[\"fine-grained-tool-streaming-2025-05-14\"]");
    assertThat(lost).isEmpty();
  }

  @Test
  void systemMessageInTheMiddleBecomesTextOfTheUser() {
    Conversation conversation =
        Conversation.startingWith("Hi")
            .with(new Message(Role.SYSTEM, List.of(new Text("Be brief."))))
            .with(new Message(Role.USER, List.of(new Text("Go on."))));

    open("\"systemTurns\":false", HELLO.withConversation(conversation));

    assertThat(sent())
        .isEqualTo(
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"},{"text":"Be brief."},{"text":"Go on."}]}]}\
            """);
    assertThat(lost)
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

    open("\"reasoning\":\"" + rule + "\"", HELLO.withConversation(conversation));

    assertThat(
            JsonObject.parse(sent())
                .toNode()
                .at("/messages/1/content")
                .valueStream()
                .map(block -> block.at("/reasoningContent/reasoningText/text").asString(""))
                .filter(text -> !text.isEmpty()))
        .containsExactlyElementsOf(shown == null ? List.of() : List.of(shown.split(",")));
    assertThat(lost.stream().map(line -> line.substring(0, line.indexOf(':'))))
        .containsExactlyElementsOf(paths == null ? List.of() : List.of(paths.split(" ")));
  }

  @Test
  void textBesideResultsGoesIntoTheLastOfThem() {
    open(
        "\"textBesideResults\":false,\"resultStatus\":true",
        WITH_TOOL.withConversation(asked("call1").say("And quickly.")));

    assertThat(JsonObject.parse(sent()).toNode().at("/messages/2/content"))
        .hasToString(
            """
            [{"toolResult":{"toolUseId":"call1","content":[{"text":"song"},{"text":"And quickly."}]}}]\
            """);
    assertThat(lost)
        .containsExactly(
            "messages[2].content[1]: moved: the model takes no text beside results; it ends the last"
                + " of them");
  }

  @Test
  void emptyResultSaysSo() {
    Message call = call("call1", "top-song");
    Conversation conversation =
        Conversation.startingWith("Hi")
            .exchange(call, List.of(ToolResult.success(new ToolUseId("call1"))));

    open("\"emptyResults\":false", WITH_TOOL.withConversation(conversation));

    assertThat(sent()).contains("\"content\":[{\"text\":\"(no output)\"}]");
    assertThat(lost)
        .containsExactly(
            "messages[2].content[0].content: changed: the empty result says \"(no output)\"");
  }

  @Test
  void toolNamesOfAnotherAlphabetAreReplacedAndPutBack() {
    Reply reply =
        open(
            "\"toolNameMarks\":\"_\",\"toolChoices\":[\"auto\",\"any\",\"named\"]",
            WITH_TOOL
                .withConversation(asked("call1"))
                .withToolChoice(new ToolChoice.Named(new ToolName("top-song"))));

    assertThat(sent())
        .contains("\"toolUse\":{\"toolUseId\":\"call1\",\"name\":\"top_song\"")
        .contains("\"toolSpec\":{\"name\":\"top_song\"")
        .contains("\"toolChoice\":{\"tool\":{\"name\":\"top_song\"}}")
        .doesNotContain("top-song");
    assertThat(reply.toolUses())
        .extracting(ToolUse::name)
        .containsExactly(new ToolName("top-song"));
    assertThat(lost)
        .containsExactly("tools[0].name: renamed: \"top-song\" is sent as \"top_song\"");
  }

  @Test
  void toolNamesThatWouldFallTogetherAreTold() {
    Reply reply =
        open(
            "\"toolNameMarks\":\"_\"",
            HELLO.withTools(
                List.of(
                    new ToolSpec("top-song", "", SCHEMA), new ToolSpec("top_song", "", SCHEMA))));

    assertThat(sent()).contains("\"name\":\"top_song_2\"").contains("\"name\":\"top_song\"");
    assertThat(reply.toolUses())
        .extracting(ToolUse::name)
        .containsExactly(new ToolName("top_song"));
  }

  @Test
  void idsBecomeNineLettersAndDigitsEverywhereAlike() {
    Reply reply =
        open(
            "\"toolUseIds\":\"nine\",\"resultStatus\":true",
            WITH_TOOL.withConversation(asked("toolu_01ABC")));

    String id =
        JsonObject.parse(sent()).toNode().at("/messages/1/content/0/toolUse/toolUseId").asString();
    assertThat(id).matches("[a-zA-Z0-9]{9}");
    assertThat(sent()).contains("\"toolResult\":{\"toolUseId\":\"" + id + "\"");
    assertThat(lost)
        .containsExactly(
            "messages[1].content[0].id: renamed: \"toolu_01ABC\" is sent as \"" + id + "\"");
    assertThat(reply.toolUses())
        .extracting(ToolUse::id)
        .containsExactly(new ToolUseId("a1B2c3D4e"));
  }

  @Test
  void idOfNineLettersAndDigitsIsLeftAlone() {
    open("\"toolUseIds\":\"nine\"", WITH_TOOL.withConversation(asked("a1B2c3D4e")));

    assertThat(sent()).contains("\"toolUseId\":\"a1B2c3D4e\"");
    assertThat(lost).isEmpty();
  }

  @Test
  void modelThatTakesNoToolsInAStreamIsAskedForTheWholeAnswer() {
    Reply reply = open("\"streamingTools\":false", WITH_TOOL.withStreaming(true));

    assertThat(sent.getFirst().uri().getPath()).endsWith("/converse");
    assertThat(reply.toolUses()).hasSize(1);
    assertThat(lost).singleElement().asString().startsWith("streaming: changed: ");
  }

  @Test
  void withoutToolsItIsStreamedAllTheSame() {
    assertThatThrownBy(() -> open("\"streamingTools\":false", HELLO.withStreaming(true)));

    assertThat(sent.getFirst().uri().getPath()).endsWith("/converse-stream");
  }

  private static Conversation asked(String id) {
    return Conversation.startingWith("Hi")
        .exchange(
            call(id, "top-song"), List.of(ToolResult.success(new ToolUseId(id), new Text("song"))));
  }

  private static Message call(String id, String tool) {
    return new Message(Role.ASSISTANT, List.of(ToolUse.of(id, tool, JsonObject.EMPTY)));
  }

  private Reply open(String members, ModelRequest request) {
    LossPolicy listening = (_, losses) -> losses.forEach(loss -> lost.add(loss.toString()));
    return model(members, listening).open(request).reply();
  }

  /// A model whose row in the catalogue has these members.
  private Model model(String members, LossPolicy losses) {
    ModelCatalogue catalogue =
        ModelCatalogue.builtIn()
            .with(
                JsonObject.MAPPER.readTree(
                    "{\"models\":[{\"family\":\"Quirky\",\"ids\":[\"quirky\"]," + members + "}]}"),
                "test");
    return Bedrock.at(new BedrockEndpoint(URI.create("http://127.0.0.1:1"), "us-east-1"))
        .withBearerKey("key")
        .converse()
        .withCatalogue(catalogue)
        .withLosses(losses)
        .over(CannedTransport.answering(sent::add, _ -> TOOL_USE.getBytes(StandardCharsets.UTF_8)));
  }

  private String sent() {
    return new String(sent.getFirst().body(), StandardCharsets.UTF_8);
  }
}

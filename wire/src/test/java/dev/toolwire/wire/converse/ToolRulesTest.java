package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Verdict.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tools, their schemas, calls and results: each rule with a request that breaks it, all that the
/// service says to it, and the nearest request that does not.
class ToolRulesTest {

  private static final String ASKED =
      """
      {"role":"user","content":[{"text":"What time is it in Oslo and in Rome?"}]},
      {"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"clock","input":{"city":"Oslo"}}},
                                     {"toolUse":{"toolUseId":"t2","name":"clock","input":{"city":"Rome"}}}]}\
      """;

  private static String answeredWith(String results) {
    return "[" + ASKED + ",{\"role\":\"user\",\"content\":[" + results + "]}]";
  }

  private static String result(String id) {
    return "{\"toolResult\":{\"toolUseId\":\"" + id + "\",\"content\":[{\"text\":\"noon\"}]}}";
  }

  @Test
  void toolsStayDeclaredWhileTheConversationMentionsThem() {
    String messages = answeredWith(result("t1") + "," + result("t2"));

    assertThat(Verdict.on("{\"messages\":" + messages + "}"))
        .isEqualTo(
            "The toolConfig field must be defined when using toolUse and toolResult content"
                + " blocks.");

    assertThat(Verdict.withClock(messages)).isEqualTo(ACCEPTED);
  }

  @Test
  void eachCallIsAnsweredInTheNextMessage() {
    assertThat(Verdict.withClock(answeredWith(result("t2"))))
        .isEqualTo("Expected toolResult blocks at messages.2.content for the following Ids: t1");
    assertThat(Verdict.withClock(answeredWith("{\"text\":\"well?\"}")))
        .isEqualTo(
            "Expected toolResult blocks at messages.2.content for the following Ids: t1, t2");
    assertThat(Verdict.withClock("[" + ASKED + "]"))
        .isEqualTo(
            "Expected toolResult blocks at messages.2.content for the following Ids: t1, t2");

    assertThat(Verdict.withClock(answeredWith(result("t2") + "," + result("t1"))))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void nothingElseIsAnswered() {
    assertThat(
            Verdict.withClock(answeredWith(result("t1") + "," + result("t2") + "," + result("t3"))))
        .isEqualTo(
            "The number of toolResult blocks at messages.2.content exceeds the number of toolUse"
                + " blocks of previous turn.");
    assertThat(Verdict.withClock("[{\"role\":\"user\",\"content\":[" + result("t1") + "]}]"))
        .isEqualTo(
            "The number of toolResult blocks at messages.0.content exceeds the number of toolUse"
                + " blocks of previous turn.");
  }

  @Test
  void aCallIsAnsweredOnce() {
    assertThat(
            Verdict.withClock(answeredWith(result("t1") + "," + result("t2") + "," + result("t1"))))
        .isEqualTo("The toolResult blocks at messages.2.content contain duplicate Ids: t1");
  }

  @Test
  void callsOfATurnHaveDifferentIds() {
    assertThat(
            Verdict.withClock(
                """
                [{"role":"user","content":[{"text":"hi"}]},
                 {"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"clock","input":{}}},
                                                {"toolUse":{"toolUseId":"t1","name":"clock","input":{}}}]},
                 {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[]}}]}]
                """))
        .isEqualTo("The toolUse blocks at messages.1.content contain duplicate Ids: t1");
  }

  @Test
  void aProvidersOwnToolIsAnsweredByTheProvider() {
    assertThat(
            Verdict.withClock(
                """
                [{"role":"user","content":[{"text":"hi"}]},
                 {"role":"assistant","content":[
                   {"toolUse":{"toolUseId":"s1","name":"search","input":{},"type":"server_tool_use"}},
                   {"toolResult":{"toolUseId":"s1","content":[{"text":"found"}],"type":"search_result"}},
                   {"text":"There."}]},
                 {"role":"user","content":[{"text":"thanks"}]}]
                """))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void anInputIsAnObject() {
    String messages =
        """
        [{"role":"user","content":[{"text":"hi"}]},
         {"role":"assistant","content":[{"text":"wait"},{"toolUse":{"toolUseId":"t1","name":"clock","input":%s}}]},
         {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"text":"noon"}]}}]}]
        """;

    assertThat(Verdict.withClock(messages.formatted("[1]")))
        .isEqualTo(
            "The format of the value at messages.1.content.1.toolUse.input is invalid. Provide a"
                + " json object for the field and try again.");
    assertThat(Verdict.withClock(messages.formatted("\"\"")))
        .isEqualTo("The value at messages.1.content.1.toolUse.input is empty.");

    assertThat(Verdict.withClock(messages.formatted("{}"))).isEqualTo(ACCEPTED);
  }

  @Test
  void aJsonResultIsAnObject() {
    String messages =
        """
        [{"role":"user","content":[{"text":"hi"}]},
         {"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"clock","input":{}}}]},
         {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"text":"so"},{"json":%s}]}}]}]
        """;

    assertThat(Verdict.withClock(messages.formatted("[\"noon\"]")))
        .isEqualTo(
            "The format of the value at messages.2.content.0.toolResult.content.1.json is invalid."
                + " Provide a json object for the field and try again.");

    assertThat(Verdict.withClock(messages.formatted("{\"time\":\"noon\"}"))).isEqualTo(ACCEPTED);
  }

  @Test
  void anErrorHasContent() {
    String messages =
        """
        [{"role":"user","content":[{"text":"hi"}]},
         {"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"clock","input":{}}}]},
         {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":%s}}]}]
        """;

    assertThat(Verdict.withClock(messages.formatted("[],\"status\":\"error\"")))
        .isEqualTo(
            "The content field at messages.2.content.0.toolResult cannot be empty when status value"
                + " is error.");

    assertThat(Verdict.withClock(messages.formatted("[],\"status\":\"success\"")))
        .isEqualTo(ACCEPTED);
    assertThat(Verdict.withClock(messages.formatted("[{\"text\":\"\"}],\"status\":\"error\"")))
        .isEqualTo(ACCEPTED);
  }

  private static String schema(String schema) {
    return Verdict.besideHello(
        "\"toolConfig\":{\"tools\":[{\"toolSpec\":{\"name\":\"clock\",\"inputSchema\":{\"json\":"
            + schema
            + "}}}]}");
  }

  @Test
  void aSchemaDescribesAnObject() {
    String message =
        "The value at toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the"
            + " following: object.";

    assertThat(schema("{\"type\":\"string\"}")).isEqualTo(message);
    assertThat(schema("{}")).isEqualTo(message);
    assertThat(schema("[]"))
        .isEqualTo(
            "The format of the value at toolConfig.tools.0.toolSpec.inputSchema.json is invalid."
                + " Provide a json object for the field and try again.");

    assertThat(schema("{\"type\":\"object\"}")).isEqualTo(ACCEPTED);
  }

  @Test
  void aSchemaIsOne() {
    assertThat(schema("{\"type\":\"object\",\"properties\":null}"))
        .isEqualTo(
            "The json schema definition at toolConfig.tools.0.toolSpec.inputSchema is invalid. Fix"
                + " the following errors and try again: $.properties: null found, object expected");

    assertThat(schema("{\"type\":\"object\",\"properties\":{}}")).isEqualTo(ACCEPTED);
  }

  @Test
  void aSchemaMayNameAnOlderDraft() {
    String tuple =
        """
        {"type":"object",%s"properties":{"range":{"type":"array","items":[{"type":"integer"}]}}}
        """;

    assertThat(schema(tuple.formatted("")))
        .isEqualTo(
            "The json schema definition at toolConfig.tools.0.toolSpec.inputSchema is invalid. Fix"
                + " the following errors and try again: $.properties.range.items: array found,"
                + " [object, boolean] expected");

    assertThat(schema(tuple.formatted("\"$schema\":\"http://json-schema.org/draft-07/schema#\",")))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void aStrictSchemaIsClosedAndWithoutBounds() {
    String tool =
        """
        "toolConfig":{"tools":[{"toolSpec":{"name":"clock","strict":%s,"inputSchema":{"json":
          {"type":"object","properties":{"hour":{"type":"integer"%s}}%s}}}}]}
        """;

    assertThat(Verdict.besideHello(tool.formatted("true", "", "")))
        .isEqualTo(
            "The model returned the following errors: tools.0.custom: For 'object' type,"
                + " 'additionalProperties' must be explicitly set to false");
    assertThat(
            Verdict.besideHello(
                tool.formatted(
                    "true", ",\"minimum\":0,\"maximum\":23", ",\"additionalProperties\":false")))
        .isEqualTo(
            "The model returned the following errors: tools.0.custom: For 'integer' type,"
                + " properties minimum, maximum are not supported");

    assertThat(Verdict.besideHello(tool.formatted("true", "", ",\"additionalProperties\":false")))
        .isEqualTo(ACCEPTED);
    assertThat(Verdict.besideHello(tool.formatted("false", ",\"minimum\":0", "")))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void toolsHaveDifferentNames() {
    String tool =
        "{\"toolSpec\":{\"name\":\"%s\",\"inputSchema\":{\"json\":{\"type\":\"object\"}}}}";
    String tools = "\"toolConfig\":{\"tools\":[" + tool + "," + tool + "]}";

    assertThat(Verdict.besideHello(tools.formatted("clock", "clock")))
        .isEqualTo("The model returned the following errors: tools: Tool names must be unique.");

    assertThat(Verdict.besideHello(tools.formatted("clock", "watch"))).isEqualTo(ACCEPTED);
  }

  private static String choice(String choice, String more) {
    return Verdict.besideHello(
        """
        "toolConfig":{"tools":[{"toolSpec":{"name":"clock","inputSchema":{"json":{"type":"object"}}}}],
                      "toolChoice":%s}%s
        """
            .formatted(choice, more));
  }

  @Test
  void aChosenToolIsDeclared() {
    assertThat(choice("{\"tool\":{\"name\":\"watch\"}}", ""))
        .isEqualTo(
            "The model returned the following errors: Tool 'watch' not found in provided tools");

    assertThat(choice("{\"tool\":{\"name\":\"clock\"}}", "")).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"any\":{}}", "{\"tool\":{\"name\":\"clock\"}}"})
  void aModelThatThinksIsNotForced(String forced) {
    String thinking =
        """
        ,"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":2048}}\
        """;

    assertThat(choice(forced, thinking))
        .isEqualTo(
            "The model returned the following errors: Thinking may not be enabled when tool_choice"
                + " forces tool use.");

    assertThat(choice(forced, "")).isEqualTo(ACCEPTED);
    assertThat(choice("{\"auto\":{}}", thinking)).isEqualTo(ACCEPTED);
  }

  private static String thinkingRound(String reasoning) {
    return Verdict.on(
        """
        {"messages":[{"role":"user","content":[{"text":"hi"}]},
          {"role":"assistant","content":[%s{"toolUse":{"toolUseId":"t1","name":"clock","input":{}}}]},
          {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"text":"noon"}]}}]},
          {"role":"assistant","content":[{"toolUse":{"toolUseId":"t2","name":"clock","input":{}}}]},
          {"role":"user","content":[{"toolResult":{"toolUseId":"t2","content":[{"text":"noon"}]}}]}],
         "toolConfig":{"tools":[{"toolSpec":{"name":"clock","inputSchema":{"json":{"type":"object"}}}}]},
         "additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":2048}}}
        """
            .formatted(reasoning));
  }

  @Test
  void aRoundOfCallsStartsWithItsSignedReasoning() {
    assertThat(thinkingRound(""))
        .isEqualTo(
            "The model returned the following errors: messages.1.content.0.type: Expected"
                + " `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is"
                + " enabled, a final `assistant` message must start with a thinking block"
                + " (preceeding the lastmost set of `tool_use` and `tool_result` blocks). We"
                + " recommend you include thinking blocks from previous turns. To avoid this"
                + " requirement, disable `thinking`. Please consult our documentation at"
                + " https://docs.claude.com/en/docs/build-with-claude/extended-thinking");
    assertThat(thinkingRound("{\"reasoningContent\":{\"reasoningText\":{\"text\":\"hm\"}}},"))
        .isEqualTo(
            "The model returned the following errors:"
                + " messages.1.content.0.thinking.signature: Field required");

    assertThat(
            thinkingRound(
                """
                {"reasoningContent":{"reasoningText":{"text":"hm","signature":"c2ln"}}},\
                """))
        .isEqualTo(ACCEPTED);
    assertThat(thinkingRound("{\"reasoningContent\":{\"redactedContent\":\"aG0=\"}},"))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void onlyDeclaredToolsAreAddedAndRemoved() {
    String messages =
        """
        [{"role":"user","content":[{"text":"hi"}]},
         {"role":"system","content":[{"toolRemoval":{"tool":{"name":"%s"}}}]}]
        """;

    assertThat(Verdict.withClock(messages.formatted("watch")))
        .isEqualTo(
            "The model returned the following errors: messages.1.content.0: Tool 'watch' not found"
                + " in provided tools");

    assertThat(Verdict.withClock(messages.formatted("clock"))).isEqualTo(ACCEPTED);
  }
}

package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.ProviderException;
import dev.toolwire.wire.Headers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each case is the body of a request without its usual members, and what the service says of it.
class MessagesRulesTest {

  private static final String CALL =
      "{'role':'user','content':'hi'},{'role':'assistant','content':"
          + "[{'type':'tool_use','id':'t1','name':'clock','input':{}}]}";
  private static final String RESULT = "{'type':'tool_result','tool_use_id':'t1','content':'noon'}";
  private static final String UNANSWERED =
      "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: t1."
          + " Each `tool_use` block must have a corresponding `tool_result` block in the next"
          + " message.";

  private final MessagesServerCodec server = new MessagesServerCodec();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'model':'m','messages':[{'role':'user','content':'hi'}]} | max_tokens: Field required",
        "{'model':'m','max_tokens':9} | messages: Field required",
        "{'max_tokens':9,'messages':[{'role':'user','content':'hi'}]} | model: Field required",
        "{'model':'m','max_tokens':9,'messages':[],'foo':1} | foo: Extra inputs are not permitted",
        "{'model':'m','max_tokens':-1,'messages':[]}"
            + " | max_tokens: Input should be greater than or equal to 0",
        "{'model':'m','max_tokens':'9','messages':[]} | max_tokens: Input should be a valid integer",
        "{'model':'m','max_tokens':9,'messages':{}} | messages: Input should be a valid list",
        "{'model':'m','max_tokens':9,'messages':[]} | messages: at least one message is required",
        "{'model':'m','max_tokens':9,'messages':[{'role':'tool','content':'x'}]}"
            + " | messages.0.role: Input should be 'user', 'assistant' or 'system'",
        "[] | Input should be a valid dictionary",
      })
  void shapeOfTheRequest(String body, String message) {
    assertThat(refusal(body)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'temperature':1.5 | temperature: Input should be less than or equal to 1",
        "'stream':'yes' | stream: Input should be a valid boolean",
        "'thinking':{'type':'enabled','budget_tokens':1000}"
            + " | thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
        "'thinking':{'type':'slow'} | thinking: Input tag 'slow' found using 'type' does not match"
            + " any of the expected tags: 'enabled', 'adaptive', 'disabled', 'between_tools'",
        "'context_management':{} | context_management: Extra inputs are not permitted",
        "'stop_sequences':[' '] | stop_sequences: each stop sequence must contain non-whitespace",
        "'tool_choice':{'type':'auto'}"
            + " | tool_choice: tool_choice may only be specified while providing tools",
        "'tools':[{'name':'a b','input_schema':{'type':'object'}}]"
            + " | tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
        "'tools':[{'name':'a'}] | tools.0.custom.input_schema: Field required",
        "'tools':[{'name':'a','input_schema':{}}] | tools.0.custom.input_schema.type: Field required",
        "'tools':[{'name':'a','input_schema':{'type':'object','oneOf':[]}}]"
            + " | tools.0.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf"
            + " at the top level",
        "'tools':[{'name':'a','input_schema':{'type':'object','properties':[]}}]"
            + " | tools.0.custom.input_schema: JSON schema is invalid. It must match JSON Schema"
            + " draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at"
            + " https://docs.claude.com/en/docs/tool-use.",
        "'tools':[{'name':'a','strict':true,'input_schema':{'type':'object','properties':"
            + "{'n':{'type':'integer','minimum':1}},'additionalProperties':false}}]"
            + " | tools.0.custom: For 'integer' type, properties minimum are not supported",
        "'tools':[{'name':'a','strict':true,'input_schema':{'type':'object'}}]"
            + " | tools.0.custom: For 'object' type, 'additionalProperties' must be explicitly set"
            + " to false",
        "'tools':[{'name':'a','input_schema':{'type':'object'}},"
            + "{'name':'a','input_schema':{'type':'object'}}] | tools: Tool names must be unique.",
        "'tools':[{'name':'a','input_schema':{'type':'object'}}],"
            + "'tool_choice':{'type':'tool','name':'b'}"
            + " | tool_choice: Tool 'b' not found in provided tools",
        "'tools':[{'name':'a','input_schema':{'type':'object'}}],"
            + "'tool_choice':{'type':'any'},'thinking':{'type':'adaptive'}"
            + " | Thinking may not be enabled when tool_choice forces tool use.",
        "'thinking':{'type':'enabled','budget_tokens':2048} | `max_tokens` must be greater than"
            + " `thinking.budget_tokens`. Please consult our documentation at"
            + " https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size",
      })
  void membersOfTheRequest(String members, String message) {
    String body =
        "{'model':'claude-haiku-4-5','max_tokens':2048,"
            + "'messages':[{'role':'user','content':'hi'}],"
            + members
            + "}";

    assertThat(refusal(body)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'role':'assistant','content':'hi'} | messages: first message must use the \"user\" role",
        "{'role':'user','content':''} | messages.0: all messages must have non-empty content except"
            + " for the optional final assistant message",
        "{'role':'user','content':[{'type':'text','text':''}]}"
            + " | messages: text content blocks must be non-empty",
        "{'role':'user','content':[{'type':'text','text':' '}]}"
            + " | messages: text content blocks must contain non-whitespace text",
        "{'role':'user','content':[{'type':'text','text':'','cache_control':{'type':'ephemeral'}}]}"
            + " | messages.0.content.0.text: cache_control cannot be set for empty text blocks",
        "{'role':'user','content':[{'type':'hologram'}]} | messages.0.content.0: Input tag"
            + " 'hologram' found using 'type' does not match any of the expected tags: 'text',"
            + " 'image', 'document', 'search_result', 'thinking', 'redacted_thinking', 'tool_use',"
            + " 'server_tool_use', 'tool_result', 'web_search_tool_result',"
            + " 'web_fetch_tool_result', 'code_execution_tool_result',"
            + " 'bash_code_execution_tool_result', 'text_editor_code_execution_tool_result',"
            + " 'tool_search_tool_result', 'container_upload'",
        "{'role':'user','content':[{'text':'x'}]}"
            + " | messages.0.content.0: Unable to extract tag using discriminator 'type'",
        "{'role':'user','content':[{'type':'text','text':'x','mood':1}]}"
            + " | messages.0.content.0.text.mood: Extra inputs are not permitted",
        "{'role':'user','content':[{'type':'tool_use','id':'a','name':'f','input':{}}]}"
            + " | messages.0.content.0: `tool_use` blocks can only be in `assistant` messages",
        "{'role':'user','content':'x'},{'role':'system','content':'y'}"
            + " | role 'system' is not supported on this model",
        "{'role':'user','content':'x'},{'role':'assistant','content':'y '}"
            + " | messages: final assistant content cannot end with trailing whitespace",
      })
  void contentOfMessages(String messages, String message) {
    assertThat(refusal(talk(messages))).isEqualTo(message);
  }

  @Test
  void callsAndResultsBelongTogether() {
    String unexpected =
        "messages.2.content.1: unexpected `tool_use_id` found in `tool_result` blocks: t9. Each"
            + " `tool_result` block must have a corresponding `tool_use` block in the previous"
            + " message.";

    assertThat(refusal(talk(CALL))).isEqualTo(UNANSWERED);
    assertThat(refusal(talk(CALL + ",{'role':'user','content':'x'}"))).isEqualTo(UNANSWERED);
    assertThat(refusal(talk(CALL + user("{'type':'text','text':'x'}," + RESULT))))
        .isEqualTo(UNANSWERED);
    assertThat(refusal(talk(CALL + user(RESULT + "," + RESULT.replace("t1", "t9")))))
        .isEqualTo(unexpected);
    assertThat(refusal(talk(CALL + user(RESULT + "," + RESULT))))
        .isEqualTo(
            "messages.2.content.1: each tool_use must have a single result. Found multiple"
                + " `tool_result` blocks with id: t1");
    assertThat(
            refusal(
                talk(
                    CALL
                        + user(RESULT)
                        + ","
                        + CALL.substring(CALL.indexOf("{'role':'assistant'"))
                        + user(RESULT))))
        .isEqualTo("messages: `tool_use` ids must be unique");
    assertThat(refusal(talk(CALL + user(RESULT.replace("'noon'", "'','is_error':true")))))
        .isEqualTo(
            "messages.2.content.0.tool_result: content cannot be empty if `is_error` is true");
    assertThat(refusal(talk(CALL.replace("'t1'", "'t 1'"))))
        .isEqualTo(
            "messages.1.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'");
    assertThat(refusal(talk(CALL.replace("'input':{}", "'input':''"))))
        .isEqualTo("messages.1.content.0.tool_use.input: Input should be a valid dictionary");
    assertThat(refusal(talk(CALL + user(RESULT)))).isEqualTo("taken");
  }

  @Test
  void thinkingStandsBeforeTheCallsOfItsTurn() {
    String thinking =
        talk(CALL + user(RESULT)).replaceFirst("\\{", "{'thinking':{'type':'adaptive'},");

    assertThat(refusal(thinking))
        .startsWith(
            "messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found"
                + " `tool_use`. When `thinking` is enabled,");
    assertThat(
            refusal(
                thinking.replace(
                    "[{'type':'tool_use'",
                    "[{'type':'thinking','thinking':'Hm.','signature':'c2ln'},{'type':'tool_use'")))
        .isEqualTo("taken");
  }

  @Test
  void fourMarksForTheCacheAreTakenAndFiveAreNot() {
    String marked = "{'type':'text','text':'x','cache_control':{'type':'ephemeral'}}";
    String four = String.join(",", marked, marked, marked, marked);

    assertThat(refusal(talk("{'role':'user','content':[" + four + "]}"))).isEqualTo("taken");
    assertThat(refusal(talk("{'role':'user','content':[" + four + "," + marked + "]}")))
        .isEqualTo("A maximum of 4 blocks with cache_control may be provided. Found 5.");
  }

  @Test
  void newVersionRefusesWhatTheOldOneTook() {
    String sampling = talk("{'role':'user','content':'x'}").replaceFirst("\\{", "{'top_k':1,");
    String document =
        talk(
            "{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'document',"
                + "'source':{'type':'text','media_type':'text/plain','data':'x'}}]},"
                + "{'role':'user','content':'x'}");
    String citations =
        talk("{'role':'user','content':[{'type':'text','text':'x','citations':[{'type':'y'}]}]}");

    assertThat(refusal(sampling)).isEqualTo("taken");
    assertThat(refusal(document)).isEqualTo("taken");
    assertThat(refusal(citations)).isEqualTo("taken");
    assertThat(refusal(sampling, "2026-10-21")).isEqualTo("top_k: Extra inputs are not permitted");
    assertThat(refusal(document, "2026-10-21"))
        .isEqualTo("messages.1.content.0: `document` blocks can only be in `user` messages");
    assertThat(refusal(citations, "2026-10-21"))
        .isEqualTo(
            "messages.0.content.0.text.citations: citations are not permitted on `user` text");
  }

  @Test
  void prefillIsRefusedByNewModels() {
    String prefill = "{'role':'user','content':'x'},{'role':'assistant','content':'y'}";

    assertThat(refusal(talk(prefill))).isEqualTo("taken");
    assertThat(refusal(talk(prefill).replace("haiku-4-5", "opus-4-8")))
        .isEqualTo(
            "This model does not support assistant message prefill. The conversation must end with"
                + " a user message.");
  }

  @Test
  void versionHeaderIsRequired() {
    String hello = talk("{'role':'user','content':'x'}");

    assertThat(refusal(hello, "")).startsWith("anthropic-version: \"\" is not a valid version.");
    assertThat(message(Headers.NONE, hello)).isEqualTo("anthropic-version: header is required");
    assertThat(refusal("{'model':")).startsWith("The request body is not valid JSON: ");
  }

  @Test
  void featureFlagUnlocksItsMembers() {
    String body = talk("{'role':'user','content':'x'}").replaceFirst("\\{", "{'mcp_servers':[],");
    Headers headers = Headers.of("anthropic-version", "2023-06-01", "anthropic-beta", "mcp-client");

    assertThat(refusal(body)).isEqualTo("mcp_servers: Extra inputs are not permitted");
    assertThat(message(headers, body)).isEqualTo("taken");
  }

  @Test
  void countingTokensNeedsNoLimit() {
    Headers headers = Headers.of("anthropic-version", "2026-10-21");
    byte[] body = bytes("{'model':'claude-haiku-4-5','messages':[{'role':'user','content':'hi'}]}");

    assertThat(server.readCount(headers, body).conversation().messages()).hasSize(1);
    assertThat(new String(server.count(14), StandardCharsets.UTF_8))
        .isEqualTo("{\"input_tokens\":14}");
  }

  private static String talk(String messages) {
    return "{'model':'claude-haiku-4-5','max_tokens':9,'messages':[" + messages + "]}";
  }

  private static String user(String blocks) {
    return ",{'role':'user','content':[" + blocks + "]}";
  }

  private String refusal(String body) {
    return refusal(body, "2023-06-01");
  }

  private String refusal(String body, String version) {
    return message(Headers.of("anthropic-version", version), body);
  }

  private String message(Headers headers, String body) {
    try {
      server.read(headers, bytes(body));
      return "taken";
    } catch (ProviderException refused) {
      assertThat(refused.fault().status()).isEqualTo(400);
      assertThat(refused.fault().type()).isEqualTo("invalid_request_error");
      return refused.fault().message();
    }
  }

  private static byte[] bytes(String body) {
    return body.replace("'", "\"").getBytes(StandardCharsets.UTF_8);
  }
}

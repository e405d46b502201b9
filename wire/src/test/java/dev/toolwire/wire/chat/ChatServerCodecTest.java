package dev.toolwire.wire.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.Headers;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatServerCodecTest {

  private static final ChatHead HEAD =
      new ChatHead("chatcmpl-1", new ModelId("gpt-4o"), 1790000000, true, Optional.empty());
  private static final String USER = "{'role':'user','content':'hi'}";
  private static final String CALLS =
      "{'role':'assistant','content':null,'tool_calls':[{'id':'call_9','type':'function',"
          + "'function':{'name':'f','arguments':'{}'}}]}";
  private static final String TOOLS = "'tools':[{'type':'function','function':{'name':'f'}}]";

  private final ChatServerCodec server = new ChatServerCodec();

  @Test
  void requestIsRead() {
    ModelRequest request =
        read(
            "'messages':[{'role':'developer','content':'Be brief.'},"
                + USER
                + ","
                + CALLS
                + ",{'role':'tool','tool_call_id':'call_9','content':'noon'},"
                + "{'role':'user','content':[{'type':'text','text':'And?'}]}],"
                + TOOLS
                + ",'tool_choice':'required','max_tokens':9,'stop':'END','stream':true,"
                + "'seed':7");

    assertThat(request.system()).containsExactly(new Text("Be brief."));
    assertThat(request.conversation().messages()).hasSize(3);
    assertThat(request.conversation().messages().get(1).toolUses())
        .containsExactly(ToolUse.of("call_9", "f", JsonObject.EMPTY));
    assertThat(request.conversation().messages().get(2).toolResults())
        .extracting(ToolResult::content)
        .containsExactly(List.of(new Text("noon")));
    assertThat(request.tools().getFirst().inputSchema()).isEqualTo(ToolRules.noParameters());
    assertThat(request.toolChoice()).isEqualTo(ToolChoice.ANY);
    assertThat(request.inference().stopSequences()).containsExactly("END");
    assertThat(request.inference().maxTokens()).hasValue(9);
    assertThat(request.streaming()).isTrue();
    assertThat(request.extra()).isEqualTo(JsonObject.of("seed", 7));
  }

  @Test
  void functionsOfOldAndCustomToolsAreRead() {
    ModelRequest request =
        read(
            "'messages':["
                + USER
                + ",{'role':'assistant','content':null,'function_call':{'name':'f','arguments':'{}'}},"
                + "{'role':'function','name':'f','content':'noon'}],"
                + "'functions':[{'name':'f','parameters':{'type':'object','properties':{}}}],"
                + "'function_call':{'name':'f'}");

    assertThat(request.toolChoice()).isEqualTo(new ToolChoice.Named(new ToolName("f")));
    assertThat(request.tools()).hasSize(1);
    assertThat(request.conversation().messages().get(2).toolResults()).hasSize(1);

    ModelRequest custom =
        read(
            "'messages':["
                + USER
                + ",{'role':'assistant','tool_calls':[{'id':'c','type':'custom','custom':{'name':'sql','input':'select 1'}}]},"
                + "{'role':'tool','tool_call_id':'c','content':'1'}],"
                + "'tools':[{'type':'custom','custom':{'name':'sql'}}]");
    assertThat(custom.conversation().messages().get(1).toolUses().getFirst().input())
        .isEqualTo(new ToolInput.Parsed(JsonObject.of("input", "select 1")));
    assertThat(custom.extra().names()).containsExactly("tools");
  }

  @Test
  void callsGoBackInTheFormInWhichTheToolsWereDeclared() {
    ModelRequest request =
        read("'messages':[" + USER + "],'functions':[{'name':'f'}],'function_call':'auto'");
    ChatHead head = ChatHead.answering(request, "chatcmpl-1", 7, new Random(1));
    Reply reply = called("call_1");

    String whole = new String(server.reply(head, reply), UTF_8);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ChatStreamEncoder encoder = server.encoder(head);
    reply.events().forEach(event -> stream.writeBytes(encoder.event(event)));

    assertThat(whole)
        .contains("\"function_call\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}")
        .contains("\"finish_reason\":\"function_call\"")
        .doesNotContain("tool_calls");
    assertThat(stream.toString(UTF_8))
        .contains("\"delta\":{\"function_call\":{\"name\":\"f\",\"arguments\":\"\"}}")
        .contains("\"delta\":{\"function_call\":{\"arguments\":\"{\\\"a\\\":1}\"}}")
        .contains("\"finish_reason\":\"function_call\"")
        .doesNotContain("tool_calls");
  }

  @Test
  void formOfOldHasNoPlaceForASecondCall() {
    ModelRequest request = read("'messages':[" + USER + "],'functions':[{'name':'f'}]");
    ChatHead head = ChatHead.answering(request, "chatcmpl-1", 7, new Random(1));

    assertThat(ChatHead.isForOneCall(request)).isTrue();
    assertThatThrownBy(() -> server.reply(head, called("call_1", "call_2")))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessageContaining("holds one call, this has 2");
  }

  @Test
  void whatChatHasNoWordForIsTold() {
    JsonObject foreign = JsonObject.of("caller", "direct").with("wire", "messages");
    Reply reply =
        new Reply(
            List.of(
                new Reasoning("Hm.", "c2ln"),
                new RedactedReasoning(Blob.of(new byte[] {1})),
                new ToolUse(
                    new ToolUseId("call_1"),
                    new ToolName("f"),
                    new ToolInput.Parsed(JsonObject.EMPTY),
                    foreign),
                new Text("So.")),
            StopReason.Known.TOOL_USE,
            Usage.NONE,
            Duration.ZERO,
            JsonObject.EMPTY);

    assertThat(server.losses(reply.content()).all())
        .extracting(Loss::toString)
        .containsExactly(
            "content[0].signature: dropped: the signature, which Chat has no word for",
            "content[1]: dropped: reasoning that only its provider can read",
            "content[2]: dropped: the members [caller] of another wire",
            "content[3]: moved: text behind calls stands before them");
    assertThat(new String(server.reply(HEAD, reply), UTF_8)).doesNotContain("caller", "c2ln");
  }

  private static Reply called(String... ids) {
    return new Reply(
        Stream.of(ids).<ContentBlock>map(id -> ToolUse.of(id, "f", JsonObject.of("a", 1))).toList(),
        StopReason.Known.TOOL_USE,
        Usage.NONE,
        Duration.ZERO,
        JsonObject.EMPTY);
  }

  @Test
  void choiceAmongSomeToolsIsKept() {
    ModelRequest request =
        read(
            "'messages':["
                + USER
                + "],"
                + TOOLS
                + ",'tool_choice':{'type':'allowed_tools','allowed_tools':{'mode':'required',"
                + "'tools':[{'type':'function','function':{'name':'f'}}]}}");

    assertThat(request.toolChoice()).isEqualTo(ToolChoice.ANY);
    assertThat(request.extra().names()).containsExactly("tool_choice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'messages':[U],'foo':1 | invalid_request_error@ | Unrecognized request argument supplied: foo",
        "'x':1,'y':2,'messages':[U] | invalid_request_error@ | Unrecognized request arguments supplied: x, y",
        "'stream':true | missing_required_parameter@messages | Missing required parameter: 'messages'.",
        "'messages':'hi' | invalid_type@messages | Invalid type for 'messages': expected an array of objects, but got a string instead.",
        "'messages':[] | empty_array@messages | Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
        "'messages':[{'role':'bot','content':'x'}] | invalid_value@messages[0].role | Invalid value: 'bot'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.",
        "'messages':[U,{'role':'assistant','content':null}] | invalid_request_error@messages.[1].content | Invalid value for 'content': expected a string, got null.",
        "'messages':[U,{'role':'assistant','content':'a','tool_calls':[]}] | invalid_request_error@ | [] is too short - 'messages.1.tool_calls'",
        "'messages':[U,C] | invalid_request_error@messages | An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: call_9",
        "'messages':[U,C,U] | invalid_request_error@messages | An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: call_9",
        "'messages':[U,{'role':'tool','tool_call_id':'x','content':'a'}] | invalid_request_error@messages.[1].role | Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
        "'messages':[U],'tools':[{'type':'function','function':{'name':'a.b'}}] | invalid_value@tools[0].function.name | Invalid 'tools[0].function.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
        "'messages':[U],'tools':[{'type':'function','function':{'name':'f','parameters':{}}}] | invalid_function_parameters@tools[0].function.parameters | Invalid schema for function 'f': schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'.",
        "'messages':[U],'tools':[{'type':'function','function':{'name':'f','strict':true,'parameters':{'type':'object'}}}] | invalid_function_parameters@tools[0].function.parameters | Invalid schema for function 'f': In context=(), 'additionalProperties' is required to be supplied and to be false.",
        "'messages':[U],'tools':[{'type':'function','function':{'name':'f','strict':true,'parameters':{'type':'object','properties':{'a':{'type':'array','items':{'type':'object','properties':{'b':{}},'additionalProperties':false}}},'required':['a'],'additionalProperties':false}}}] | invalid_function_parameters@tools[0].function.parameters | Invalid schema for function 'f': In context=('properties', 'a', 'items'), 'required' is required to be supplied and to be an array including every key in properties. Missing 'b'.",
        "'messages':[U],'tool_choice':'auto' | invalid_request_error@tool_choice | Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
        "'messages':[U],'parallel_tool_calls':false | invalid_request_error@parallel_tool_calls | Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when 'tools' are specified.",
        "'messages':[U],'temperature':3 | decimal_above_max_value@temperature | Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3 instead.",
        "'messages':[U],'max_tokens':0 | integer_below_min_value@max_tokens | Invalid 'max_tokens': integer below minimum value. Expected a value >= 1, but got 0 instead.",
        "'messages':[U],'n':0 | integer_below_min_value@n | Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
        "'messages':[U],'n':129 | integer_above_max_value@n | Invalid 'n': integer above maximum value. Expected a value <= 128, but got 129 instead.",
        "'messages':[U],'stop':['1','2','3','4','5'] | array_above_max_length@stop | Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead.",
        "'messages':[U],'stream_options':{} | invalid_request_error@stream_options | The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      })
  void refusalsAreInTheWordsOfTheService(String body, String nameAndPlace, String message) {
    String request = body.replace("U", USER).replace("C,", CALLS + ",").replace("C]", CALLS + "]");

    Fault fault = refused(request).fault();

    assertThat(fault.status()).isEqualTo(400);
    assertThat(fault.kind()).isEqualTo(ErrorKind.VALIDATION);
    assertThat(fault.message()).isEqualTo(message);
    assertThat(fault.type()).isEqualTo("invalid_request_error");
    assertThat(fault.name() + "@" + fault.detail().param()).isEqualTo(nameAndPlace);
  }

  @Test
  void upTo128ChoicesAreGiven() {
    assertThat(ChatHead.choices(read("'messages':[U],'n':128".replace("U", USER)))).isEqualTo(128);
    assertThat(ChatHead.choices(read("'messages':[U],'n':null".replace("U", USER)))).isEqualTo(1);
    assertThat(ChatHead.choices(read("'messages':[U]".replace("U", USER)))).isEqualTo(1);
  }

  @Test
  void idOf64CharactersIsTheLongest() {
    String id = "c".repeat(64);
    String answered =
        "'messages':["
            + USER
            + ","
            + CALLS
            + ",{'role':'tool','tool_call_id':'call_9','content':''}]";

    assertThat(read(answered.replace("call_9", id)).conversation().messages()).hasSize(3);
    assertThat(refused(answered.replace("call_9", id + "c")).fault().message())
        .isEqualTo(
            "Invalid 'messages[1].tool_calls[0].id': string too long. Expected a string with"
                + " maximum length 64, but got a string with length 65 instead.");
  }

  @Test
  void only128ToolsAreTaken() {
    String tool = "{'type':'function','function':{'name':'f'}},";
    String body =
        "'messages':["
            + USER
            + "],'tools':["
            + tool.repeat(127)
            + "%s{'type':'function','function':{'name':'g'}}]";

    assertThat(read(body.formatted("")).tools()).hasSize(128);
    assertThat(refused(body.formatted(tool)).fault().message())
        .startsWith("Invalid 'tools': array too long. Expected an array with maximum length 128");
  }

  @Test
  void systemTextInBetweenStaysInItsPlace() {
    ModelRequest request =
        read("'messages':[" + USER + ",{'role':'system','content':'Now in Norwegian.'}]");

    assertThat(request.conversation().messages())
        .extracting(message -> message.role())
        .containsExactly(Role.USER, Role.SYSTEM);
  }

  private ModelRequest read(String members) {
    return server.read(Headers.NONE, body(members));
  }

  private ProviderException refused(String members) {
    return catchThrowableOfType(
        ProviderException.class, () -> server.read(Headers.NONE, body(members)));
  }

  private static byte[] body(String members) {
    return ("{'model':'gpt-4o'," + members + "}").replace('\'', '"').getBytes(UTF_8);
  }
}

package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.Ticker;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.tool.ToolTraits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RescueModelTest {

  private static final String LEAK = "__[\"tide_at\", {\"port\": \"Brest\"}]";
  private static final String CALL = "{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}}";
  private static final ToolSet TOOLS =
      ToolSet.of(
          Tool.named("tide_at")
              .describedAs("The tide at a port.")
              .with(ToolTraits.DEFAULTS.asIdempotent())
              .taking(JsonObject.parse(Tools.TIDE_SCHEMA), _ -> "high"));

  private final List<ModelRequest> sent = new ArrayList<>();

  @Test
  void aLeakedCallBecomesNativeAndTheProseStays() {
    Reply reply = ask(says("Now the tide. " + LEAK));

    ToolUse call = reply.toolUses().getFirst();
    assertThat(reply.text()).isEqualTo("Now the tide. ");
    assertThat(call.name().value()).isEqualTo("tide_at");
    assertThat(call.input())
        .isEqualTo(new ToolInput.Parsed(JsonObject.parse("{\"port\":\"Brest\"}")));
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
    assertThat(Provenance.in(call.extra())).contains(new Provenance("F5", "bare", List.of()));
  }

  @Test
  void streamedInAnyPiecesItIsTheSame() {
    String text =
        """
        First.
        <tool_call>{"name":"tide_at","arguments":{"port":"Brest"}}</tool_call>
        Then.\
        """;
    List<StreamEvent> pieces = new ArrayList<>();
    pieces.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    text.chars().forEach(c -> pieces.add(new StreamEvent.TextDelta(0, String.valueOf((char) c))));
    pieces.add(new StreamEvent.ContentBlockStop(0));
    pieces.add(new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY));

    Reply streamed = open(request(), _ -> ModelStream.of(pieces, Ticker.SYSTEM)).reply();

    assertThat(streamed.content()).isEqualTo(ask(says(text)).content());
    assertThat(streamed.content()).hasSize(3);
  }

  @Test
  void textBeforeACallIsShownBeforeTheAnswerIsOver() {
    List<StreamEvent> events = new ArrayList<>();
    ModelStream stream =
        open(request(), _ -> ModelStream.of(says("Hello there. " + LEAK).events(), Ticker.SYSTEM));
    for (int i = 0; i < 2; i++) {
      if (stream.next(ModelStream.FOREVER) instanceof Arrival.Event(var event, _, _)) {
        events.add(event);
      }
    }

    assertThat(events.getLast()).isEqualTo(new StreamEvent.TextDelta(0, "Hello there. "));
  }

  @Test
  void aNativeCallInTheSameAnswerLeavesTheTextAlone() {
    ToolUse natively = ToolUse.of("c1", "tide_at", JsonObject.parse("{\"port\":\"Brest\"}"));
    Reply answer =
        new Reply(
            List.of(new Text("Calling " + LEAK), natively), StopReason.Known.TOOL_USE, Usage.NONE);

    assertThat(ask(answer).content()).isEqualTo(answer.content());
  }

  @Test
  void aNativeCallBehindALeakedOneMakesTheAnswerBeginAnew() {
    ToolUse natively = ToolUse.of("c1", "tide_at", JsonObject.parse("{\"port\":\"Brest\"}"));
    Reply answer =
        new Reply(
            List.of(new Text("<tool_call>" + CALL + "</tool_call>"), natively),
            StopReason.Known.TOOL_USE,
            Usage.NONE);
    List<StreamEvent> events = new ArrayList<>();

    open(request(), answering(answer)).drainTo(events::add);

    assertThat(events).filteredOn(StreamEvent.MessageStart.class::isInstance).hasSize(2);
    assertThat(Reply.of(events).content()).isEqualTo(answer.content());
  }

  @Test
  void proseBehindALeakedCallStreamsOnAtOnce() {
    List<StreamEvent> events = new ArrayList<>();
    events.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    events.add(new StreamEvent.TextDelta(0, "<tool_call>" + CALL + "</tool_call>"));
    events.add(new StreamEvent.TextDelta(0, " I wait"));
    ModelStream stream = open(request(), _ -> ModelStream.of(events, Ticker.SYSTEM));

    List<StreamEvent> heard = new ArrayList<>();
    while (stream.next(ModelStream.FOREVER) instanceof Arrival.Event(var event, _, _)) {
      heard.add(event);
    }

    assertThat(heard).endsWith(new StreamEvent.TextDelta(1, " I wait"));
  }

  @Test
  void reasoningIsNeverReadForCalls() {
    Reply answer =
        new Reply(
            List.of(new Reasoning(LEAK, "", JsonObject.EMPTY), new Text("No tide needed.")),
            StopReason.Known.END_TURN,
            Usage.NONE);

    assertThat(ask(answer).content()).isEqualTo(answer.content());
  }

  @Test
  void anEchoOfTheRequestIsNoCall() {
    ModelRequest quoting = request("What does this mean? " + LEAK);

    assertThat(open(quoting, answering(says("You wrote " + LEAK))).reply().toolUses()).isEmpty();
  }

  @Test
  void anEchoOfAToolsResultIsNoCall() {
    Conversation asked =
        Conversation.startingWith("Read the page.")
            .exchange(
                new Message(Role.ASSISTANT, List.of(ToolUse.of("c1", "tide_at", JsonObject.EMPTY))),
                List.of(
                    ToolResult.success(new ToolUseId("c1"), new Text("Page: " + LEAK + " end"))));

    Reply reply =
        open(request().withConversation(asked), answering(says("It says " + LEAK))).reply();

    assertThat(reply.toolUses()).isEmpty();
  }

  @Test
  void noToolChoiceMeansNoCall() {
    ModelRequest none = request().withToolChoice(ToolChoice.NONE);

    assertThat(open(none, answering(says(LEAK))).reply().toolUses()).isEmpty();
  }

  @Test
  void structuredOutputIsNotReadForCalls() {
    ModelRequest structured = request().withExtra(JsonObject.of("response_format", "json"));
    Reply answer = says("{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}}");

    assertThat(open(structured, answering(answer)).reply().toolUses()).isEmpty();
  }

  @Test
  void aCallThatWasCutStaysText() {
    String cut = "<tool_call>{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Bre";
    Reply reply = ask(new Reply(List.of(new Text(cut)), StopReason.Known.MAX_TOKENS, Usage.NONE));

    assertThat(reply.text()).isEqualTo(cut);
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MAX_TOKENS);
  }

  @Test
  void whereACallCameFromIsNotSent() {
    Reply first = ask(says(LEAK));
    ToolUse call = first.toolUses().getFirst();
    Conversation after =
        request()
            .conversation()
            .exchange(
                first.message().orElseThrow(),
                List.of(ToolResult.success(call.id(), new Text("high"))));

    open(request().withConversation(after), answering(says("High."))).reply();

    assertThat(sent.getLast().conversation().messages().get(1).toolUses().getFirst().extra())
        .isEqualTo(JsonObject.EMPTY);
  }

  private static Reply says(String text) {
    return new Reply(List.of(new Text(text)), StopReason.Known.END_TURN, Usage.NONE);
  }

  private static ModelRequest request() {
    return request("How is the tide?");
  }

  private static ModelRequest request(String question) {
    return ModelRequest.to(new ModelId("m"), Conversation.startingWith(question))
        .withTools(TOOLS.specs());
  }

  private static Model answering(Reply reply) {
    return _ -> ModelStream.of(reply.events(), Ticker.SYSTEM);
  }

  private Reply ask(Reply answer) {
    return open(request(), answering(answer)).reply();
  }

  private ModelStream open(ModelRequest request, Model model) {
    return RescueModel.around(
            sentTo -> {
              sent.add(sentTo);
              return model.open(sentTo);
            },
            Rescue.NORMAL,
            TOOLS)
        .open(request);
  }
}

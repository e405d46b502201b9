package dev.toolwire.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MalformedToolUseTest {

  private final ProviderException invalidSequence =
      new ProviderException(
          new ProviderException.Fault(
              ErrorKind.MODEL_ERROR,
              424,
              "modelStreamErrorException",
              "Model produced invalid sequence as part of ToolUse.",
              "r-1",
              true,
              Duration.ZERO));

  private final Heard model = new Heard();

  private static ModelRequest question() {
    return ModelRequest.to(
            new ModelId("amazon.nova-lite-v1:0"), Conversation.startingWith("How many Ps?"))
        .withTools(List.of(PromptedRequestTest.COUNT));
  }

  private static List<StreamEvent> malformed(String text) {
    return new Reply(
            List.of(new Text(text)), StopReason.Known.MALFORMED_TOOL_USE, new Usage(100, 7))
        .events();
  }

  private static List<StreamEvent> begun(String text) {
    return List.of(
        new StreamEvent.MessageStart(Role.ASSISTANT), new StreamEvent.TextDelta(0, text));
  }

  private static Reply call() {
    return new Reply(
        List.of(ToolUse.of("t1", "CountLettersTool", JsonObject.of("letter", "P"))),
        StopReason.Known.TOOL_USE,
        new Usage(100, 9));
  }

  private ModelStream asked(int retries) {
    return new MalformedToolUse(model, retries).open(question());
  }

  @Test
  void aGarbledCallIsAskedForAgain() {
    model.says(malformed("Let me")).says(call().events());

    Reply reply = asked(2).reply();

    assertThat(reply.toolUses()).isEqualTo(call().toolUses());
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
    assertThat(model.asked()).isEqualTo(2);
  }

  @Test
  void whatTheGarbledAnswersCostIsCounted() {
    model.says(malformed("Let me")).says(malformed("So")).says(call().events());

    assertThat(asked(2).reply().usage()).isEqualTo(new Usage(300, 23));
  }

  @Test
  void theAnswerBeginsAnewWithEachAttempt() {
    model.says(malformed("Let me")).says(call().events());

    List<StreamEvent> events = new ArrayList<>();
    asked(2).drainTo(events::add);

    assertThat(events.stream().filter(StreamEvent.MessageStart.class::isInstance)).hasSize(2);
    assertThat(events.stream().filter(StreamEvent.MessageStop.class::isInstance)).hasSize(1);
  }

  @Test
  void anErrorOfTheModelIsAskedAwayToo() {
    model.fails(begun("Let"), invalidSequence).says(call().events());

    assertThat(asked(1).reply().toolUses()).isEqualTo(call().toolUses());
  }

  @Test
  void whenTheBudgetIsSpentTheReasonIsReported() {
    model.says(malformed("Let me")).says(malformed("Let me")).says(malformed("Let me"));

    Reply reply = asked(2).reply();

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MALFORMED_TOOL_USE);
    assertThat(reply.text()).isEqualTo("Let me");
    assertThat(model.asked()).isEqualTo(3);
  }

  @Test
  void whenTheBudgetIsSpentTheErrorIsReported() {
    model.fails(List.of(), invalidSequence);

    assertThatThrownBy(() -> asked(0).reply()).isSameAs(invalidSequence);
  }

  @Test
  void aCallInTheTextOfTheLastAnswerIsTakenFromThere() {
    model.says(
        malformed(
            "Counting. <tool_call>{\"name\": \"CountLettersTool\", \"arguments\": {\"letter\":"
                + " \"P\"}}</tool_call>"));

    Reply reply = asked(0).reply();

    assertThat(reply.toolUses())
        .singleElement()
        .satisfies(call -> {
          assertThat(call.name()).hasToString("CountLettersTool");
          assertThat(call.input()).isEqualTo(call().toolUses().getFirst().input());
        });
    assertThat(reply.text().strip()).isEqualTo("Counting.");
    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.TOOL_USE);
    assertThat(reply.usage()).isEqualTo(new Usage(100, 7));
  }

  @Test
  void aCallInTheTextBeforeAnErrorIsTakenFromThere() {
    model.fails(
        begun(
            "<tool_call>{\"name\": \"CountLettersTool\", \"arguments\": {\"letter\": \"P\"}}"
                + "</tool_call>"),
        invalidSequence);

    assertThat(asked(0).reply().toolUses()).hasSize(1);
  }

  @Test
  void otherErrorsAreNotItsBusiness() {
    ProviderException throttled =
        new ProviderException(
            new ProviderException.Fault(
                ErrorKind.THROTTLED,
                429,
                "ThrottlingException",
                "Slow down.",
                "r-2",
                false,
                Duration.ZERO));
    model.fails(List.of(), throttled);

    assertThatThrownBy(() -> asked(2).reply()).isSameAs(throttled);
    assertThat(model.asked()).isEqualTo(1);
  }

  @Test
  void aRequestWithoutToolsIsLeftAlone() {
    model.says(malformed("Let me"));

    Reply reply = new MalformedToolUse(model).open(question().withTools(List.of())).reply();

    assertThat(reply.stopReason()).isEqualTo(StopReason.Known.MALFORMED_TOOL_USE);
    assertThat(model.asked()).isEqualTo(1);
  }

  @Test
  void aNegativeBudgetIsRefused() {
    assertThatThrownBy(() -> new MalformedToolUse(model, -1))
        .hasMessage("retries is -1, expected 0 or more");
  }
}

package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.toolbox.Toolbox;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every service with models does, the simulator like the real ones.
abstract class ModelContract {

  abstract Model model();

  abstract ModelId modelId();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lettersAreCountedAndMultiplied(boolean streaming) {
    Outcome outcome =
        ask(
            "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
                + " peppers\" and then multiply the numbers together.",
            streaming);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(((Outcome.Answered) outcome).text()).contains("72");
    assertThat(outcome.calls()).isGreaterThanOrEqualTo(3);
    assertThat(outcome.usage().totalTokens()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stationThatIsNotFoundIsAnErrorFromWhichTheModelRecovers(boolean streaming) {
    Outcome outcome = ask("What is the most popular song on WKRP?", streaming);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(results(outcome.conversation()))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.status()).isEqualTo(ToolResult.Status.ERROR));
  }

  @Test
  void requestThatIsWrongIsRefusedInTheServicesWords() {
    assertThatThrownBy(() -> model().open(wrong()).reply())
        .isInstanceOfSatisfying(
            ProviderException.class, refused -> assertThat(refused.fault().message()).isNotBlank());
  }

  /// A request that the service refuses.
  ModelRequest wrong() {
    return ModelRequest.to(
        new ModelId("no.such-model-" + "x".repeat(3000)), Conversation.startingWith("Hi"));
  }

  /// A request that a service refuses which looks at every member.
  ModelRequest withAMemberThatNobodyKnows() {
    return ModelRequest.to(modelId(), Conversation.startingWith("Hi"))
        .withExtra(JsonObject.of("no_such_member", true));
  }

  private Outcome ask(String question, boolean streaming) {
    Toolbox tools = Toolbox.of(InstantSource.system(), () -> ZoneOffset.UTC);
    return ToolLoop.with(model())
        .tools(tools.all())
        .run(
            ModelRequest.to(modelId(), Conversation.startingWith(question))
                .withStreaming(streaming));
  }

  private static List<ToolResult> results(Conversation conversation) {
    return conversation.messages().stream()
        .map(Message::toolResults)
        .flatMap(List::stream)
        .toList();
  }
}

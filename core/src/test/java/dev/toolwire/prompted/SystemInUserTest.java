package dev.toolwire.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Text;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemInUserTest {

  private static final ModelId TITAN = new ModelId("amazon.titan-text-premier-v1:0");
  private static final ModelId HAIKU = new ModelId("anthropic.claude-3-haiku-20240307-v1:0");

  private final Heard model = new Heard().says("Aye.");
  private final List<Loss> losses = new ArrayList<>();
  private final SystemInUser step =
      new SystemInUser(
          model, ModelCatalogue.builtIn()::profile, (_, lost) -> lost.forEach(losses::add));

  @Test
  void theInstructionsStandAtTheHeadOfTheFirstUserMessage() {
    Conversation conversation =
        Conversation.startingWith("How high is the tide?")
            .with(Message.assistant("Where?"))
            .say("In Brest.");

    step.open(ModelRequest.to(TITAN, conversation).withSystem("Be a sailor.")).reply();

    assertThat(model.request().system()).isEmpty();
    assertThat(Heard.told(model.request().conversation()))
        .isEqualTo(
            """
            USER:
            [Instructions from the application, not from the user. They hold for the whole conversation.]

            Be a sailor.

            [End of the instructions. What follows is from the user.]
            ---
            How high is the tide?
            ASSISTANT:
            Where?
            USER:
            In Brest.\
            """);
  }

  @Test
  void aModelWithASystemPromptIsLeftAlone() {
    ModelRequest request =
        ModelRequest.to(HAIKU, Conversation.startingWith("Hello")).withSystem("Be a sailor.");

    step.open(request).reply();

    assertThat(model.request()).isEqualTo(request);
    assertThat(losses).isEmpty();
  }

  @Test
  void nothingIsSaidWhereThereAreNoInstructions() {
    ModelRequest request = ModelRequest.to(TITAN, Conversation.startingWith("Hello"));

    step.open(request).reply();

    assertThat(model.request()).isEqualTo(request);
  }

  @Test
  void whateverIsMovedOrDroppedIsTold() {
    step.open(
            ModelRequest.to(TITAN, Conversation.startingWith("Hello"))
                .withSystem(List.of(new Text("Be a sailor."), new CachePoint(""))))
        .reply();

    assertThat(losses)
        .extracting(Loss::toString)
        .containsExactly(
            "system[0]: rewritten: the model takes no system prompt; the first user message tells it"
                + " as such",
            "system[1]: dropped: a cache point; the model takes no system prompt");
  }
}

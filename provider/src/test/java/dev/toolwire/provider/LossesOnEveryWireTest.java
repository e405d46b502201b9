package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Losses;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What of a conversation no wire but its own can say is told in the same words on every wire.
class LossesOnEveryWireTest {

  private static final ModelId MODEL = new ModelId("anthropic.claude-sonnet-4-20250514-v1:0");
  private static final ModelRequest REQUEST =
      ModelRequest.to(
          MODEL,
          Conversation.startingWith("Hi")
              .with(
                  new Message(
                      Role.ASSISTANT,
                      List.of(
                          new Text("Hello."),
                          new Opaque("telegraph", "stop", JsonObject.of("stop", true)))))
              .say("And?"));
  private static final String LOSS =
      "messages[1].content[1]: dropped: a block \"stop\" of the wire telegraph";

  private final List<WireRequest> sent = new ArrayList<>();
  private final List<Losses> heard = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Service.class)
  void whereLossesAreForbiddenNothingIsSent(Service service) {
    Model model = model(service, LossPolicy.forbid());

    assertThatThrownBy(() -> model.open(REQUEST))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessage(
            "the request to "
                + MODEL
                + " was not sent, because its wire cannot say all of it and losses are forbidden:\n"
                + LOSS);
    assertThat(sent).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void elsewhereTheyAreToldAndTheRestIsSent(Service service) {
    model(service, (_, losses) -> heard.add(losses)).open(REQUEST).close();

    assertThat(heard).singleElement().hasToString(LOSS);
    assertThat(sent).hasSize(1);
  }

  private Model model(Service service, LossPolicy policy) {
    return service
        .in(Map.of("AWS_REGION", "us-east-1"), URI.create("http://127.0.0.1:1"))
        .withLosses(policy)
        .over(CannedTransport.answering(sent::add, _ -> new byte[0]));
  }
}

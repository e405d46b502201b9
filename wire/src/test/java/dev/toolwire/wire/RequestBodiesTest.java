package dev.toolwire.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

class RequestBodiesTest {

  private static final URI SOMEWHERE = URI.create("http://127.0.0.1");
  private static final Conversation HELLO = Conversation.startingWith("Hello");
  private static final Conversation MORE =
      HELLO.with(Message.assistant("Well?")).say("Good morning");

  private final List<String> written = new ArrayList<>();
  private final RequestBodies bodies = bodies();

  private RequestBodies bodies() {
    return new RequestBodies(
        profile -> Fitting.to(profile, Alphabet.upTo(64, ""), Alphabet.upTo(64, "")), Plain::new);
  }

  /// Writes the texts of the messages, each of which it calls a loss, between two other members.
  private final class Plain implements RequestBodies.Writer {
    private final JsonGenerator out;
    private final ModelRequest request;
    private final Fitting fitting;

    Plain(JsonGenerator out, ModelRequest request, ModelProfile profile, Fitting fitting) {
      this.out = out;
      this.request = request;
      this.fitting = fitting;
    }

    @Override
    public void body(RequestBodies.Mark endOfMessages) {
      out.writeStartObject();
      out.writeStringProperty("model", request.model().value());
      fitting.lost("model", Loss.Kind.CHANGED, "");
      out.writeArrayPropertyStart("messages");
      messages(0);
      endOfMessages.here(out);
      out.writeEndArray();
      out.writeBooleanProperty("stream", request.streaming());
      fitting.lost("stream", Loss.Kind.CHANGED, "");
      out.writeEndObject();
    }

    @Override
    public void messages(int first) {
      for (int i = first; i < request.conversation().messages().size(); i++) {
        String text = request.conversation().messages().get(i).text();
        out.writeString(text);
        written.add(text);
        fitting.lost("messages[" + i + "]", Loss.Kind.CHANGED, "");
        fitting.id("messages[" + i + "]", new ToolUseId(text.replaceAll("[ ?]", "")));
      }
    }
  }

  @Test
  void onlyMessagesThatAreNewAreWritten() {
    encode(HELLO);
    Encoding longer = encode(MORE);

    assertThat(written).containsExactly("Hello", "Well?", "Good morning");
    assertThat(body(longer))
        .isEqualTo(
            """
            {"model":"m","messages":["Hello","Well?","Good morning"],"stream":true}\
            """);
  }

  @Test
  void lossesStandInTheOrderOfTheBody() {
    encode(HELLO);

    assertThat(encode(MORE).losses().all())
        .extracting(Loss::path)
        .containsExactly("model", "messages[0]", "messages[1]", "messages[2]", "stream");
  }

  @Test
  void sameRequestOnceMoreIsNotWrittenAgain() {
    Encoding first = encode(MORE);

    assertThat(encode(MORE).request().body()).isSameAs(first.request().body());
  }

  @Test
  void nothingIsTakenFromAnotherCodecsRequest() {
    bodies().encode(ask(HELLO), ModelProfile.UNKNOWN, RequestBodiesTest::envelope);
    encode(MORE);

    assertThat(written).containsExactly("Hello", "Hello", "Well?", "Good morning");
  }

  @Test
  void requestThatSendsAnotherNameIsWrittenWholeAndSoIsTheNext() {
    encode(HELLO);
    Conversation odd = HELLO.with(Message.assistant("a/b")).say("Well?");
    encode(odd);
    encode(odd.with(Message.assistant("Hm")).say("So"));

    assertThat(written)
        .containsExactly(
            "Hello", "a/b", "Well?", "Hello", "a/b", "Well?", "Hello", "a/b", "Well?", "Hm", "So");
  }

  @Test
  void branchOfAConversationTakesOnlyWhatIsItsOwn() {
    encode(MORE);
    Encoding branch = encode(HELLO.with(Message.assistant("Yes?")).say("No"));

    assertThat(body(branch)).contains("[\"Hello\",\"Yes?\",\"No\"]");
  }

  private Encoding encode(Conversation conversation) {
    return bodies.encode(ask(conversation), ModelProfile.UNKNOWN, RequestBodiesTest::envelope);
  }

  private static ModelRequest ask(Conversation conversation) {
    return ModelRequest.to(new ModelId("m"), conversation);
  }

  private static WireRequest envelope(byte[] body) {
    return WireRequest.post(SOMEWHERE, Headers.NONE, body, true);
  }

  private static String body(Encoding encoding) {
    return new String(encoding.request().body(), UTF_8);
  }
}

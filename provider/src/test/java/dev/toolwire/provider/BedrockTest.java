package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.ConverseStreamEncoder;
import dev.toolwire.wire.converse.Padding;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BedrockTest {

  private static final String ANSWER =
      """
      {"output":{"message":{"role":"assistant","content":[{"text":"Hello."}]}},\
      "stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":2,"totalTokens":5},\
      "metrics":{"latencyMs":0}}\
      """;

  private final HttpTransport http = HttpTransport.create();
  private final AtomicReference<String> seen = new AtomicReference<>("");

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void bearerKeyOfTheEnvironmentIsPreferred() {
    try (Loopback server = answering("200 OK", ANSWER)) {
      Reply reply = model(server.uri()).open(hello()).reply();

      assertThat(reply.text()).isEqualTo("Hello.");
      assertThat(reply.stopReason()).isEqualTo(StopReason.Known.END_TURN);
      assertThat(reply.usage()).isEqualTo(new Usage(3, 2));
      assertThat(seen.get())
          .startsWith("POST /model/us.amazon.nova-pro-v1%3A0/converse HTTP/1.1\r\n")
          .contains("\r\nAuthorization: Bearer key-of-a-test\r\n");
    }
  }

  @Test
  void refusalIsToldInTheServicesWords() {
    try (Loopback server =
        answering("403 Forbidden", "{\"Message\":\"no access to this model\"}")) {
      assertThatThrownBy(() -> model(server.uri()).open(hello()).reply())
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("no access to this model")
          .hasMessageNotContaining("key-of-a-test");
    }
  }

  @Test
  void modelThatTakesNoToolsInAStreamIsAskedForTheWholeAnswer() {
    try (Loopback server = answering("200 OK", ANSWER)) {
      ModelRequest request =
          ModelRequest.to(
                  new ModelId("us.meta.llama3-1-70b-instruct-v1:0"),
                  Conversation.startingWith("Hi"))
              .withTools(
                  List.of(
                      new dev.toolwire.model.ToolSpec(
                          "now", "", dev.toolwire.json.JsonObject.of("type", "object"))));

      model(server.uri()).open(request).reply();

      assertThat(seen.get()).contains("/converse HTTP/1.1");
    }
  }

  @Test
  void connectionOfAStreamIsUsedAgain() {
    byte[] stream = streamOfHello();
    try (Loopback server =
        Loopback.playing(connection -> {
          while (true) {
            connection.request();
            connection.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(stream.length)
                    + "\r\n");
            connection.socket().getOutputStream().write(stream);
            connection.send("\r\n0\r\n\r\n");
          }
        })) {
      for (int i = 0; i < 5; i++) {
        assertThat(model(server.uri()).open(hello().withStreaming(true)).reply().text())
            .isEqualTo("Hello.");
      }

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static byte[] streamOfHello() {
    ConverseStreamEncoder encoder = new ConverseServerCodec().encoder(Padding.none());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Reply(List.of(new Text("Hello.")), StopReason.Known.END_TURN, new Usage(3, 2))
        .events()
        .forEach(event -> bytes.writeBytes(encoder.event(event)));
    return bytes.toByteArray();
  }

  private Model model(URI endpoint) {
    return Bedrock.fromEnvironment(
            Map.of(
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
                endpoint.toString(),
                "AWS_BEARER_TOKEN_BEDROCK",
                "key-of-a-test"))
        .over(http);
  }

  private static ModelRequest hello() {
    return ModelRequest.to(new ModelId("us.amazon.nova-pro-v1:0"), Conversation.startingWith("Hi"))
        .withStreaming(false);
  }

  private Loopback answering(String status, String body) {
    return Loopback.playing(connection -> {
      seen.set(connection.request());
      connection.send(
          "HTTP/1.1 "
              + status
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
    });
  }
}

package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.model.CredentialsException;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.wire.Headers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OpenAiTest {

  private static final String ANSWER =
      """
      {"id":"chatcmpl-1","object":"chat.completion","created":1790000000,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hello."},"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}\
      """;
  private static final String MESSAGE =
      """
      {"id":"msg_01","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"Hello."}],\
      "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":2}}\
      """;

  private final HttpTransport http = HttpTransport.create();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void keyOrganizationAndProjectGoWithTheRequest() {
    try (Loopback server = answering("200 OK", ANSWER)) {
      String text =
          ask(
              Service.OPENAI,
              Map.of(
                  "OPENAI_BASE_URL", server.uri() + "/v1",
                  "OPENAI_API_KEY", "key-of-a-test",
                  "OPENAI_ORG_ID", "org-1",
                  "OPENAI_PROJECT_ID", "proj-1"),
              "gpt-4o");

      assertThat(text).isEqualTo("Hello.");
      assertThat(seen.getFirst())
          .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
          .contains("\r\nAuthorization: Bearer key-of-a-test\r\n")
          .contains("\r\nOpenAI-Organization: org-1\r\n")
          .contains("\r\nOpenAI-Project: proj-1\r\n");
    }
  }

  @Test
  void serverOnThisMachineIsAskedWithoutAKey() {
    try (Loopback server = answering("200 OK", ANSWER)) {
      ask(Service.OPENAI, Map.of("OPENAI_BASE_URL", server.uri() + "/v1"), "llama3.2:3b");

      assertThat(seen.getFirst().toLowerCase(Locale.ROOT)).doesNotContain("authorization");
    }
  }

  @Test
  void nobodyElseIs() {
    assertThatThrownBy(() -> OpenAi.fromEnvironment(Map.of()))
        .isInstanceOf(CredentialsException.class)
        .hasMessage("no key for https://api.openai.com/v1: set OPENAI_API_KEY");
  }

  @Test
  void quotaThatIsUsedUpIsNotAskedForAgain() {
    String quota =
        "{\"error\":{\"message\":\"You exceeded your current quota\",\"type\":"
            + "\"insufficient_quota\",\"param\":null,\"code\":\"insufficient_quota\"}}";
    try (Loopback server = answering("429 Too Many Requests", quota)) {
      assertThatThrownBy(
              () -> ask(Service.OPENAI, Map.of("OPENAI_BASE_URL", server.uri() + "/v1"), "gpt-4o"))
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("You exceeded your current quota");
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  void mantleSpeaksMessagesToClaudeAndChatToTheOthers() {
    try (Loopback server = answering("200 OK", MESSAGE)) {
      ask(Service.BEDROCK_MANTLE, mantle(server), "anthropic.claude-opus-4-8");

      assertThat(seen.getFirst())
          .startsWith("POST /anthropic/v1/messages HTTP/1.1\r\n")
          .contains("/eu-west-1/bedrock-mantle/aws4_request, SignedHeaders=");
    }
    seen.clear();
    try (Loopback server = answering("200 OK", ANSWER)) {
      ask(Service.BEDROCK_MANTLE, mantle(server), "openai.gpt-oss-120b");

      assertThat(seen.getFirst())
          .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
          .contains("/eu-west-1/bedrock-mantle/aws4_request, SignedHeaders=");
    }
  }

  @Test
  void mantleIsInTheRegion() {
    Provider mantle =
        Service.BEDROCK_MANTLE.in(
            Map.of("AWS_REGION", "eu-west-1", "AWS_BEARER_TOKEN_BEDROCK", "key"));

    assertThat(mantle.endpoint(new ModelId("anthropic.claude-opus-4-8")))
        .hasToString("https://bedrock-mantle.eu-west-1.api.aws/anthropic");
    assertThat(mantle.endpoint(new ModelId("qwen.qwen3-32b")))
        .hasToString("https://bedrock-mantle.eu-west-1.api.aws/v1");
  }

  private static Map<String, String> mantle(Loopback server) {
    return Map.of(
        "AWS_REGION",
        "eu-west-1",
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
        server.uri().toString(),
        "ANTHROPIC_BEDROCK_MANTLE_BASE_URL",
        server.uri() + "/anthropic",
        "AWS_BEDROCK_BASE_URL",
        server.uri() + "/v1/");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void webPageIsNoAnswer(boolean streaming) {
    try (Loopback server =
        Loopback.playing(connection -> {
          connection.request();
          connection.send(
              """
              HTTP/1.1 200 OK\r
              Content-Type: text/html; charset=utf-8\r
              Content-Length: 14\r
              \r
              <html> </html>\
              """);
        })) {
      ModelRequest hello =
          ModelRequest.to(new ModelId("m"), Conversation.startingWith("Hi"))
              .withStreaming(streaming);

      assertThatThrownBy(() -> OpenAi.at(server.uri(), Headers.NONE).over(http).open(hello).reply())
          .isInstanceOf(MalformedWireException.class)
          .hasMessage(
              "got a web page (text/html, HTTP 200), expected a model's answer; check the address:"
                  + " another server, or a proxy on the way, has answered");
    }
  }

  private String ask(Service service, Map<String, String> environment, String model) {
    ModelRequest hello =
        ModelRequest.to(new ModelId(model), Conversation.startingWith("Hi")).withStreaming(false);
    return service.in(new HashMap<>(environment)).over(http).open(hello).reply().text();
  }

  private Loopback answering(String status, String body) {
    return Loopback.answering(seen, status, "", body);
  }
}

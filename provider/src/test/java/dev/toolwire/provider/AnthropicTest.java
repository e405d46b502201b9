package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.model.CredentialsException;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.TransportException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class AnthropicTest {

  private static final String ANSWER =
      """
      {"id":"msg_01","type":"message","role":"assistant","model":"claude-haiku-4-5","content":[{"type":"text","text":"Hello."}],\
      "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":2}}\
      """;

  private static final ModelRequest HELLO =
      ModelRequest.to(new ModelId("claude-haiku-4-5"), Conversation.startingWith("Hi"))
          .withStreaming(false);

  private final HttpTransport http = HttpTransport.create();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void keyTokenAndCustomHeadersGoWithTheRequest() {
    try (Loopback server = answering("200 OK", "", ANSWER)) {
      Reply reply =
          ask(
              server.uri() + "/",
              Map.of(
                  "ANTHROPIC_API_KEY", "key-of-a-test",
                  "ANTHROPIC_AUTH_TOKEN", "token-of-a-test",
                  "ANTHROPIC_CUSTOM_HEADERS", "anthropic-beta: a,b\nX-Team:  blue \n\n"));

      assertThat(reply.text()).isEqualTo("Hello.");
      assertThat(seen.getFirst())
          .startsWith("POST /v1/messages HTTP/1.1\r\n")
          .containsIgnoringCase("\r\nx-api-key: key-of-a-test\r\n")
          .contains("\r\nAuthorization: Bearer token-of-a-test\r\n")
          .contains("\r\nanthropic-version: 2023-06-01\r\n")
          .contains("\r\nanthropic-beta: a,b\r\n")
          .contains("\r\nX-Team: blue\r\n");
    }
  }

  @Test
  void versionCanBeChosenByACustomHeader() {
    try (Loopback server = answering("200 OK", "", ANSWER)) {
      ask(
          server.uri().toString(),
          Map.of("ANTHROPIC_CUSTOM_HEADERS", "anthropic-version: 2026-10-21"));

      assertThat(seen.getFirst())
          .contains("\r\nanthropic-version: 2026-10-21\r\n")
          .doesNotContain("2023-06-01");
    }
  }

  @Test
  void serverOnThisMachineIsAskedWithoutAKey() {
    try (Loopback server = answering("200 OK", "", ANSWER)) {
      ask(server.uri().toString(), Map.of());

      assertThat(seen.getFirst().toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("x-api-key", "authorization");
    }
  }

  @Test
  void nobodyElseIs() {
    assertThatThrownBy(() -> Anthropic.fromEnvironment(Map.of()))
        .isInstanceOf(CredentialsException.class)
        .hasMessage(
            "no key for https://api.anthropic.com: set ANTHROPIC_API_KEY, or ANTHROPIC_AUTH_TOKEN"
                + " for a bearer's");
  }

  @Test
  void variableThatCannotBeUsedIsNamedButNotQuoted() {
    assertThatThrownBy(
            () -> Anthropic.fromEnvironment(Map.of("ANTHROPIC_API_KEY", "key\nof-a-test")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ANTHROPIC_API_KEY holds a line break")
        .hasMessageNotContaining("of-a-test");
    assertThatThrownBy(() ->
            Anthropic.fromEnvironment(
                Map.of("ANTHROPIC_API_KEY", "k", "ANTHROPIC_CUSTOM_HEADERS", "A: b\nsecret")))
        .hasMessage("ANTHROPIC_CUSTOM_HEADERS: line 2 is no header, expected Name: value");
    assertThatThrownBy(
            () -> Anthropic.fromEnvironment(Map.of("ANTHROPIC_BASE_URL", "localhost:8080")))
        .hasMessageStartingWith("ANTHROPIC_BASE_URL is \"localhost:8080\", expected an address");
  }

  @Test
  void overloadedServiceIsAskedAgainAsItsSdksDo() {
    String overloaded =
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}";
    try (Loopback server = answering("529 Overloaded", "retry-after-ms: 1\r\n", overloaded)) {
      assertThatThrownBy(() -> ask(server.uri().toString(), Map.of()))
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("Overloaded");
      assertThat(seen).hasSize(3);
    }
  }

  @Test
  void serviceThatSaysNotToAskAgainIsNot() {
    String overloaded =
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}";
    try (Loopback server = answering("529 Overloaded", "x-should-retry: false\r\n", overloaded)) {
      assertThatThrownBy(() -> ask(server.uri().toString(), Map.of()))
          .isInstanceOf(ProviderException.class);
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  void nobodyThereIsToldWithoutTheKey() {
    URI nowhere;
    try (Loopback server = answering("200 OK", "", ANSWER)) {
      nowhere = server.uri();
    }

    assertThatThrownBy(() ->
            Anthropic.fromEnvironment(
                    Map.of(
                        "ANTHROPIC_BASE_URL",
                        nowhere.toString(),
                        "ANTHROPIC_API_KEY",
                        "key-of-a-test"))
                .withRetries(RetryPolicy.NEVER)
                .over(http)
                .open(HELLO)
                .reply())
        .isInstanceOf(TransportException.class)
        .hasMessage(nowhere + ": nobody listens there; check the endpoint");
  }

  private Reply ask(String base, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("ANTHROPIC_BASE_URL", base);
    return Anthropic.fromEnvironment(environment).over(http).open(HELLO).reply();
  }

  private Loopback answering(String status, String headers, String body) {
    return Loopback.answering(seen, status, headers, body);
  }
}

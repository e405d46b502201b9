package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person may get wrong: each is one line, and none has a stack trace.
class AskMistakesTest {

  private static final String SEE = "; see 'toolwire ask --help'\n";

  @Test
  void noQuestion() {
    assertUsage("Missing required parameter: 'QUESTION'", "ask");
  }

  @Test
  void anEmptyQuestion() {
    assertUsage("the question is empty", "ask", " ");
  }

  @Test
  void anOptionWithATypingError() {
    assertUsage(
        "there is no option '--modle'; did you mean --model or --models?",
        "ask",
        "--modle",
        "m",
        "?");
  }

  @Test
  void aQuestionWithoutQuotes() {
    assertUsage(
        "'is' is one word too many; put a question of several words in quotes",
        "ask",
        "what",
        "is",
        "it");
  }

  @Test
  void timestampsOfNothing() {
    assertUsage("--timestamps needs --show events", "ask", "--timestamps", "?");
  }

  @Test
  void aQuestionThatIsNoUtf8() {
    var result = Typed.words("ask", "-").withInput(new byte[] {'c', 'a', 'f', (byte) 0xe9}).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("toolwire: standard input is not UTF-8" + SEE);
  }

  @Test
  void anEnvironmentWithoutARegionIsADocumentForPrograms() {
    var result = Typed.words("ask", "--json", "--model", "bedrock:a.b-v1:0", "?").run();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).startsWith("toolwire: no AWS region: ").hasLineCount(1);
    assertThat(JsonObject.parse(result.out()).toNode().path("problem").asString())
        .startsWith("no AWS region: ");
  }

  @Test
  void anUnknownTool() {
    var result = Typed.words("ask", "--tools", "CalculatorTool,Calc", "?").run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("toolwire: there is no tool \"Calc\", expected one of ")
        .contains("CountLettersTool", "CalculatorTool", "top_song")
        .hasLineCount(1);
  }

  @Test
  void writingFilesWithoutARoot() {
    assertUsage(
        "fs_write needs --root DIR, the directory in which it may write",
        "ask",
        "--tools",
        "fs_write",
        "?");
  }

  @Test
  void aRootThatIsNoDirectory(@TempDir Path directory) {
    var missing = directory.resolve("missing").toString();

    assertUsage(
        "--root is '" + missing + "', which is no directory", "ask", "--root", missing, "?");
  }

  @Test
  void aWordThatAnOptionDoesNotHave() {
    assertUsage(
        "Invalid value for option '--show': expected one of events, calls, answer, got 'all'",
        "ask",
        "--show",
        "all",
        "?");
  }

  @Test
  void anUnknownProvider() {
    var result = Typed.words("ask", "--model", "acme:m", "?").run();

    assertThat(result.err())
        .startsWith("toolwire: unknown provider 'acme', expected one of ")
        .contains("bedrock, ", "simulator; see ")
        .hasLineCount(1);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void noKey() {
    var result = Typed.words("ask", "--model", "anthropic:claude-haiku-4-5", "?").run();

    assertThat(result.err())
        .isEqualTo(
            "toolwire: no key for https://api.anthropic.com: set ANTHROPIC_API_KEY, or"
                + " ANTHROPIC_AUTH_TOKEN for a bearer's\n");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anthropic:claude-haiku-4-5",
        "bedrock:amazon.nova-lite-v1:0",
        "bedrock-invoke:anthropic.claude-opus-4-8",
        "openai:gpt-4o"
      })
  void nobodyListensAtTheAddressOfAProvider(String model) throws IOException {
    var address = "http://127.0.0.1:" + freePort();

    var result =
        Typed.words("ask", "--model", model, "--base-url", address, "?")
            .with("ANTHROPIC_API_KEY", "key-of-a-test")
            .with("OPENAI_API_KEY", "key-of-a-test")
            .run();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err().lines())
        .last()
        .isEqualTo("toolwire: " + address + ": nobody listens there; check the endpoint");
    assertThat(result.err()).doesNotContain("key-of-a-test");
  }

  @Test
  void aFileOfModelsThatIsNone(@TempDir Path directory) throws IOException {
    var file = directory.resolve("models.json");

    assertUsage("there is no file " + file, "ask", "--models", file.toString(), "?");

    Files.writeString(file, "{\"models\":\n[}");
    var result = Typed.words("ask", "?").with("TOOLWIRE_MODELS", file.toString()).run();
    assertThat(result.err())
        .isEqualTo(
            "toolwire: %s is not JSON: Unexpected close marker '}': expected ']', at line 2, column 2%s"
                .formatted(file, SEE));
    assertThat(result.exitCode()).isEqualTo(2);

    Files.writeString(file, "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"tools\":\"no\"}]}");
    assertUsage(
        file + ": models[0] (A): tools: expected true or false, got \"no\"",
        "ask",
        "--models",
        file.toString(),
        "?");
  }

  @Test
  void anEndpointThatIsNoAddress() {
    assertUsage(
        "--endpoint is \"localhost:8080\", expected an address like http://127.0.0.1:8080",
        "ask",
        "--endpoint",
        "localhost:8080",
        "?");
  }

  @Test
  void noRoundsAtAll() {
    assertUsage("the limit \"rounds\" is 0, expected 1 or more", "ask", "--max-rounds", "0", "?");
  }

  @Test
  void aRunBeforeTheFirst() {
    assertUsage("--run is 0, but runs begin with 1", "ask", "--run", "0", "?");
  }

  @Test
  void aRunThatTheScriptDoesNotHave() {
    var result = Typed.words("ask", "--run", "4", "--model", "simulator:gpt-4o", "?").run();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("the script of gpt-4o has no run 4; choose one of 1, 2, 3");
  }

  @Test
  void aRunOfALiveModel() {
    assertUsage(
        "--run chooses a run of a scripted model, but the question goes to model m at"
            + " https://bedrock.example",
        "ask",
        "--run",
        "2",
        "--model",
        "m",
        "--endpoint",
        "https://bedrock.example",
        "?");
  }

  @Test
  void nobodyListensAtTheEndpoint() throws IOException {
    var endpoint = "http://127.0.0.1:" + freePort();

    var result = Typed.words("ask", "--endpoint", endpoint, "?").run();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .isEqualTo("toolwire: " + endpoint + ": nobody listens there; check the endpoint");
  }

  @Test
  void theStackTraceIsForThoseWhoAskForIt() {
    var result = Typed.words("ask", "--tools", "Calc", "?").with("TOOLWIRE_DEBUG", "1").run();

    assertThat(result.err()).contains("\tat dev.toolwire.cli.ToolChoices.");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void assertUsage(String message, String... words) {
    var result = Typed.words(words).run();

    assertThat(result.err()).isEqualTo("toolwire: " + message + SEE);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }
}

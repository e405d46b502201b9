package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SimulateCommandTest {

  private static final Interrupts AT_ONCE =
      action -> {
        action.run();
        return () -> {};
      };

  @Test
  void printsItsAddressAndHowToUseItAndEndsCleanly() {
    var result = Typed.words("simulate", "--port", "0").with(AT_ONCE).run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).matches("http://127\\.0\\.0\\.1:\\d+\\n");
    assertThat(result.err())
        .contains("export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=" + result.out().strip() + " ")
        .contains("export ANTHROPIC_BASE_URL=" + result.out().strip() + " ANTHROPIC_API_KEY=any\n")
        .contains("export OPENAI_BASE_URL=" + result.out().strip() + "/v1 OPENAI_API_KEY=any\n");
  }

  @Test
  void keysAreNotShown() {
    var result = Typed.words("simulate", "--port", "0", "--api-key", "hush").with(AT_ONCE).run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("OPENAI_API_KEY=…").doesNotContain("hush");
  }

  @Test
  void aPortInUseIsOneLine() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      var result = Typed.words("simulate", "--port", Integer.toString(port)).with(AT_ONCE).run();

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.err())
          .isEqualTo("toolwire: port " + port + " cannot be used: it is taken\n");
    }
  }

  @Test
  void aMissingScriptIsAUsageError(@TempDir Path directory) {
    var missing = directory.resolve("none.yaml");

    var result =
        Typed.words("simulate", "--port", "0", "--script", missing.toString()).with(AT_ONCE).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("toolwire: there is no file " + missing + "; see 'toolwire simulate --help'\n");
  }

  @Test
  void whatIsNoFaultIsAUsageError() {
    var result = Typed.words("simulate", "--port", "0", "--fault", "sulk").with(AT_ONCE).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("toolwire: \"sulk\" is no fault; ").hasLineCount(1);
  }

  @Test
  void whatIsNoPaceIsAUsageError() {
    var result = Typed.words("simulate", "--port", "0", "--pace", "fast").with(AT_ONCE).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(
            "toolwire: --pace: \"fast\" is no pace: expected a duration such as 15ms, 1.5s or 2m,"
                + " got \"fast\"; write for example \"200ms,15ms\"")
        .hasLineCount(1);
  }

  @Test
  void noAnswerBeginsBeforeItsPaceAllows() throws Exception {
    var result = askServer(List.of("--json", "say hello"), "--pace", "100ms,1ms");

    assertThat(JsonObject.parse(result.out()).toNode().path("elapsedMs").asDouble())
        .isGreaterThanOrEqualTo(100);
  }

  @Test
  void aSecretWithoutItsKeyIsAUsageError() {
    var result = Typed.words("simulate", "--port", "0", "--secret", "s").with(AT_ONCE).run();

    assertThat(result.err())
        .isEqualTo(
            "toolwire: --access-key and --secret are needed together; see 'toolwire simulate"
                + " --help'\n");
  }

  @Test
  void ownScriptsAnswerWhoeverAsks(@TempDir Path directory) throws Exception {
    var script =
        Files.writeString(
            directory.resolve("echo.yaml"),
            """
            model: parrot*
            turns:
              - when: { user: '/say (?<word>[a-z]+)/' }
                say: "${word}, ${word}"
            """);

    var result = askServer(List.of("say hello"), "--script", script.toString());

    assertThat(result.out()).isEqualTo("hello, hello\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void faultsReachWhoeverAsks() throws Exception {
    var result = askServer(List.of("say hello"), "--fault", "access denied");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("toolwire: AccessDeniedException (HTTP 403, request ");
  }

  /// Asks a server that runs with these options, then interrupts it.
  private static Typed.Result askServer(List<String> question, String... options)
      throws ExecutionException, InterruptedException {
    var address = new CompletableFuture<String>();
    var stop = new CompletableFuture<Runnable>();
    var words = new ArrayList<>(List.of("simulate", "--port", "0"));
    words.addAll(List.of(options));
    Interrupts later =
        action -> {
          stop.complete(action);
          return () -> {};
        };
    var server = Typed.words(words.toArray(String[]::new)).with(later).onFirstLine(address);
    var serving = Thread.ofVirtual().start(server::run);
    var asking = new ArrayList<>(List.of("ask", "--endpoint", address.get(), "-m", "parrot-1"));
    asking.addAll(question);
    var result = Typed.words(asking.toArray(String[]::new)).run();
    stop.get().run();
    serving.join();
    return result;
  }
}

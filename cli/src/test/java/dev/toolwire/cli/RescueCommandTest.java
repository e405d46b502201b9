package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescueCommandTest {

  private static final String CALL =
      "<tool_call>{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"}}</tool_call>";
  private static final String TOOLS = "[{\"name\":\"tide_at\"}]";

  @TempDir private Path directory;

  @Test
  void callsArePrintedWithTheirArguments() throws IOException {
    var result = Typed.words("rescue", "--tools", tools()).withInput("Look: " + CALL).run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("tide_at {\"port\":\"Brest\"}\n");
  }

  @Test
  void explainSaysWhy() throws IOException {
    var result =
        Typed.words("rescue", "--tools", tools(), "--explain").withInput("`" + CALL + "`").run();

    assertThat(result.out()).startsWith("suggested  tide_at: F1 hermes").contains("quoted");
  }

  @Test
  void eachLineHasItsAnswerAndABadOneItsError() {
    var good =
        "{\"id\":1,\"text\":%s,\"tools\":%s}"
            .formatted(JsonObject.of("t", CALL).member("t").orElseThrow(), TOOLS);
    var result = Typed.words("rescue", "--jsonl").withInput(good + "\n{oops\n" + good + "\n").run();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.out().lines().toList().get(0))
        .isEqualTo(
            "{\"id\":1,\"calls\":[{\"name\":\"tide_at\",\"arguments\":{\"port\":\"Brest\"},"
                + "\"format\":\"F1\",\"level\":\"marked\",\"repairs\":[]}],\"text\":\"\"}");
    assertThat(result.out().lines().toList().get(1)).startsWith("{\"error\":\"line 2: not JSON: ");
    assertThat(result.err()).startsWith("toolwire: line 2: not JSON: ");
  }

  @Test
  void chunksAreReadAsTheyCome() {
    var line =
        "{\"id\":\"a\",\"chunks\":[\"x <tool\",\"_call>{\\\"name\\\":\\\"tide_at\\\"}</tool_call>\"],\"tools\":"
            + TOOLS
            + "}";
    var result = Typed.words("rescue", "--jsonl").withInput(line + "\n").run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("\"name\":\"tide_at\"").endsWith("\"text\":\"x \"}\n");
  }

  @Test
  void aTextThatIsNoUtf8IsRefused() throws IOException {
    var result =
        Typed.words("rescue", "--tools", tools()).withInput(new byte[] {'a', (byte) 0xff}).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("toolwire: standard input is not UTF-8; see ");
  }

  @Test
  void withoutToolsItSaysWhatIsMissing() {
    var result = Typed.words("rescue").withInput(CALL).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("name a file with --tools");
  }

  private String tools() throws IOException {
    return Files.writeString(directory.resolve("tools.json"), TOOLS).toString();
  }
}

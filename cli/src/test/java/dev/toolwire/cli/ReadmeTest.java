package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.loop.Outcome;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void exampleIsTheCodeThatIsCompiled() throws IOException {
    String source =
        Files.readString(
            Golden.project().resolve("cli/src/test/java/dev/toolwire/cli/ReadmeExample.java"));
    String example =
        source
            .substring(source.indexOf("begins\n") + 7, source.indexOf("    // README ends"))
            .indent(-4);

    assertThat(Files.readString(Golden.project().resolve("README.md")))
        .contains("```java\n" + example + "```");
  }

  @Test
  void exampleAnswers() {
    try (SimulatorServer server = SimulatorServer.start(Simulator.builder().build(), 0)) {
      Outcome outcome =
          ReadmeExample.run(
              Map.of(
                  "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
                  server.baseUri().toString(),
                  "AWS_BEARER_TOKEN_BEDROCK",
                  "any"));

      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
      assertThat(((Outcome.Answered) outcome).text()).contains("Elemental Hotel");
      assertThat(outcome.calls()).isEqualTo(1);
    }
  }

  @Test
  void everyPageThatIsLinkedIsThere() throws IOException {
    Path project = Golden.project();
    String readme = Files.readString(project.resolve("README.md"));

    assertThat(Pattern.compile("\\]\\(([^):#]+)\\)").matcher(readme).results())
        .allSatisfy(link -> assertThat(project.resolve(link.group(1))).exists());
  }
}

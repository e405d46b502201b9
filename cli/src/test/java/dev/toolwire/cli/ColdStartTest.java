package dev.toolwire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a question to another server makes the JVM load, in a process of its own.
class ColdStartTest {

  private static final String PEPPERS =
      "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
          + " peppers\" and then multiply the numbers together.";

  /// What takes long to get ready, and is no part of asking.
  private static final List<String> HEAVY =
      List.of(
          "tools.jackson.databind.ObjectMapper",
          "com.github.victools.",
          "org.snakeyaml.",
          "io.helidon.",
          "software.amazon.awssdk.http.",
          "dev.toolwire.simulator.");

  @TempDir private Path folder;

  @Test
  void aQuestionLoadsNothingHeavy() throws IOException, InterruptedException {
    var log = folder.resolve("classes.log");
    try (var server = SimulatorServer.start(Simulator.withBuiltInScripts(), 0)) {
      var asking = asking(server, "-Xlog:class+load:file=" + log).start();
      var said = new String(asking.getInputStream().readAllBytes(), UTF_8);

      assertThat(said).contains("72");
      assertThat(asking.waitFor()).isZero();
    }

    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains("dev.toolwire.loop."))
        .noneMatch(line -> HEAVY.stream().anyMatch(line::contains));
  }

  private static ProcessBuilder asking(SimulatorServer server, String option) {
    var asking =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
            "-XX:TieredStopAtLevel=1",
            option,
            ToolwireCommand.class.getName(),
            "ask",
            "--model",
            "bedrock:" + Simulator.DEFAULT_MODEL,
            "--endpoint",
            server.baseUri().toString(),
            PEPPERS);
    asking.environment().put("AWS_BEARER_TOKEN_BEDROCK", "key-of-a-test");
    return asking;
  }
}

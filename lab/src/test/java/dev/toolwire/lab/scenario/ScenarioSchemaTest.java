package dev.toolwire.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import dev.toolwire.simulator.yaml.YamlValue;
import dev.toolwire.tool.SchemaFit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The published JSON Schema takes what the reader takes, and refuses what it refuses for its form.
class ScenarioSchemaTest {

  private static final SchemaFit SCHEMA = SchemaFit.to(JsonObject.parse(published()));

  private static String published() {
    try (InputStream in = Scenario.class.getResourceAsStream("scenario.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> shipped = Files.list(Path.of("..", "scenarios"));
        Stream<Path> cases =
            Files.list(Path.of("src/test/resources/dev/toolwire/lab/judge/cases"))) {
      return Stream.concat(shipped, cases)
          .filter(file -> file.toString().endsWith(".yaml"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void takesEveryScenarioThatThereIs(Path file) throws IOException {
    for (YamlValue document : YamlValue.documents("test", Files.readString(file))) {
      assertThat(SCHEMA.fits(document.json())).as(file.toString()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.toolwire.lab.scenario.ScenarioMistakesTest#formMistakes")
  void refusesMistakesOfForm(String yaml) {
    assertThat(SCHEMA.fits(YamlValue.documents("test", yaml).getFirst().json())).isFalse();
  }
}

package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What `docs/simulator.md` shows can be played.
class DocumentationTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "simulator.md");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(model:.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void itsScriptsCanBeRead() throws IOException {
    List<String> scripts = all(YAML, Files.readString(DOCUMENT)).toList();

    assertThat(scripts)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(yaml -> assertThat(Script.read("simulator.md", yaml)).isNotEmpty());
  }

  @Test
  void itsFaultsCanBeRead() throws IOException {
    String document = Files.readString(DOCUMENT);
    String table =
        document.substring(document.indexOf("## Faults"), document.indexOf("In front of a fault"));

    List<String> faults =
        table
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf('|', 1)))
            .flatMap(cell -> all(CODE, cell))
            .filter(fault -> !fault.contains("…"))
            .toList();

    assertThat(faults)
        .hasSizeGreaterThan(20)
        .allSatisfy(fault -> assertThatCode(() -> Fault.parse(fault)).doesNotThrowAnyException());
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }
}

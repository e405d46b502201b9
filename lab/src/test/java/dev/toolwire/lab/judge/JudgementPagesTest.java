package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The pages about scenarios and judgement say all that there is.
class JudgementPagesTest {

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("..", "docs", name));
  }

  /// The part of the page of judgement about reasons of one weight.
  private static String table(Reason.Weight weight) throws IOException {
    String page = page("judgement.md");
    String head = "| " + weight.name().toLowerCase(Locale.ROOT) + " | when |";
    int begin = page.indexOf(head);
    return page.substring(begin, page.indexOf("\n\n", begin));
  }

  @Test
  void everyKindOfReasonStandsInTheTableOfItsWeight() throws IOException {
    for (Reason.Kind kind : Reason.Kind.values()) {
      assertThat(table(kind.weight())).contains("`" + kind.name().toLowerCase(Locale.ROOT) + "`");
    }
  }

  @Test
  void everyScenarioThatComesAlongHasARow() throws IOException {
    String page = page("scenarios.md");

    for (Scenario scenario : Scenario.builtIn()) {
      assertThat(page).contains("| `" + scenario.name() + "` |");
    }
  }

  @Test
  void theExampleOfThePageCanBePlayed() throws IOException {
    String page = page("scenarios.md");
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();

    Scenario example =
        Scenario.read("scenarios.md", page.substring(begin, page.indexOf("```", begin))).getFirst();

    assertThat(example.name()).isEqualTo("weather");
    assertThat(example.turns().getFirst().expected().calls()).hasSize(2);
  }
}

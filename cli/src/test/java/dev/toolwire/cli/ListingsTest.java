package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingsTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    var out = new StringWriter();

    new Table(List.of("A", "LONG HEAD"), List.of(List.of("wide cell", "x"), List.of("", "y")))
        .print(new PrintWriter(out, true), false);

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            A          LONG HEAD
            wide cell  x
                       y
            """);
  }

  @Test
  void toolsAreListedWithWhatAModelIsToldOfThem() {
    var out = Typed.words("tools").run().out();

    assertThat(out.lines().filter(line -> !line.startsWith(" ")))
        .contains("CountLettersTool", "CalculatorTool", "CurrentTimeTool", "top_song", "fs_write");
    assertThat(out).contains("{\"type\":\"object\"");
  }

  @Test
  void toolsAsJsonHaveTheirSchemas() {
    var tools = JsonObject.MAPPER.readTree(Typed.words("tools", "--json").run().out());

    assertThat(tools.valueStream())
        .isNotEmpty()
        .allSatisfy(tool -> {
          assertThat(tool.path("description").asString()).isNotBlank();
          assertThat(tool.path("inputSchema").path("type").asString()).isEqualTo("object");
        });
  }

  @Test
  void modelsAreListedBeginningWithTheScriptedOnes() {
    var lines = Typed.words("models").run().out().lines().toList();

    assertThat(lines.getFirst()).startsWith("SCRIPTED IN THE SIMULATOR  ");
    assertThat(lines.get(1)).startsWith("toolwire.scripted-v1:0 ");
    assertThat(lines).anyMatch(line -> line.startsWith("Nova Micro "));
  }

  @Test
  void modelsAsJsonSayWhatEachCanDo() {
    var models = JsonObject.parse(Typed.words("models", "--json").run().out()).toNode();

    assertThat(models.path("scripted").path(0).path("ids").path(0).asString())
        .isEqualTo("toolwire.scripted-v1:0");
    assertThat(models.path("known").valueStream())
        .isNotEmpty()
        .allSatisfy(model -> assertThat(model.path("tools").isBoolean()).isTrue());
  }

  @Test
  void completionKnowsEveryCommand() {
    var script = Typed.words("completion", "bash").run().out();

    assertThat(script).contains("ask", "simulate", "tools", "models", "completion", "--show");
    assertThat(Typed.words("completion", "zsh").run().out())
        .startsWith("autoload ")
        .endsWith(script);
  }

  @Test
  void thereAreTwoShells() {
    assertThat(Typed.words("completion", "fish").run().err())
        .contains("expected one of bash, zsh, got 'fish'");
  }
}

package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    var tools = JsonText.read(Typed.words("tools", "--json").run().out());

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
  void modelsFitAPage() {
    assertThat(Typed.words("models").run().out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Table.PAGE));
  }

  @Test
  void modelsCanBeSearchedByNameAndById() {
    var lines = Typed.words("models", "llama 3").run().out().lines().toList();

    assertThat(lines).allMatch(line -> line.matches("(FAMILY|Llama 3| ).*"));
    assertThat(lines).anyMatch(line -> line.startsWith("Llama 3.3 "));
    assertThat(Typed.words("models", "us.anthropic.claude-opus-4-7-v1:0").run().out())
        .startsWith("Claude 4.7  *claude-*-4-7*\n")
        .contains("no sampling", "on messages: eagerInput tool")
        .contains("temperature and top-p are left out (on every route)");
    assertThat(Typed.words("models", "nobody-knows-it").run().out())
        .isEqualTo("No row has that: of such a model only what is safe is assumed.\n");
  }

  @Test
  void modelsOfTheUserComeFirst(@TempDir Path directory) throws IOException {
    var file = directory.resolve("models.json");
    Files.writeString(
        file,
        "{\"models\":[{\"family\":\"Mine\",\"ids\":[\"claude-mine\"],\"like\":\"Claude 4\"}]}");

    var known =
        JsonObject.parse(Typed.words("models", "--json", "--models", file.toString()).run().out())
            .toNode()
            .path("known");

    assertThat(known.path(0).path("family").asString()).isEqualTo("Mine");
    assertThat(known.path(0).path("on").path("messages").path("eagerInput").asString())
        .isEqualTo("tool");
    assertThat(known.size()).isGreaterThan(30);
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

  /// The script names the words of an option after its label, so that two options of a command with
  /// one label would be completed by the words of one of them.
  @Test
  void completionTellsTheWordsOfOptionsApart() {
    var functions = Typed.words("completion", "bash").run().out().split("(?m)^function ");

    assertThat(functions)
        .hasSizeGreaterThan(10)
        .allSatisfy(function ->
            assertThat(
                    Pattern.compile("local (\\w+_option_args)=")
                        .matcher(function)
                        .results()
                        .map(match -> match.group(1)))
                .doesNotHaveDuplicates());
  }

  @Test
  void thereAreTwoShells() {
    assertThat(Typed.words("completion", "fish").run().err())
        .contains("expected one of bash, zsh, got 'fish'");
  }
}

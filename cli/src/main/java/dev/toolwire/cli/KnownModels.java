package dev.toolwire.cli;

import dev.toolwire.json.JsonText;
import dev.toolwire.model.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What is known about models: what comes with Toolwire, and before it the user's own file.
final class KnownModels {

  /// The variable that names the user's file.
  static final String VARIABLE = "TOOLWIRE_MODELS";

  private final OptionSpec option =
      Options.text("FILE", "--models")
          .description(
              "What is known about models besides what comes with Toolwire: a JSON file as"
                  + " docs/models.md describes it. TOOLWIRE_MODELS in the environment names one,"
                  + " too.")
          .build();

  OptionSpec option() {
    return option;
  }

  /// @throws IllegalArgumentException if the file holds something else
  /// @throws IOException if there is none, or it cannot be read
  ModelCatalogue read(Surroundings around) throws IOException {
    var file = Optional.<String>ofNullable(option.getValue()).or(() -> around.variable(VARIABLE));
    return file.isEmpty()
        ? ModelCatalogue.builtIn()
        : ModelCatalogue.builtIn().with(document(file.get()), file.get());
  }

  private static JsonNode document(String file) throws IOException {
    try {
      return JsonText.read(Files.readString(Path.of(file)));
    } catch (NoSuchFileException none) {
      throw new IllegalArgumentException("there is no file " + file, none);
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException(
          file
              + ": not JSON, line "
              + notJson.getLocation().getLineNr()
              + ": "
              + notJson.getOriginalMessage(),
          notJson);
    }
  }
}

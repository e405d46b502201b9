package dev.toolwire.cli;

import dev.toolwire.model.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.OptionSpec;

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

  /// @throws IllegalArgumentException if there is no such file, or it holds something else
  /// @throws IOException if it cannot be read
  ModelCatalogue read(Surroundings around) throws IOException {
    var file = Options.<String>said(option).or(() -> around.variable(VARIABLE));
    return file.isEmpty()
        ? ModelCatalogue.builtIn()
        : ModelCatalogue.builtIn().with(NamedFile.json(Path.of(file.get())), file.get());
  }
}

package dev.toolwire.cli;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.ModelCatalogue;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.OptionSpec;

/// The options of commands that ask models: what is known about them, and what to do when a model
/// cannot be told everything.
final class ModelOptions {

  private final OptionSpec losses =
      Word.option(LossNotices.Choice.class, LossNotices.Choice.LOG, "--losses")
          .paramLabel("POLICY")
          .description(
              "What to do when the model cannot be told all of it as it stands:"
                  + " ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said. With forbid nothing is"
                  + " sent then.")
          .build();
  private final KnownModels known = new KnownModels();

  List<OptionSpec> all() {
    return List.of(losses, known.option());
  }

  /// @throws IllegalArgumentException if the user's file holds something else
  /// @throws IOException if it cannot be read
  ModelCatalogue catalogue(Surroundings around) throws IOException {
    return known.read(around);
  }

  /// @param say tells a person a line
  LossPolicy losses(Consumer<String> say) {
    return LossNotices.of(losses.getValue(), say);
  }
}

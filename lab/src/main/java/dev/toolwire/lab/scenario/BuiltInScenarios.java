package dev.toolwire.lab.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The scenarios that come with Toolwire, read when first asked for.
final class BuiltInScenarios {

  /// The files in `scenarios/` of the repository, the default comparison first.
  static final List<String> FILES =
      List.of(
          "peppers.yaml",
          "radio.yaml",
          "fs-write.yaml",
          "long-arguments.yaml",
          "parallel.yaml",
          "steps.yaml",
          "no-tool-fits.yaml",
          "ask-back.yaml",
          "recovery.yaml",
          "unicode.yaml",
          "nested-schema.yaml",
          "enum.yaml",
          "types.yaml",
          "many-tools.yaml",
          "injection.yaml");

  static final List<Scenario> ALL =
      FILES.stream()
          .flatMap(name -> ScenarioReader.read(name, text(name), Path.of("")).stream())
          .toList();

  private BuiltInScenarios() {}

  private static String text(String name) {
    try (InputStream in = BuiltInScenarios.class.getResourceAsStream("builtin/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the scenario " + name + " is missing from the lab");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the scenario " + name + " cannot be read", broken);
    }
  }
}

package dev.toolwire.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The scripts that come with Toolwire, read when first asked for.
final class BuiltInScripts {

  static final List<Script> ALL =
      List.of(
              "scripted.yaml",
              "gpt-4o.yaml",
              "claude-3-haiku.yaml",
              "mistral-large.yaml",
              "command-r-plus.yaml",
              "llama-3-70b.yaml",
              "titan-text-premier.yaml",
              "everyday.yaml",
              "careful.yaml",
              "careless.yaml")
          .stream()
          .flatMap(name -> Script.read(name, text(name)).stream())
          .toList();

  private BuiltInScripts() {}

  private static String text(String name) {
    try (InputStream in = BuiltInScripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the script " + name + " is missing from the simulator");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the script " + name + " cannot be read", broken);
    }
  }
}

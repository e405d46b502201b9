package dev.toolwire.simulator;

import dev.toolwire.model.ModelId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scripts that come with Toolwire. A file is read when one of its models is first asked: a
/// short command asks one model, and would spend most of its time on the others.
final class BuiltInScripts implements Repertoire {

  static final BuiltInScripts INSTANCE = new BuiltInScripts();

  private final List<Resource> files =
      List.of(
          new Resource("scripted.yaml", "toolwire.scripted-v1:0"),
          new Resource("gpt-4o.yaml", "gpt-4o*"),
          new Resource("claude-3-haiku.yaml", "anthropic.claude-3-haiku*", "claude-3-haiku*"),
          new Resource("mistral-large.yaml", "mistral.mistral-large*"),
          new Resource("command-r-plus.yaml", "cohere.command-r-plus*"),
          new Resource("llama-3-70b.yaml", "meta.llama3-70b*"),
          new Resource("titan-text-premier.yaml", "amazon.titan-text-premier*"),
          new Resource("everyday.yaml", "toolwire.scripted-v1:0", "gpt-4o*"),
          new Resource("careful.yaml", "toolwire.careful-v1:0"),
          new Resource("careless.yaml", "toolwire.careless-v1:0"));

  private BuiltInScripts() {}

  @Override
  public List<Script> all() {
    return files.stream().flatMap(file -> file.scripts().stream()).toList();
  }

  @Override
  public List<Script> of(ModelId model) {
    return files.stream()
        .filter(file -> file.models.stream().anyMatch(model::fits))
        .flatMap(file -> file.scripts().stream())
        .toList();
  }

  /// A file beside this class.
  private static final class Resource {
    private final String name;

    /// The models of all its scripts, as they say themselves.
    private final List<String> models;

    private @Nullable List<Script> scripts;

    private Resource(String name, String... models) {
      this.name = name;
      this.models = List.of(models);
    }

    private synchronized List<Script> scripts() {
      List<Script> read = scripts;
      if (read == null) {
        read = Script.read(name, text());
        scripts = read;
      }
      return read;
    }

    private String text() {
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
}

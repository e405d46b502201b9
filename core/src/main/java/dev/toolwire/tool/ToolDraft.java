package dev.toolwire.tool;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;

/// A tool that lacks its function. Immutable; start at [Tool#named].
///
/// ```java
/// record TopSong(@Described("The station's call sign, such as WZPZ") String sign) {}
///
/// Tool topSong = Tool.named("top_song")
///     .describedAs("The most popular song on a radio station.")
///     .taking(TopSong.class, asked -> charts.top(asked.sign()));
/// ```
public final class ToolDraft {

  private final String name;
  private final String description;
  private final ToolTraits traits;
  private final boolean strict;
  private final boolean eagerInput;

  private ToolDraft(
      String name, String description, ToolTraits traits, boolean strict, boolean eagerInput) {
    this.name = name;
    this.description = description;
    this.traits = traits;
    this.strict = strict;
    this.eagerInput = eagerInput;
  }

  static ToolDraft named(String name) {
    return new ToolDraft(name, "", ToolTraits.DEFAULTS, false, false);
  }

  /// What the tool does, when to use it and what it answers: all that a model knows about it.
  public ToolDraft describedAs(String text) {
    return new ToolDraft(name, text, traits, strict, eagerInput);
  }

  /// How it may be run; [ToolTraits#DEFAULTS] if not said.
  public ToolDraft with(ToolTraits how) {
    return new ToolDraft(name, description, how, strict, eagerInput);
  }

  /// Asks the provider to constrain the model to the schema.
  public ToolDraft strict() {
    return new ToolDraft(name, description, traits, true, eagerInput);
  }

  /// Asks for the input as it is generated, unbuffered and unchecked by the provider.
  public ToolDraft eagerInput() {
    return new ToolDraft(name, description, traits, strict, true);
  }

  /// The tool whose input is a record. The schema is read off the class: a component is required
  /// unless it is an `Optional` or `@Nullable`, and [Described] says what it means. Components are
  /// read by Jackson, whose annotations count; one that comes in variants, such as a sealed
  /// interface, has `@JsonTypeInfo(use = Id.SIMPLE_NAME, property = "type")`.
  ///
  /// @throws IllegalArgumentException if `type` does not make an object, or holds a class for which
  ///   there is no schema
  public <R extends Record> Tool taking(Class<R> type, ToolFunction<? super R> function) {
    return taking(
        InputSchemas.of(type), input -> function.apply(type.cast(InputBinder.bind(input, type))));
  }

  /// The tool whose input is described by a JSON Schema and comes as it is.
  ///
  /// @param schema draft 2020-12, or what its `$schema` says; its top level is an object
  /// @throws IllegalArgumentException if the top level of `schema` is no object
  public Tool taking(JsonObject schema, ToolFunction<? super JsonObject> function) {
    ToolSpec spec = new ToolSpec(new ToolName(name), description, schema, strict, eagerInput);
    return new FunctionTool(spec, traits, function);
  }
}

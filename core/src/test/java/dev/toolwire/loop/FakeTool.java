package dev.toolwire.loop;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A tool that remembers what it was run with.
final class FakeTool implements Tool {

  /// What it does.
  @FunctionalInterface
  interface Work {
    ToolOutcome run(ToolCall call) throws Exception;
  }

  private static final JsonObject ANY_OBJECT = JsonObject.of("type", "object");

  private final ToolSpec spec;
  private final ToolTraits traits;
  private final Work work;
  private final List<ToolCall> ran = new CopyOnWriteArrayList<>();

  FakeTool(String name, Work work) {
    this(name, ToolTraits.DEFAULTS, work);
  }

  FakeTool(String name, ToolTraits traits, Work work) {
    this(new ToolSpec(name, "A tool for tests.", ANY_OBJECT), traits, work);
  }

  private FakeTool(ToolSpec spec, ToolTraits traits, Work work) {
    this.spec = spec;
    this.traits = traits;
    this.work = work;
  }

  /// A tool that takes a whole number `n` and answers with its own input as text.
  static FakeTool counting(String name, ToolTraits traits) {
    JsonObject schema =
        JsonObject.parse(
            """
            {"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}\
            """);
    return new FakeTool(
        new ToolSpec(name, "Takes a number.", schema),
        traits,
        call -> ToolOutcome.text(call.input().toString()));
  }

  /// A tool that answers with its own input as text.
  static FakeTool echo(String name) {
    return new FakeTool(name, call -> ToolOutcome.text(call.input().toString()));
  }

  List<ToolCall> ran() {
    return ran;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public ToolTraits traits() {
    return traits;
  }

  @Override
  public ToolOutcome run(ToolCall call) throws Exception {
    ran.add(call);
    return work.run(call);
  }
}

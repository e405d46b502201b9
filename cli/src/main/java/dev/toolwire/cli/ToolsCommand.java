package dev.toolwire.cli;

import dev.toolwire.model.ToolSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.node.JsonNodeFactory;

/// `toolwire tools`: the tools that come with Toolwire, as a model is told about them.
final class ToolsCommand implements Callable<Integer> {

  private final OptionSpec json = Options.json();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addOption(json);

  private ToolsCommand() {
    spec.usageMessage().description("List the built-in tools with what a model is told of them.");
  }

  static CommandSpec spec() {
    return new ToolsCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var tools = ToolChoices.everything().specs();
    if (json.<Boolean>getValue()) {
      printJson(tools, out);
    } else {
      tools.forEach(tool -> print(tool, out));
    }
    return ExitCode.OK;
  }

  private void print(ToolSpec tool, PrintWriter out) {
    out.println(Ink.BOLD.on(tool.name().value(), Options.inColour(spec)));
    out.println("  " + tool.description());
    out.println("  " + Ink.FAINT.on(tool.inputSchema().toString(), Options.inColour(spec)));
  }

  private static void printJson(List<ToolSpec> tools, PrintWriter out) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var tool : tools) {
      list.addObject()
          .put("name", tool.name().value())
          .put("description", tool.description())
          .set("inputSchema", tool.inputSchema().toNode());
    }
    out.println(list);
  }
}

package dev.toolwire.cli;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.IdPattern;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.simulator.Script;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.node.ObjectNode;

/// `toolwire models`: the models that the simulator plays, and what is known about those of
/// Bedrock.
final class ModelsCommand implements Callable<Integer> {

  private final OptionSpec json = Options.json();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addOption(json);

  private ModelsCommand() {
    spec.usageMessage().description("List the scripted models and what is known about others.");
  }

  static CommandSpec spec() {
    return new ModelsCommand().spec;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (json.<Boolean>getValue()) {
      printJson(out);
    } else {
      boolean colour = Options.inColour(spec);
      scripted().print(out, colour);
      out.println();
      known().print(out, colour);
    }
    return ExitCode.OK;
  }

  private static Table scripted() {
    return new Table(
        List.of("SCRIPTED IN THE SIMULATOR", "KNOWS"),
        Script.builtIn().stream()
            .map(script -> List.of(String.join(" ", script.models()), script.about()))
            .toList());
  }

  private static Table known() {
    return new Table(
        List.of("FAMILY", "TOOLS", "STREAMED", "CHOICES", "STATUS", "SYSTEM", "IMAGES", "IDS"),
        ModelCatalogue.builtIn().entries().stream().map(ModelsCommand::row).toList());
  }

  private static List<String> row(ModelCatalogue.Entry entry) {
    var profile = entry.profile();
    return List.of(
        profile.family(),
        yes(profile.tools()),
        yes(profile.streamingTools()),
        choices(profile),
        yes(profile.resultStatus()),
        yes(profile.system()),
        yes(profile.images()),
        entry.ids().stream().map(IdPattern::toString).collect(Collectors.joining(" ")));
  }

  private static String choices(ModelProfile profile) {
    return profile.toolChoices().isEmpty()
        ? "-"
        : profile.toolChoices().stream().sorted().map(Word::of).collect(Collectors.joining(" "));
  }

  private static String yes(boolean can) {
    return can ? "yes" : "-";
  }

  private static void printJson(PrintWriter out) {
    var document = JsonObject.MAPPER.createObjectNode();
    var scripted = document.putArray("scripted");
    for (var script : Script.builtIn()) {
      var row = scripted.addObject();
      row.set("ids", JsonObject.MAPPER.valueToTree(script.models()));
      row.put("about", script.about());
    }
    var known = document.putArray("known");
    for (var entry : ModelCatalogue.builtIn().entries()) {
      var row = known.addObject();
      row.set("ids", JsonObject.MAPPER.valueToTree(entry.ids()));
      ObjectNode profile = JsonObject.MAPPER.valueToTree(entry.profile());
      row.setAll(profile);
    }
    out.println(document);
  }
}

package dev.toolwire.cli;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.model.IdPattern;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelCatalogue.Entry;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.simulator.Script;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `toolwire models`: the models that the simulator plays, and what is known about others.
final class ModelsCommand implements Callable<Integer> {

  /// So few rows are told in full.
  private static final int FEW = 3;

  private final PositionalParamSpec text =
      PositionalParamSpec.builder()
          .index("0")
          .arity("0..1")
          .type(String.class)
          .paramLabel("TEXT")
          .description(
              "Only what has this in its name or ids, or applies to the model with this id; if that"
                  + " is little, all that is known about it.")
          .build();
  private final KnownModels known = new KnownModels();
  private final OptionSpec json = Options.json();
  private final CommandSpec spec =
      CommandSpec.wrapWithoutInspection(this)
          .addPositional(text)
          .addOption(known.option())
          .addOption(json);
  private final Surroundings around;

  private ModelsCommand(Surroundings around) {
    this.around = around;
    spec.usageMessage().description("List the scripted models and what is known about others.");
  }

  static CommandSpec spec(Surroundings around) {
    return new ModelsCommand(around).spec;
  }

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var catalogue = Options.valid(spec, () -> known.read(around));
    var wanted = Options.<String>said(text);
    var scripts = Script.builtIn().stream().filter(script -> fits(script, wanted)).toList();
    var entries = catalogue.entries().stream().filter(entry -> fits(entry, wanted, catalogue));
    if (json.<Boolean>getValue()) {
      out.println(asJson(scripts, entries.toList()));
    } else {
      print(
          scripts,
          entries.toList(),
          wanted.isPresent() ? Optional.of(catalogue.defaults()) : Optional.empty(),
          out);
    }
    return ExitCode.OK;
  }

  private void print(
      List<Script> scripts, List<Entry> entries, Optional<Entry> unknown, PrintWriter out) {
    boolean colour = Options.inColour(spec);
    if (!scripts.isEmpty()) {
      scripted(scripts).print(out, colour);
      out.println();
    }
    if (unknown.isPresent() && entries.isEmpty()) {
      out.println("No row has that: of such a model only what is safe is assumed.");
    } else if (unknown.isPresent() && entries.size() <= FEW) {
      entries.forEach(entry -> new ModelCard(entry, unknown.get()).print(out, colour));
    } else {
      known(entries).print(out, colour);
    }
  }

  private static boolean fits(Script script, Optional<String> wanted) {
    return wanted.isEmpty() || holds(String.join(" ", script.models()), wanted.get());
  }

  private static boolean fits(Entry entry, Optional<String> wanted, ModelCatalogue catalogue) {
    return wanted.isEmpty()
        || holds(entry.profile().family() + " " + ids(entry), wanted.get())
        || catalogue.entry(new ModelId(wanted.get())).filter(entry::equals).isPresent();
  }

  private static boolean holds(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static Table scripted(List<Script> scripts) {
    return new Table(
        List.of("SCRIPTED IN THE SIMULATOR", "KNOWS"),
        scripts.stream()
            .map(script -> List.of(String.join(" ", script.models()), script.about()))
            .toList());
  }

  private static Table known(List<Entry> entries) {
    return new Table(
        List.of("FAMILY", "TOOLS", "CHOICES", "IMAGES", "IDS"),
        entries.stream().map(ModelsCommand::row).toList());
  }

  private static List<String> row(Entry entry) {
    var profile = entry.profile();
    return List.of(
        profile.family(),
        !profile.tools() ? "-" : profile.streamingTools() ? "streamed" : "at once",
        choices(profile),
        profile.images() ? "yes" : "-",
        ids(entry));
  }

  static String ids(Entry entry) {
    return entry.ids().stream().map(IdPattern::toString).collect(Collectors.joining(" "));
  }

  private static String choices(ModelProfile profile) {
    return profile.toolChoices().isEmpty()
        ? "-"
        : profile.toolChoices().stream().sorted().map(Word::of).collect(Collectors.joining(" "));
  }

  private static ObjectNode asJson(List<Script> scripts, List<Entry> entries) {
    var document = JsonNodeFactory.instance.objectNode();
    var scripted = document.putArray("scripted");
    for (var script : scripts) {
      var row = scripted.addObject();
      row.set("ids", JsonBinding.toTree(script.models()));
      row.put("about", script.about());
    }
    var known = document.putArray("known");
    for (var entry : entries) {
      var row = known.addObject();
      row.set("ids", JsonBinding.toTree(entry.ids()));
      ObjectNode profile = (ObjectNode) JsonBinding.toTree(entry.profile());
      row.setAll(profile);
      row.set("on", JsonBinding.toTree(entry.on()));
    }
    return document;
  }
}

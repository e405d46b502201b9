package dev.toolwire.simulator;

import dev.toolwire.model.ModelId;
import dev.toolwire.simulator.yaml.InvalidYamlException;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a model answers, by the conversation so far. Immutable; read from YAML, whose format
/// `docs/simulator.md` describes.
///
/// A script may hold several runs, numbered from 1: the same model, as it behaved another time.
public final class Script {

  private final List<String> models;
  private final String about;
  private final Pace pace;
  private final Map<Integer, List<Turn>> runs;
  private final List<Turn> always;

  private Script(
      List<String> models,
      String about,
      Pace pace,
      Map<Integer, List<Turn>> runs,
      List<Turn> always) {
    this.models = List.copyOf(models);
    this.about = about;
    this.pace = pace;
    this.runs = runs;
    this.always = List.copyOf(always);
  }

  /// Reads the scripts in a YAML text, one for each of its documents.
  ///
  /// @param source what to call the text in error messages
  /// @throws InvalidYamlException if one of them cannot be played
  public static List<Script> read(String source, String yaml) {
    return read(source, YamlValue.documents(source, yaml));
  }

  /// Reads the scripts in a YAML file.
  ///
  /// @throws IOException if the file cannot be read
  /// @throws InvalidYamlException if one of them cannot be played
  public static List<Script> read(Path file) throws IOException {
    return read(file.toString(), YamlValue.documents(file));
  }

  private static List<Script> read(String source, List<YamlValue> documents) {
    if (documents.isEmpty()) {
      throw new InvalidYamlException(source + ": there is no script in it");
    }
    return documents.stream().map(Script::read).toList();
  }

  /// The scripts that come with Toolwire.
  public static List<Script> builtIn() {
    return BuiltInScripts.INSTANCE.all();
  }

  private static Script read(YamlValue value) {
    YamlFields fields = value.fields("model", "about", "pace", "runs", "turns");
    List<String> models = fields.need("model").items().stream().map(YamlValue::text).toList();
    Pace pace = fields.find("pace").map(own -> Pace.read(own, Pace.AT_ONCE)).orElse(Pace.AT_ONCE);
    Map<Integer, List<Turn>> runs = new LinkedHashMap<>();
    fields
        .find("runs")
        .ifPresent(map ->
            map.fields()
                .forEach(
                    (number, turns) -> runs.put(runNumber(turns, number), turns(turns, pace))));
    List<Turn> always = fields.find("turns").map(turns -> turns(turns, pace)).orElse(List.of());
    if (runs.isEmpty() && always.isEmpty()) {
      throw value.wrong("a script needs \"turns\" or \"runs\"");
    }
    String about = fields.find("about").map(YamlValue::text).orElse("");
    return new Script(models, about, pace, runs, always);
  }

  private static int runNumber(YamlValue place, String number) {
    if (!number.matches("[1-9]\\d{0,5}")) {
      throw place.wrong("runs are numbered from 1, got \"" + number + "\"");
    }
    return Integer.parseInt(number);
  }

  private static List<Turn> turns(YamlValue list, Pace pace) {
    List<Turn> turns = new ArrayList<>();
    list.items().forEach(turn -> turns.add(Turn.read(turn, pace)));
    return List.copyOf(turns);
  }

  /// Whether this script speaks for `model`.
  public boolean plays(ModelId model) {
    return models.stream().anyMatch(model::fits);
  }

  /// The ids of the models that it speaks for; `*` stands for anything.
  public List<String> models() {
    return models;
  }

  /// What the script can do, as the end of the sentence "It knows …".
  public String about() {
    return about;
  }

  /// The numbers of its runs; just 1 if it has no others.
  public Set<Integer> runs() {
    return runs.isEmpty() ? Set.of(1) : Set.copyOf(runs.keySet());
  }

  Pace pace() {
    return pace;
  }

  /// The first turn that fits, among those of the run and then those of every run.
  Optional<Cue> cue(Situation situation, int run) {
    return Stream.concat(runs.getOrDefault(run, List.of()).stream(), always.stream())
        .flatMap(turn -> turn.when().match(situation).map(values -> new Cue(turn, values)).stream())
        .findFirst();
  }
}

package dev.toolwire.model;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is known about models, by patterns of their ids: data, not code. Immutable.
///
/// The first row that has a pattern which the id fits ([ModelId#fits]) counts.
public final class ModelCatalogue {

  /// A row: the patterns, and what is said of the models whose ids fit one of them.
  public record Entry(List<String> ids, ModelProfile profile) {
    public Entry {
      ids = List.copyOf(ids);
    }
  }

  private final List<Entry> entries;

  private ModelCatalogue(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// The catalogue that comes with Toolwire, as of 2026-11.
  public static ModelCatalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  private static final class BuiltIn {
    static final ModelCatalogue CATALOGUE =
        read(JsonObject.MAPPER.readTree(ModelCatalogue.class.getResourceAsStream("models.json")));
  }

  /// Reads a catalogue: a JSON array of rows, each with `ids` and the members of [ModelProfile].
  ///
  /// @throws IllegalArgumentException if it is not that; the message names the row
  public static ModelCatalogue read(JsonNode rows) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode row : rows) {
      entries.add(entry(row, entries.size()));
    }
    return new ModelCatalogue(entries);
  }

  private static Entry entry(JsonNode row, int number) {
    String where = "row " + number + " of the catalogue of models: ";
    if (!(row instanceof ObjectNode object) || !row.path("ids").isArray()) {
      throw new IllegalArgumentException(where + "expected an object with an array \"ids\"");
    }
    ObjectNode profile = object.deepCopy();
    List<String> ids = profile.remove("ids").valueStream().map(JsonNode::asString).toList();
    try {
      return new Entry(ids, JsonObject.MAPPER.treeToValue(profile, ModelProfile.class));
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(where + wrong.getOriginalMessage(), wrong);
    }
  }

  /// This catalogue, with the rows of `first` tried before its own.
  public ModelCatalogue after(ModelCatalogue first) {
    List<Entry> all = new ArrayList<>(first.entries);
    all.addAll(entries);
    return new ModelCatalogue(all);
  }

  /// What is known about `model`; [ModelProfile#UNKNOWN] if nothing is.
  public ModelProfile profile(ModelId model) {
    return entries.stream()
        .filter(entry -> entry.ids().stream().anyMatch(model::fits))
        .map(Entry::profile)
        .findFirst()
        .orElse(ModelProfile.UNKNOWN);
  }

  /// The rows, in the order in which they are tried.
  public List<Entry> entries() {
    return entries;
  }
}

package dev.toolwire.model;

import dev.toolwire.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is known about models, by patterns of their ids: data, not code. Immutable.
///
/// The first row that has a pattern which the id fits ([IdPattern]) counts; a model without a row
/// gets [the defaults][#defaults].
public final class ModelCatalogue {

  /// A row: the patterns, and what is said of the models whose ids fit one of them.
  ///
  /// @param profile what holds on every route that has no profile of its own
  /// @param on the routes on which something else holds
  public record Entry(List<IdPattern> ids, ModelProfile profile, Map<Route, ModelProfile> on) {
    public Entry {
      ids = List.copyOf(ids);
      on = Map.copyOf(on);
    }

    /// What holds on `route`.
    public ModelProfile profile(Route route) {
      return on.getOrDefault(route, profile);
    }
  }

  private final List<CatalogueRow> rows;
  private final Entry defaults;

  /// The latest answer: a program mostly asks about one model, several times for each request.
  private volatile @Nullable Known latest;

  private record Known(ModelId model, Route route, ModelProfile profile) {}

  ModelCatalogue(List<CatalogueRow> rows, Entry defaults) {
    this.rows = List.copyOf(rows);
    this.defaults = defaults;
  }

  /// The catalogue that comes with Toolwire, as of 2026-11.
  public static ModelCatalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  private static final class BuiltIn {
    static final ModelCatalogue CATALOGUE =
        new CatalogueReader("models.json", CatalogueReader.NOTHING_KNOWN)
            .read(JsonText.read(ModelCatalogue.class.getResourceAsStream("models.json")));
  }

  /// This catalogue, with the rows of `document` tried before its own. They start from this
  /// catalogue's defaults, or from one of its rows that they say they are `like`.
  ///
  /// The document is a JSON object as `models.schema.json`, beside this class, describes it.
  ///
  /// @param source what the document is called in errors, such as its file's name
  /// @throws IllegalArgumentException if it is not that; the message names the row and the member
  public ModelCatalogue with(JsonNode document, String source) {
    ModelCatalogue first = new CatalogueReader(source, this).read(document);
    first.rows.forEach(CatalogueRow::entry);
    List<CatalogueRow> all = new ArrayList<>(first.rows);
    all.addAll(rows);
    return new ModelCatalogue(all, defaults);
  }

  /// What is known about `model` on `route`.
  public ModelProfile profile(ModelId model, Route route) {
    Known known = latest;
    if (known == null || known.route() != route || !known.model().equals(model)) {
      known = new Known(model, route, entry(model).orElse(defaults).profile(route));
      latest = known;
    }
    return known.profile();
  }

  /// The row that applies to `model`; empty if there is none.
  public Optional<Entry> entry(ModelId model) {
    String id = model.bare();
    for (CatalogueRow row : rows) {
      for (IdPattern pattern : row.ids()) {
        if (pattern.fitsBare(id)) {
          return Optional.of(row.entry());
        }
      }
    }
    return Optional.empty();
  }

  /// What is known about `model` on Converse.
  public ModelProfile profile(ModelId model) {
    return profile(model, Route.CONVERSE);
  }

  /// The rows, in the order in which they are tried.
  public List<Entry> entries() {
    return rows.stream().map(CatalogueRow::entry).toList();
  }

  List<CatalogueRow> rows() {
    return rows;
  }

  /// What rows start from, and what holds for a model without one; its patterns are empty.
  public Entry defaults() {
    return defaults;
  }
}

package dev.toolwire.model;

import dev.toolwire.model.ModelCatalogue.Entry;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A row of a catalogue, whose entry is read when it is first asked for: a program mostly asks
/// about one model, and would wait for dozens of rows when it starts. Safe for use by many threads.
final class CatalogueRow {

  private final String family;
  private final List<IdPattern> ids;
  private final Supplier<Entry> reading;
  private volatile @Nullable Entry entry;

  /// @param reading reads the entry; may be asked more than once
  CatalogueRow(String family, List<IdPattern> ids, Supplier<Entry> reading) {
    this.family = family;
    this.ids = List.copyOf(ids);
    this.reading = reading;
  }

  /// The name by which rows after it may be like it.
  String family() {
    return family;
  }

  List<IdPattern> ids() {
    return ids;
  }

  /// @throws IllegalArgumentException if the row is not as it should be
  Entry entry() {
    Entry known = entry;
    if (known == null) {
      known = reading.get();
      entry = known;
    }
    return known;
  }
}

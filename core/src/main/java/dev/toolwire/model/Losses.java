package dev.toolwire.model;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/// What of a request does not reach the model as it stands, in the order of the request. Immutable.
///
/// A conversation may go from wire to wire, and no two wires can say quite the same. What cannot be
/// left out without making nonsense of the rest is no loss but a refusal:
/// [UnsupportedOnWireException].
public record Losses(List<Loss> all) implements Iterable<Loss> {

  /// Everything is said as it stands.
  public static final Losses NONE = new Losses(List.of());

  public Losses {
    all = List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// Those that are more than another name or another form for the same.
  public Losses real() {
    return new Losses(all.stream().filter(loss -> !loss.kind().isHarmless()).toList());
  }

  @Override
  public Iterator<Loss> iterator() {
    return all.iterator();
  }

  /// A line for each.
  @Override
  public String toString() {
    return all.stream().map(Loss::toString).collect(Collectors.joining("\n"));
  }
}

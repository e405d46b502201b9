package dev.toolwire.lab.compare;

import dev.toolwire.lab.campaign.Campaign.Lane;
import dev.toolwire.lab.replay.Tape;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Ticker;
import dev.toolwire.provider.Provider;
import dev.toolwire.wire.Transport;
import java.util.Optional;

/// A model that takes part in a comparison, and the way to it.
///
/// @param name as `provider:id`
/// @param model its id there
/// @param prompted whether it is told of its tools by a prompt, because it has none of its own
/// @param lane how many of its runs may go on at once, together with those of the same provider
/// @param line how each of its runs reaches it
public record Entrant(
    String name, ModelId model, Provider provider, boolean prompted, Lane lane, Line line) {

  /// What a run goes over.
  @FunctionalInterface
  public interface Line {
    Wire open(PlannedRun run);
  }

  /// A transport and the clock that stamps what it brings. Whoever opened it has nothing to close.
  ///
  /// @param tape what is played, if it is no more than that; times that no wire tells are then
  ///   those of the tape
  public record Wire(Transport transport, Ticker ticker, Optional<Tape> tape) {
    public Wire(Transport transport, Ticker ticker) {
      this(transport, ticker, Optional.empty());
    }
  }

  /// The same model, reached by another line.
  public Entrant over(Line other) {
    return new Entrant(name, model, provider, prompted, lane, other);
  }

  /// The same model at `provider` with other settings.
  public Entrant at(Provider other) {
    return new Entrant(name, model, other, prompted, lane, line);
  }
}

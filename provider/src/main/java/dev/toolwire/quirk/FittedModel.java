package dev.toolwire.quirk;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Losses;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Route;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Aliases;
import java.time.Duration;

/// A model behind a [Fit].
record FittedModel(Model inner, Fit fit, ModelProfile profile, Route route, LossPolicy losses)
    implements Model {

  @Override
  public ModelStream open(ModelRequest request) {
    Occasion occasion = new Occasion(profile, route);
    ModelRequest fitted = fit.fit(request, occasion);
    Losses lost = occasion.losses();
    if (!lost.isEmpty()) {
      losses.decide(request, lost);
    }
    ModelStream stream = inner.open(fitted);
    Aliases aliases = occasion.aliases();
    return aliases.names().isEmpty() ? stream : new RenamedStream(stream, aliases);
  }

  /// A stream whose tools go by the names that the caller gave them.
  private record RenamedStream(ModelStream inner, Aliases aliases) implements ModelStream {
    @Override
    public Arrival next(Duration patience) {
      Arrival arrival = inner.next(patience);
      return arrival instanceof Arrival.Event(StreamEvent event, long first, long last)
          ? new Arrival.Event(aliases.original(event), first, last)
          : arrival;
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}

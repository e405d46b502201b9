package dev.toolwire.quirk;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Route;
import dev.toolwire.prompted.MalformedToolUse;
import org.jspecify.annotations.Nullable;

/// A model with every [Quirk] made up for that the model in the request needs, and asked again when
/// it garbles a native call, which any may do.
public final class Quirks implements Model {

  private final Model inner;
  private final ModelCatalogue catalogue;
  private final Route route;
  private final LossPolicy losses;

  /// The latest steps: a program mostly asks models of one profile.
  private volatile @Nullable Steps latest;

  private record Steps(ModelProfile profile, Model first) {}

  /// @param route by which `inner` reaches its models
  /// @param losses is told what of a request was changed
  public Quirks(Model inner, ModelCatalogue catalogue, Route route, LossPolicy losses) {
    this.inner = inner;
    this.catalogue = catalogue;
    this.route = route;
    this.losses = losses;
  }

  @Override
  public ModelStream open(ModelRequest request) {
    ModelProfile profile = catalogue.profile(request.model(), route);
    Steps steps = latest;
    if (steps == null || !steps.profile().equals(profile)) {
      steps = new Steps(profile, around(profile));
      latest = steps;
    }
    return steps.first().open(request);
  }

  private Model around(ModelProfile profile) {
    Model model = inner;
    for (Quirk quirk : Quirk.of(profile).reversed()) {
      model = quirk.around(model, profile, route, losses);
    }
    return new MalformedToolUse(model);
  }
}

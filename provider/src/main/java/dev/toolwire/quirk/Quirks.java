package dev.toolwire.quirk;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Route;
import dev.toolwire.prompted.MalformedToolUse;

/// A model with every [Quirk] made up for that the model in the request needs, and asked again when
/// it garbles a native call, which any may do.
///
/// @param route by which `inner` reaches its models
/// @param losses is told what of a request was changed
public record Quirks(Model inner, ModelCatalogue catalogue, Route route, LossPolicy losses)
    implements Model {

  @Override
  public ModelStream open(ModelRequest request) {
    ModelProfile profile = catalogue.profile(request.model(), route);
    Model model = inner;
    for (Quirk quirk : Quirk.of(profile).reversed()) {
      model = quirk.around(model, profile, route, losses);
    }
    return new MalformedToolUse(model).open(request);
  }
}

package dev.toolwire.quirk;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.Route;

/// Puts something around a model that makes up for a quirk of it.
@FunctionalInterface
interface Step {

  Model around(Model inner, ModelProfile profile, Route route, LossPolicy losses);
}

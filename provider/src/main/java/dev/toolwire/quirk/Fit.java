package dev.toolwire.quirk;

import dev.toolwire.model.ModelRequest;

/// Changes a request so that a model takes it.
@FunctionalInterface
interface Fit {

  /// The request as it can be sent; `request` itself if it can.
  ModelRequest fit(ModelRequest request, Occasion occasion);
}

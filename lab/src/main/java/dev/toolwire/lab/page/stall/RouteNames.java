package dev.toolwire.lab.page.stall;

import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.study.RouteStudy;
import dev.toolwire.lab.study.StallStudy;

/// What routes are called in a report: by what tells them apart there, and by nothing more.
record RouteNames(ModelNames models, boolean withSource) {

  static RouteNames of(StallStudy study) {
    return new RouteNames(
        ModelNames.of(study.routes().stream().map(RouteStudy::model).toList()),
        study.sources().size() > 1);
  }

  String of(RouteStudy route) {
    return route.strategy()
        + (models.count() > 1 ? ", " + models.of(route.model()) : "")
        + source(route);
  }

  /// Where the model is known.
  String withinModel(RouteStudy route) {
    return route.strategy() + source(route);
  }

  private String source(RouteStudy route) {
    return withSource ? " (" + route.source() + ")" : "";
  }
}

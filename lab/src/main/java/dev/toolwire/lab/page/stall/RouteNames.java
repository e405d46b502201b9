package dev.toolwire.lab.page.stall;

import dev.toolwire.lab.study.RouteStudy;
import dev.toolwire.lab.study.StallStudy;

/// What routes are called in a report: by what tells them apart there, and by nothing more.
record RouteNames(boolean withModel, boolean withSource) {

  static RouteNames of(StallStudy study) {
    return new RouteNames(
        study.routes().stream().map(RouteStudy::model).distinct().count() > 1,
        study.sources().size() > 1);
  }

  String of(RouteStudy route) {
    return route.strategy()
        + (withModel ? ", " + route.model() : "")
        + (withSource ? " (" + route.source() + ")" : "");
  }
}

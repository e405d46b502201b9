package dev.toolwire.lab.page;

import static dev.toolwire.lab.page.Html.tag;

/// How a person does again what a report tells of.
public final class Repetition {

  private Repetition() {}

  /// A heading and the command line; nothing if nobody knows it.
  public static Html by(String command) {
    return command.isEmpty()
        ? Html.nothing()
        : Html.all(tag("h3", "How to repeat it"), tag("pre", tag("code", command)));
  }
}

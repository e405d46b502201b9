package dev.toolwire.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// When to write in colour: the option `--color` of every command.
enum Colour {
  /// On a terminal, unless `NO_COLOR` is set or the terminal is dumb.
  AUTO,
  ALWAYS,
  NEVER;

  /// Whether to write in colour here.
  ///
  /// @see <a href="https://no-color.org">NO_COLOR</a>
  boolean isWanted(Surroundings around) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          around.variable("NO_COLOR").isEmpty()
              && !"dumb".equals(around.environment().get("TERM"))
              && around.terminal().getAsBoolean();
    };
  }

  static OptionSpec option() {
    return Word.option(Colour.class, AUTO, "--color")
        .paramLabel("WHEN")
        .description("Write in colour: ${COMPLETION-CANDIDATES}.")
        .scopeType(ScopeType.INHERIT)
        .build();
  }
}

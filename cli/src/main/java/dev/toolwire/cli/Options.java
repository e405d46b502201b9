package dev.toolwire.cli;

import dev.toolwire.loop.Limits;
import dev.toolwire.rescue.Rescue;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// What the options of several commands have in common.
final class Options {

  /// Reads what was said, and may fail otherwise than by what is wrong with it.
  interface Value<T, E extends Exception> {
    T read() throws E;
  }

  private Options() {}

  /// The beginning of an option with one value.
  static OptionSpec.Builder text(String label, String... names) {
    return OptionSpec.builder(names).type(String.class).paramLabel(label);
  }

  /// The beginning of an option that is there or not.
  static OptionSpec.Builder flag(String name) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").defaultValue("false");
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show how to use this command.")
        .build();
  }

  static OptionSpec json() {
    return flag("--json").description("Print JSON.").build();
  }

  static OptionSpec rescue() {
    return Word.option(Rescue.class, Rescue.NORMAL, "--rescue")
        .paramLabel("MODE")
        .description(
            "How readily tool calls are taken out of the model's text: ${COMPLETION-CANDIDATES};"
                + " ${DEFAULT-VALUE} unless said. Strict takes only what stands between the markers"
                + " of some format.")
        .build();
  }

  static OptionSpec maxRounds() {
    return OptionSpec.builder("--max-rounds")
        .type(int.class)
        .paramLabel("N")
        .defaultValue(Integer.toString(Limits.DEFAULTS.rounds()))
        .description("How often the model may be asked; ${DEFAULT-VALUE} unless said.")
        .build();
  }

  /// Whether what the command prints is to be coloured.
  static boolean inColour(CommandSpec command) {
    return command.commandLine().getColorScheme().ansi().enabled();
  }

  /// The value, where what is wrong with it is a usage error of `command`.
  static <T, E extends Exception> T valid(CommandSpec command, Value<T, E> value) throws E {
    try {
      return value.read();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }
}

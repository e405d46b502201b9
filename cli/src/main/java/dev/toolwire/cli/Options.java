package dev.toolwire.cli;

import dev.toolwire.loop.Limits;
import dev.toolwire.rescue.Rescue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

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

  /// The beginning of an option that may be said several times, each time with one value.
  static OptionSpec.Builder several(String label, String... names) {
    return OptionSpec.builder(names).type(String[].class).arity("1").paramLabel(label);
  }

  /// What was said to an option of [#several].
  static List<String> all(ArgSpec option) {
    String[] values = option.getValue();
    return values == null ? List.of() : List.of(values);
  }

  /// What was said to an option, if it was said.
  static <T> Optional<T> said(ArgSpec option) {
    return Optional.ofNullable(option.getValue());
  }

  /// The beginning of an option that is there or not.
  static OptionSpec.Builder flag(String name) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").defaultValue("false");
  }

  /// The beginning of an option that is a number, of which [#atLeastOne] may ask that it is
  /// positive.
  static OptionSpec.Builder number(String... names) {
    return OptionSpec.builder(names).type(Integer.class).paramLabel("N");
  }

  /// Reads the value of an option so that what is wrong with it is said in the words of `read`,
  /// which throws an [IllegalArgumentException].
  static <T> ITypeConverter<T> converter(Function<String, T> read) {
    return text -> {
      try {
        return read.apply(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(String.valueOf(wrong.getMessage()));
      }
    };
  }

  /// What the order of the runs of a campaign comes from.
  static OptionSpec seed() {
    return OptionSpec.builder("--seed")
        .type(long.class)
        .paramLabel("N")
        .defaultValue("1")
        .description("What the order of the runs is drawn from; ${DEFAULT-VALUE} unless said.")
        .build();
  }

  /// How many runs of a campaign go on at once.
  ///
  /// @param unsaid in words, how many they are unless said
  static OptionSpec parallel(String unsaid) {
    return number("--parallel").description("How many runs go on at once; " + unsaid).build();
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

  /// What was said to an option that counts something.
  ///
  /// @throws IllegalArgumentException if it is less than one
  static int atLeastOne(OptionSpec option, int unsaid) {
    Integer said = option.getValue();
    if (said != null && said < 1) {
      throw new IllegalArgumentException(
          option.longestName() + " is " + said + ", expected 1 or more");
    }
    return said == null ? unsaid : said;
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

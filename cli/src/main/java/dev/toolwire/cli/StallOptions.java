package dev.toolwire.cli;

import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.strategy.StallRunner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What may be said to `toolwire stall`.
final class StallOptions {

  /// The most characters that may be asked for.
  private static final int LARGEST = 1_000_000;

  private final OptionSpec models =
      Options.several("MODEL", "-m", "--model")
          .description(
              "A model, as provider:id; may be said several times. Without one, simulated models"
                  + " that stall by rule are measured, which needs no account; simulator:ID names"
                  + " one of them.")
          .build();
  private final OptionSpec endpoint =
      Options.text("URL", "--endpoint", "--base-url")
          .description("Ask the server at this address instead of the provider's.")
          .build();
  private final OptionSpec strategies =
      Options.text("NAMES", "--strategies")
          .description(
              "How to ask, with commas between: converse, converse-eager, converse-prompted,"
                  + " converse-chunked, invoke, invoke-eager, mantle, mantle-eager, messages,"
                  + " messages-eager, chat. Unless said, all that the provider of a model takes.")
          .build();
  private final OptionSpec sizes =
      Options.text("SIZES", "--sizes")
          .description(
              "How many characters to have written, such as 500,2k,10k. Unless said,"
                  + " 500,1k,2k,5k,10k, and 500,1k,2k for simulated models.")
          .build();
  private final OptionSpec shapes =
      Options.text("SHAPES", "--shapes")
          .defaultValue("one,halves,tenths")
          .description(
              "How to divide them into parameters of equal size; ${DEFAULT-VALUE} unless said.")
          .build();
  private final OptionSpec repeats =
      Options.number("--repeats")
          .defaultValue("3")
          .description("How often each; ${DEFAULT-VALUE} unless said.")
          .build();
  private final OptionSpec pieceSize =
      Options.number("--piece-size")
          .description(
              "Characters of a piece where a text is written in several calls; "
                  + StallRunner.PIECE_SIZE
                  + " unless said, and 500 for simulated models.")
          .build();
  private final OptionSpec seed = Options.seed();
  private final OptionSpec parallel =
      Options.parallel(
          "1 unless said, and 12 for simulated models. Runs that share a network or an account may"
              + " slow each other down.");
  private final OptionSpec out =
      Options.text("DIR", "--out")
          .description(
              "Where the recording, the CSV and the report go; a new directory in the working"
                  + " directory unless said.")
          .build();
  private final OptionSpec resume =
      Options.flag("--resume")
          .description("Go on with the campaign in --out: only what is not finished is done.")
          .build();
  private final OptionSpec watch =
      Options.flag("--watch")
          .description("Show the timeline of the run under way; one run at a time, then.")
          .build();

  CommandSpec addTo(CommandSpec command) {
    command
        .usageMessage()
        .description(
            "Measure how long models stay silent while they write the input of a tool, and say"
                + " whether they stream it, hold back each parameter, or hold back all of it.");
    List.of(
            models,
            endpoint,
            strategies,
            sizes,
            shapes,
            repeats,
            pieceSize,
            seed,
            parallel,
            out,
            resume,
            watch)
        .forEach(command::addOption);
    return command;
  }

  List<String> models() {
    return Options.all(models);
  }

  Optional<String> endpoint() {
    return Options.said(endpoint);
  }

  /// Empty if not said.
  List<String> strategies() {
    return Options.<String>said(strategies)
        .map(text -> words(text, Function.identity()))
        .orElse(List.of());
  }

  /// @param unsaid the sizes if none were said
  /// @throws IllegalArgumentException if one of them is no size
  List<Integer> sizes(List<Integer> unsaid) {
    return Options.<String>said(sizes).map(text -> words(text, StallOptions::size)).orElse(unsaid);
  }

  List<Shape> shapes() {
    return words(shapes.getValue(), word -> Word.read(Shape.class, word));
  }

  /// @throws IllegalArgumentException if it is none
  int repeats() {
    return Options.atLeastOne(repeats, 1);
  }

  int pieceSize(int unsaid) {
    return Options.atLeastOne(pieceSize, unsaid);
  }

  int parallel(int unsaid) {
    return watch() ? 1 : Options.atLeastOne(parallel, unsaid);
  }

  long seed() {
    return seed.getValue();
  }

  Optional<Path> out() {
    return Options.<String>said(out).map(Path::of);
  }

  boolean resume() {
    return resume.getValue();
  }

  boolean watch() {
    return watch.getValue();
  }

  private static <T> List<T> words(String text, Function<String, T> read) {
    return Arrays.stream(text.split(",")).map(String::strip).map(read).distinct().toList();
  }

  /// Reads a number of characters, such as `10k`.
  ///
  /// @throws IllegalArgumentException if it is none
  static int size(String text) {
    var plain = text.toLowerCase(Locale.ROOT);
    boolean thousands = plain.endsWith("k");
    var digits = thousands ? plain.substring(0, plain.length() - 1) : plain;
    int size = digits.matches("\\d{1,7}") ? Integer.parseInt(digits) * (thousands ? 1_000 : 1) : 0;
    if (size < 1 || size > LARGEST) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size; expected characters such as 500 or 10k, at most " + LARGEST);
    }
    return size;
  }
}

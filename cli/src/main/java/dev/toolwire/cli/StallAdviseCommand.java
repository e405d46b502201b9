package dev.toolwire.cli;

import dev.toolwire.lab.study.RouteAdvice;
import dev.toolwire.lab.study.Seconds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `toolwire stall advise`: which route suits inputs of a size behind an idle limit, by what was
/// recorded.
final class StallAdviseCommand implements Callable<Integer> {

  private final PositionalParamSpec files = StallReportCommand.recordings();
  private final OptionSpec size =
      Options.text("SIZE", "--size")
          .required(true)
          .description("How many characters an input has, such as 20k.")
          .build();
  private final OptionSpec idleLimit =
      Options.number("--idle-limit")
          .paramLabel("SECONDS")
          .required(true)
          .description("After how many seconds without a byte the stream would be cut.")
          .build();
  private final OptionSpec model =
      Options.text("TEXT", "-m", "--model")
          .description("Only models whose name contains this.")
          .build();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private StallAdviseCommand() {
    spec.usageMessage()
        .description(
            "Say which way of asking suits large tool inputs behind an idle limit, by recordings.");
    spec.addPositional(files).addOption(size).addOption(idleLimit).addOption(model);
  }

  static CommandSpec spec() {
    return new StallAdviseCommand().spec;
  }

  @Override
  public Integer call() {
    int characters = Options.valid(spec, () -> StallOptions.size(size.getValue()));
    int seconds = Options.valid(spec, () -> Options.atLeastOne(idleLimit, 1));
    var study = StallReportCommand.study(spec, files.getValue());
    var advice =
        Options.valid(
            spec, () -> wanted(RouteAdvice.of(study, characters, Duration.ofSeconds(seconds))));
    var out = spec.commandLine().getOut();
    out.println(sentence(advice, characters, seconds));
    out.println();
    new Table(
            List.of("MODEL", "STRATEGY", "SUITS", "SILENCE", "BECAUSE"),
            advice.stream().map(StallAdviseCommand::row).toList())
        .print(out, Options.inColour(spec));
    return ExitCode.OK;
  }

  /// The advice on the models that were asked for.
  ///
  /// @throws IllegalArgumentException if none of them was recorded
  private List<RouteAdvice> wanted(List<RouteAdvice> all) {
    var text = Options.<String>said(model).orElse("");
    var advice = all.stream().filter(each -> each.route().model().contains(text)).toList();
    if (advice.isEmpty() && !all.isEmpty()) {
      var models = all.stream().map(each -> each.route().model()).distinct().sorted();
      throw new IllegalArgumentException(
          "no recorded model has '%s' in its name; there are %s"
              .formatted(text, models.collect(Collectors.joining(", "))));
    }
    return advice;
  }

  private static String sentence(List<RouteAdvice> advice, int size, int seconds) {
    var what =
        String.format(
            Locale.ROOT,
            "for inputs of %,d characters behind an idle limit of %d s",
            size,
            seconds);
    return advice.stream()
        .findFirst()
        .filter(
            best -> best.fit() == RouteAdvice.Fit.PASSED || best.fit() == RouteAdvice.Fit.FORETOLD)
        .map(best ->
            "%s by %s is the best %s."
                .formatted(best.route().model(), best.route().strategy(), what))
        .orElse("Nothing that was recorded suits " + what.substring("for ".length()) + ".");
  }

  private static List<String> row(RouteAdvice advice) {
    var suits =
        switch (advice.fit()) {
          case PASSED -> "yes";
          case FORETOLD -> "probably";
          case KILLED -> "no";
          case UNKNOWN -> "unknown";
        };
    return List.of(
        advice.route().model(),
        advice.route().strategy(),
        suits,
        Seconds.of(advice.silence()),
        advice.evidence());
  }
}

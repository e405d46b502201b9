package dev.toolwire.cli;

import dev.toolwire.lab.page.stall.StallPage;
import dev.toolwire.lab.study.StallCsv;
import dev.toolwire.lab.study.StallStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `toolwire stall report`: the report of recordings, without asking anybody again.
final class StallReportCommand implements Callable<Integer> {

  private final PositionalParamSpec files = recordings();
  private final OptionSpec out =
      OptionSpec.builder("-o", "--out")
          .type(Path.class)
          .paramLabel("FILE")
          .defaultValue("report.html")
          .description("Where the report goes; ${DEFAULT-VALUE} unless said.")
          .build();
  private final OptionSpec csv =
      OptionSpec.builder("--csv")
          .type(Path.class)
          .paramLabel("FILE")
          .description("Write a row for each run to this file as well.")
          .build();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private StallReportCommand() {
    spec.usageMessage()
        .description(
            "Write the report of recordings, several side by side, and print their verdicts.");
    spec.addPositional(files).addOption(out).addOption(csv);
  }

  static CommandSpec spec() {
    return new StallReportCommand().spec;
  }

  /// The recordings that are read.
  static PositionalParamSpec recordings() {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("1..*")
        .required(true)
        .type(Path[].class)
        .paramLabel("FILE")
        .description("Recordings: each a stall.jsonl that 'toolwire stall' wrote.")
        .build();
  }

  /// The study of the recordings that a person named.
  static StallStudy study(CommandSpec spec, Path[] named) {
    var files = List.of(named);
    return Options.valid(
        spec,
        () -> {
          files.forEach(NamedFile::requireThere);
          return StallStudy.of(files);
        });
  }

  @Override
  public Integer call() throws IOException {
    var report = Options.valid(spec, () -> place(out)).orElseThrow();
    var rows = Options.valid(spec, () -> place(csv));
    var study = study(spec, files.getValue());
    StallPage.of(study, "").write(report);
    if (rows.isPresent()) {
      try (var writer = Files.newBufferedWriter(rows.get(), StandardCharsets.UTF_8)) {
        StallCsv.write(study, writer);
      }
    }
    new StallSummary(study).print(spec);
    spec.commandLine().getErr().println("toolwire: the report is in " + report);
    return ExitCode.OK;
  }

  private static Optional<Path> place(OptionSpec option) {
    Optional<Path> file = Options.said(option);
    file.ifPresent(NamedFile::requireWritable);
    return file;
  }
}

package dev.toolwire.cli;

import dev.toolwire.lab.page.stall.StallPage;
import dev.toolwire.lab.study.StallCsv;
import dev.toolwire.lab.study.StallStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/// The directory of a campaign: the recording, and what is written from it.
record StallPlace(Path directory) {

  static StallPlace in(Path directory) {
    return new StallPlace(directory);
  }

  Path recording() {
    return directory.resolve("stall.jsonl");
  }

  private Path csv() {
    return directory.resolve("stall.csv");
  }

  private Path report() {
    return directory.resolve("report.html");
  }

  /// Writes what the recording says and tells a person.
  ///
  /// @param all whether every run was done
  /// @return the exit code
  int conclude(CommandSpec spec, boolean all) throws IOException {
    var err = spec.commandLine().getErr();
    if (!all) {
      err.println(
          "toolwire: stopped; what is done is kept, go on with: "
              + CommandWords.of(List.of("stall", "--out", directory.toString(), "--resume")));
    }
    var study = StallStudy.of(List.of(recording()));
    try (var out = Files.newBufferedWriter(csv(), StandardCharsets.UTF_8)) {
      StallCsv.write(study, out);
    }
    var typed = spec.root().commandLine().getParseResult().originalArgs();
    StallPage.of(study, CommandWords.of(typed)).write(report());
    boolean asProgrammed = new StallSummary(study).print(spec);
    err.println("toolwire: the report is in " + report() + ", the figures in " + csv());
    return all ? asProgrammed ? ExitCode.OK : ExitCode.SOFTWARE : Interrupts.EXIT_CODE;
  }
}

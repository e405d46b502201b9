package dev.toolwire.cli;

import dev.toolwire.lab.page.compare.ComparePage;
import dev.toolwire.lab.report.JUnitReport;
import dev.toolwire.lab.report.JsonReport;
import dev.toolwire.lab.report.MarkdownReport;
import dev.toolwire.lab.report.TerminalReport;
import dev.toolwire.lab.stats.Comparison;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How a comparison can be written.
enum ReportFormat {
  TABLE(".txt"),
  JSON(".json"),
  JUNIT(".xml"),
  MARKDOWN(".md"),
  HTML(".html");

  private final String ending;

  ReportFormat(String ending) {
    this.ending = ending;
  }

  /// The format that the ending of a file asks for.
  ///
  /// @throws IllegalArgumentException if it asks for none
  static ReportFormat of(Path file) {
    var name = String.valueOf(file.getFileName());
    return Arrays.stream(values())
        .filter(format -> name.endsWith(format.ending))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--output is '%s', expected a name that ends in %s"
                    .formatted(
                        file,
                        Arrays.stream(values())
                            .map(format -> format.ending)
                            .collect(Collectors.joining(", ")))));
  }

  /// The report.
  ///
  /// @param command what a person types to have the same again
  String of(Comparison comparison, String command) {
    return switch (this) {
      case TABLE -> lines(TerminalReport.of(comparison));
      case JSON -> JsonReport.of(comparison);
      case JUNIT -> JUnitReport.of(comparison);
      case MARKDOWN -> MarkdownReport.of(comparison);
      case HTML -> ComparePage.of(comparison, command).html();
    };
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}

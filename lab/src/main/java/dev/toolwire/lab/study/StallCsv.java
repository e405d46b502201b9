package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The runs of a study as CSV, a row for each, controls among them.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
public final class StallCsv {

  private static final List<String> HEADS =
      List.of(
          "timestamp",
          "implementation",
          "input_size",
          "tool_time_seconds",
          "recording",
          "model",
          "shape",
          "repeat",
          "control",
          "ending",
          "input_bytes",
          "text_bytes_per_second");

  private StallCsv() {}

  /// Writes the heads and the rows, route by route. Times are in seconds.
  ///
  /// @throws IOException if `out` refuses
  public static void write(StallStudy study, Appendable out) throws IOException {
    List<String> heads = new ArrayList<>(HEADS);
    Arrays.stream(Figure.values())
        .filter(figure -> figure != Figure.TOOL_TIME)
        .map(StallCsv::head)
        .forEach(heads::add);
    line(heads, out);
    for (RouteStudy route : study.routes()) {
      for (RunStudy run : route.runs()) {
        line(row(route.source(), run), out);
      }
      for (RunStudy control : route.controls()) {
        line(row(route.source(), control), out);
      }
    }
  }

  private static String head(Figure figure) {
    return switch (figure.unit()) {
      case NANOSECONDS -> figure.word() + "_seconds";
      case SHARE -> figure.word();
    };
  }

  private static List<String> row(String source, RunStudy run) {
    RunLabel label = run.label();
    List<String> row =
        new ArrayList<>(
            List.of(
                run.began().truncatedTo(ChronoUnit.MILLIS).toString(),
                label.strategy(),
                Integer.toString(label.size()),
                value(Figure.TOOL_TIME, run),
                source,
                label.model(),
                word(label.shape()),
                Integer.toString(label.repeat()),
                Boolean.toString(label.control()),
                word(run.ending()),
                Long.toString(run.metrics().inputBytes()),
                number(label.control() ? run.metrics().textRate() : run.controlRate())));
    Arrays.stream(Figure.values())
        .filter(figure -> figure != Figure.TOOL_TIME)
        .map(figure -> value(figure, run))
        .forEach(row::add);
    return row;
  }

  /// What a run that was refused measured is nothing.
  private static String value(Figure figure, RunStudy run) {
    if (run.ending() == Ending.REFUSED) {
      return "";
    }
    double value = figure.of(run.metrics());
    return number(figure.unit() == Figure.Unit.NANOSECONDS ? value / 1e9 : value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void line(List<String> cells, Appendable out) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.append(separator).append(quoted(cell));
      separator = ",";
    }
    out.append("\r\n");
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}

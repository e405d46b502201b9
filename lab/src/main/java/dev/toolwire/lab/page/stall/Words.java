package dev.toolwire.lab.page.stall;

import dev.toolwire.lab.page.Element;
import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.stall.Behaviour;
import dev.toolwire.lab.stall.Cell;
import dev.toolwire.lab.stall.Interval;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Slope;
import dev.toolwire.lab.stall.StallVerdict;
import dev.toolwire.lab.study.Figure;
import dev.toolwire.lab.study.Seconds;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// Figures and verdicts as this report writes them.
final class Words {

  private Words() {}

  /// The verdict as a word with a mark.
  static Element verdict(StallVerdict verdict) {
    String mark =
        verdict
            .behaviour()
            .map(behaviour ->
                switch (behaviour) {
                  case STREAMED -> "good";
                  case PER_PARAMETER -> "partly";
                  case FULLY_BUFFERED -> "bad";
                })
            .orElse("doubt");
    return Html.tag("span", verdict.toString()).in("word").in(mark);
  }

  static String shape(Shape shape) {
    return switch (shape) {
      case ONE -> "one parameter";
      case HALVES -> "two halves";
      case TENTHS -> "ten tenths";
    };
  }

  /// What a route of this kind does, for a sentence that begins with the route.
  static String does(Behaviour behaviour, boolean several) {
    String s = several ? "" : "s";
    return switch (behaviour) {
      case STREAMED -> "stream" + s + " it as it is written";
      case PER_PARAMETER -> "hold" + s + " each parameter back until it is complete";
      case FULLY_BUFFERED -> "hold" + s + " a tool’s input back until all of it is written";
    };
  }

  /// Seconds for each thousand bytes; a slope that is nothing is written without a sign.
  static String slope(Slope slope) {
    double seconds = slope.slope() * 1_000;
    return String.format(Locale.ROOT, "%.2f s", Math.abs(seconds) < 0.005 ? 0 : seconds);
  }

  /// A prediction in two digits, which is as much as it is worth.
  static String about(long size) {
    long unit = 1;
    while (size / unit >= 100) {
      unit *= 10;
    }
    return "about " + Figures.count((size + unit / 2) / unit * unit);
  }

  static String ratio(Interval ratio) {
    return String.format(
        Locale.ROOT, "%.2f [%.2f, %.2f]", ratio.estimate(), ratio.low(), ratio.high());
  }

  /// The median with its interval.
  static String cell(Figure figure, Cell cell) {
    DoubleFunction<String> written = written(figure);
    Interval median = cell.median();
    return written.apply(median.estimate())
        + " ["
        + written.apply(median.low())
        + ", "
        + written.apply(median.high())
        + "]";
  }

  static DoubleFunction<String> written(Figure figure) {
    return switch (figure.unit()) {
      case NANOSECONDS -> Seconds::of;
      case SHARE -> Figures::percent;
    };
  }
}

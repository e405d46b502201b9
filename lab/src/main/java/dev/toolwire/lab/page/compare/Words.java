package dev.toolwire.lab.page.compare;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.judge.Verdict;
import dev.toolwire.lab.page.Element;
import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.stats.Proportion;
import dev.toolwire.lab.stats.Standing;
import java.time.Duration;
import java.util.Locale;

/// Figures and verdicts as this report writes them.
final class Words {

  private Words() {}

  /// The standing as a word with a mark.
  static Element standing(Standing standing) {
    String mark =
        switch (standing) {
          case RELIABLE -> "good";
          case FLAKY, USABLE_WHEN_PROMPTED -> "partly";
          case UNFIT -> "bad";
          case UNKNOWN -> "doubt";
        };
    return tag("span", standing.toString()).in("word").in(mark);
  }

  /// The class of a cell's mark: all passed, some, none, or nobody knows.
  static String mark(Proportion passed) {
    if (passed.isUnknown()) {
      return "doubt";
    }
    if (passed.count() == passed.of()) {
      return "good";
    }
    return passed.count() == 0 ? "bad" : "partly";
  }

  /// The verdict in a word: `passed` without a flaw, `flawed` with one, `failed` or `unjudged`.
  static String grade(Verdict verdict) {
    return verdict.passed() && !verdict.isClean()
        ? "flawed"
        : verdict.grade().name().toLowerCase(Locale.ROOT);
  }

  /// `12 of 18`.
  static String ofAll(Proportion proportion) {
    return proportion.isUnknown()
        ? "–"
        : Figures.count(proportion.count()) + " of " + Figures.count(proportion.of());
  }

  /// `67%`, or a dash if it is unknown.
  static String percent(Proportion proportion) {
    return proportion.isUnknown() ? "–" : Figures.percent(proportion.rate());
  }

  /// `44–84%`.
  static String interval(Proportion proportion) {
    return proportion.isUnknown()
        ? "–"
        : String.format(
            Locale.ROOT, "%.0f–%.0f%%", proportion.low() * 100, proportion.high() * 100);
  }

  /// `240 ms`, `1.71 s`, `12.3 s`.
  static String time(Duration time) {
    double seconds = time.toNanos() / 1e9;
    if (seconds < 1) {
      return String.format(Locale.ROOT, "%.0f ms", seconds * 1_000);
    }
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
  }
}

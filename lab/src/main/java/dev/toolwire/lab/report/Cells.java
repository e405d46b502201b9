package dev.toolwire.lab.report;

import dev.toolwire.conversation.Usage;
import dev.toolwire.lab.stats.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// Cells as people read them.
final class Cells {

  /// Where there is nothing to say.
  static final String NONE = "-";

  private Cells() {}

  /// Words of a model or a tool on one line, in which nothing moves a cursor.
  static String oneLine(String words) {
    return words.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /// Such as `3/4`.
  static String of(Proportion share) {
    return share.isUnknown() ? NONE : share.toString();
  }

  /// The 95% interval, such as `30-95%`.
  static String interval(Proportion share) {
    return share.isUnknown()
        ? NONE
        : String.format(Locale.ROOT, "%.0f-%.0f%%", 100 * share.low(), 100 * share.high());
  }

  /// Such as `0.41 s` or `12.3 s`; scripts may take no time at all.
  static String seconds(Duration time) {
    if (time.isZero()) {
      return "0 s";
    }
    double seconds = time.toNanos() / 1e9;
    String form = seconds < 10 ? "%.2f s" : seconds < 100 ? "%.1f s" : "%,.0f s";
    return String.format(Locale.ROOT, form, seconds);
  }

  /// All tokens, such as `870`, `12.3k` or `1.2M`.
  static String tokens(Usage usage) {
    long tokens = usage.inputTokens() + usage.outputTokens();
    if (tokens < 1000) {
      return Long.toString(tokens);
    }
    return tokens < 999_950
        ? String.format(Locale.ROOT, "%.1fk", tokens / 1e3)
        : String.format(Locale.ROOT, "%.1fM", tokens / 1e6);
  }

  /// Such as `0.0123`: cents matter less than that two models differ.
  static String money(BigDecimal amount) {
    return amount.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }
}

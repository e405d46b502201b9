package dev.toolwire.simulator;

import java.util.Locale;

/// Text that only has to have a certain length.
final class Filler {

  /// The member that asks for it in a script.
  static final String MEMBER = "$filler";

  /// No script may ask for more: a request could otherwise fill the memory.
  static final int MOST = 1_000_000;

  private static final String SENTENCES =
      "Rain kept the harbour quiet until noon. A clerk counted crates while the gulls argued. "
          + "By evening every lamp along the pier was lit, and somebody had mended the clock.\n";

  private Filler() {}

  /// As many characters as `length` says: `500`, `2,000` or `5k`; at most [#MOST], and none if it
  /// is not a number.
  static String of(String length) {
    int wanted = Math.min(count(length), MOST);
    return SENTENCES.repeat(wanted / SENTENCES.length() + 1).substring(0, wanted);
  }

  private static int count(String length) {
    String plain = length.replaceAll("[,_\\s]", "").toLowerCase(Locale.ROOT);
    boolean thousands = plain.endsWith("k");
    String digits = thousands ? plain.substring(0, plain.length() - 1) : plain;
    if (!digits.matches("\\d{1,7}")) {
      return 0;
    }
    return Integer.parseInt(digits) * (thousands ? 1000 : 1);
  }
}

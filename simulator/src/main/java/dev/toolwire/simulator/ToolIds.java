package dev.toolwire.simulator;

import java.util.random.RandomGenerator;

/// How the ids of tool calls look: a beginning, and so many characters of an alphabet.
enum ToolIds {
  CONVERSE("tooluse_", 22, ToolIds.LETTERS_AND_DIGITS + "-_"),
  MESSAGES("toolu_01", 22, ToolIds.LETTERS_AND_DIGITS),
  BEDROCK_MESSAGES("toolu_bdrk_01", 22, ToolIds.LETTERS_AND_DIGITS),
  CHAT("call_", 24, ToolIds.LETTERS_AND_DIGITS);

  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final String beginning;
  private final int length;
  private final String alphabet;

  ToolIds(String beginning, int length, String alphabet) {
    this.beginning = beginning;
    this.length = length;
    this.alphabet = alphabet;
  }

  String next(RandomGenerator random) {
    return beginning + letters(random, length, alphabet);
  }

  /// So many letters and digits, as all ids have them.
  static String letters(RandomGenerator random, int length) {
    return letters(random, length, LETTERS_AND_DIGITS);
  }

  private static String letters(RandomGenerator random, int length, String alphabet) {
    StringBuilder letters = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return letters.toString();
  }
}

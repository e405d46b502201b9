package dev.toolwire.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a wire or a model takes for an id or a name: letters and digits of ASCII and some marks,
/// within a length.
///
/// @param shortest at least 1
/// @param longest at least `shortest`
/// @param marks the characters beside letters and digits, such as `_-`
public record Alphabet(int shortest, int longest, String marks) {

  private static final String DIGITS =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /// So many characters of a hash that two names are as good as never given the same.
  private static final int HASH_LENGTH = 16;

  public Alphabet {
    if (shortest < 1 || longest < shortest) {
      throw new IllegalArgumentException(
          "an alphabet for words of " + shortest + " to " + longest + " characters");
    }
  }

  /// Words of 1 to `longest` characters.
  public static Alphabet upTo(int longest, String marks) {
    return new Alphabet(1, longest, marks);
  }

  /// This alphabet without the marks that `others` lack.
  public Alphabet withMarks(String others) {
    if (others.equals(marks)) {
      return this;
    }
    StringBuilder both = new StringBuilder(marks.length());
    marks.chars().filter(mark -> others.indexOf(mark) >= 0).forEach(both::appendCodePoint);
    return new Alphabet(shortest, longest, both.toString());
  }

  public boolean takes(String word) {
    if (word.length() < shortest || word.length() > longest) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!isLegal(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// A word of this alphabet in place of `word`: its beginning, as far as it is legal and there is
  /// room, and a hash of the whole. The same word always gets the same.
  ///
  /// @param attempt 0, or more for another one
  String alias(String word, int attempt) {
    String hash = hash(attempt == 0 ? word : word + '\n' + attempt);
    int room = longest - HASH_LENGTH - 1;
    if (room < 0 || marks.indexOf('_') < 0) {
      return hash.substring(0, Math.min(longest, Math.max(shortest, HASH_LENGTH)));
    }
    return beginning(word, room) + "_" + hash.substring(0, HASH_LENGTH);
  }

  private String beginning(String word, int room) {
    StringBuilder legal = new StringBuilder(room);
    word.chars().limit(room).forEach(c -> legal.append(isLegal(c) ? (char) c : '_'));
    return legal.toString();
  }

  private boolean isLegal(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || marks.indexOf(c) >= 0;
  }

  /// As many digits as the hash has bytes, enough for any of the wires' shortest words.
  private static String hash(String word) {
    StringBuilder digits = new StringBuilder();
    for (byte b : sha256(word)) {
      digits.append(DIGITS.charAt(Byte.toUnsignedInt(b) % DIGITS.length()));
    }
    return digits.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}

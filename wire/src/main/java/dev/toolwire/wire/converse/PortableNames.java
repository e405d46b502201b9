package dev.toolwire.wire.converse;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Fits names that came from elsewhere into what the service takes. The same name always gives the
/// same result, so that a call and its result, and every replay of both, still belong together.
///
/// The alphabets and lengths are those of `ToolUseId`, `ToolName` and `DocumentBlockNameString` in
/// the service model.
final class PortableNames {

  private static final int MAX_LENGTH = 64;
  private static final int MAX_DOCUMENT_NAME = 200;
  private static final int HASH_BYTES = 8;
  private static final String ID_MARKS = "_.:-";
  private static final String NAME_MARKS = "_-";
  private static final String DOCUMENT_MARKS = "-()[] ";

  private PortableNames() {}

  /// The id itself, or its legal beginning and a hash of the whole: two ids must not fall together.
  static ToolUseId toolUseId(ToolUseId id) {
    String value = id.value();
    if (fits(value, ID_MARKS)) {
      return id;
    }
    String legal = replaced(value, ID_MARKS, '_');
    String hash = HexFormat.of().formatHex(sha256(value), 0, HASH_BYTES);
    int room = MAX_LENGTH - hash.length() - 1;
    return new ToolUseId(legal.substring(0, Math.min(legal.length(), room)) + "_" + hash);
  }

  /// The name with `_` for each illegal character, cut to length: a model that invented a name is
  /// shown what it wrote as nearly as can be.
  static ToolName toolName(ToolName name) {
    String value = name.value();
    if (fits(value, NAME_MARKS)) {
      return name;
    }
    String cut = value.substring(0, Math.min(value.length(), MAX_LENGTH));
    return new ToolName(replaced(cut, NAME_MARKS, '_'));
  }

  /// The name with `-` for each illegal character and single spaces; `document` if there is none.
  static String documentName(String name) {
    String legal = replaced(name, DOCUMENT_MARKS, '-').replaceAll(" {2,}", " ").strip();
    return legal.isEmpty()
        ? "document"
        : legal.substring(0, Math.min(legal.length(), MAX_DOCUMENT_NAME));
  }

  private static boolean fits(String value, String marks) {
    return value.length() <= MAX_LENGTH && value.chars().allMatch(c -> isLegal(c, marks));
  }

  private static String replaced(String value, String marks, char stand) {
    StringBuilder legal = new StringBuilder(value.length());
    value.chars().forEach(c -> legal.append(isLegal(c, marks) ? (char) c : stand));
    return legal.toString();
  }

  private static boolean isLegal(int c, String marks) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || marks.indexOf(c) >= 0;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}

package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Base64;

/// Immutable bytes; in JSON their standard base64 text.
public final class Blob {

  private final byte[] bytes;

  private Blob(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Blob of(byte[] bytes) {
    return new Blob(bytes.clone());
  }

  /// The bytes that `text` stands for.
  ///
  /// @throws IllegalArgumentException if `text` is not standard base64
  @JsonCreator
  public static Blob fromBase64(String text) {
    return new Blob(Base64.getDecoder().decode(text));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /// How many bytes.
  public int size() {
    return bytes.length;
  }

  @JsonValue
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}

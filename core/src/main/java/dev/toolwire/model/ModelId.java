package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// What a provider calls a model: an id, an inference profile or an ARN, without the provider's
/// name.
public record ModelId(@JsonValue String value) {

  private static final Pattern REGION =
      Pattern.compile("^(us|eu|apac|jp|au|ca|us-gov|global)\\.(?=.+\\.)");

  @JsonCreator
  public ModelId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a model id may not be blank");
    }
  }

  /// Whether the id fits `pattern`, in which `*` stands for anything. The id is compared without
  /// its region (`us.`, `eu.`, `global.` and so on); of an ARN the part after the last slash
  /// counts.
  public boolean fits(String pattern) {
    String id = REGION.matcher(value.substring(value.lastIndexOf('/') + 1)).replaceFirst("");
    int from = 0;
    String[] parts = pattern.split("\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      int at = i == 0 ? (id.startsWith(parts[0]) ? 0 : -1) : id.indexOf(parts[i], from);
      if (at < 0) {
        return false;
      }
      from = at + parts[i].length();
    }
    return pattern.endsWith("*") || from == id.length();
  }

  @Override
  public String toString() {
    return value;
  }
}
